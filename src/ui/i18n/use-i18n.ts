import { useMemo } from 'react';
import type { Bilingual, Quantity } from '../../cell/index.ts';
import { formatQuantity, type QuantityStyle } from '../../i18n/format-quantity.ts';
import type { Language } from '../../i18n/language.ts';
import { errorText, type Translate, translator } from '../../i18n/translate.ts';
import { usePreferences } from '../store/preferences.ts';

export interface I18n {
  language: Language;
  setLanguage(language: Language): void;
  /** A message of the app's catalogue by its key, with its arguments put in. */
  t: Translate;
  /** One of two texts. */
  pick(text: Bilingual): string;
  /** A quantity as text by its unit; money in `currency` (ISO 4217) where it is given. */
  formatQuantity(value: Quantity, currency?: string, style?: QuantityStyle): string;
  /** What a person reads of an error. */
  errorText(error: unknown): string;
  /** `a, b, c` or `a、b、c`. */
  list(items: readonly string[]): string;
}

/** The words of the page in the language that the reader chose. */
export function useI18n(): I18n {
  const language = usePreferences((state) => state.language);
  const set = usePreferences((state) => state.set);
  return useMemo(() => i18nIn(language, (next) => set({ language: next })), [language, set]);
}

/** The same outside of a component. */
export function i18nIn(language: Language, setLanguage: (language: Language) => void = () => undefined): I18n {
  const t = translator(language);
  return {
    language,
    setLanguage,
    t,
    pick: (text) => text[language],
    formatQuantity: (value, currency = '', style) => formatQuantity(value, language, currency, style),
    errorText: (error) => errorText(error, language),
    list: (items) => items.join(t('list.separator')),
  };
}
