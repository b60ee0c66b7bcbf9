import { useMemo } from 'react';
import type { Quantity, TextArg } from '../../cell/index.ts';
import { createTranslator } from '../../i18n/translate.ts';
import { type Language, usePreferences } from '../store/preferences.ts';

export interface I18n {
  language: Language;
  setLanguage(language: Language): void;
  /** A message of the app's catalogue by its key, with its arguments put in. */
  t(key: string, args?: Readonly<Record<string, TextArg | number>>): string;
  /** A quantity as text by its unit; money in `currency` where it is given. */
  formatQuantity(value: Quantity, currency?: string): string;
}

/** The words of the page in the language that the reader chose. */
export function useI18n(): I18n {
  const language = usePreferences((state) => state.language);
  const set = usePreferences((state) => state.set);
  return useMemo(() => ({ ...createTranslator(language), language, setLanguage: (next) => set({ language: next }) }), [language, set]);
}
