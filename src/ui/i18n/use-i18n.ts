import { useMemo } from 'react';
import type { Bilingual } from '../../cell/index.ts';
import type { Language } from '../../i18n/language.ts';
import { createTranslator, errorText, type Translator } from '../../i18n/translate.ts';
import { usePreferences } from '../store/preferences.ts';

export interface I18n extends Translator {
  setLanguage(language: Language): void;
  /** One of two texts. */
  pick(text: Bilingual): string;
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
  const translator = createTranslator(language);
  return {
    ...translator,
    setLanguage,
    pick: (text) => text[language],
    errorText: (error) => errorText(error, language),
    list: (items) => items.join(translator.t('list.separator')),
  };
}
