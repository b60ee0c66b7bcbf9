/** The languages of the app. A language is chosen by the person, or found by `detectLanguage` on the first visit. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** For `<html lang>` and every element whose language differs from the page's. */
export const HTML_LANG: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-CN' };

/** What each language calls itself. */
export const LANGUAGE_NAME: Readonly<Record<Language, string>> = { en: 'English', zh: '简体中文' };

export const isLanguage = (value: unknown): value is Language => LANGUAGES.includes(value as Language);

/** The first of the preferred tags (BCP 47, as in `navigator.languages`) that the app speaks; English if none. */
export function detectLanguage(preferred: readonly string[] = globalThis.navigator?.languages ?? []): Language {
  for (const tag of preferred) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(primary)) return primary;
  }
  return 'en';
}
