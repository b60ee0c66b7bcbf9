import type { Language } from './language.ts';

const NUMBER_LOCALE: Readonly<Record<Language, string>> = { en: 'en-US', zh: 'zh-CN' };
/** Day before month, the month as a word: read the same way on both sides of the Atlantic. */
const DATE_LOCALE: Readonly<Record<Language, string>> = { en: 'en-GB', zh: 'zh-CN' };

const formats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** `Intl.NumberFormat`, kept: making one costs a hundred times what using one does. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(formats, language, options, () => new Intl.NumberFormat(NUMBER_LOCALE[language], options));
}

/** `Intl.DateTimeFormat` in UTC, kept. */
export function dateFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dateFormats, language, options, () => new Intl.DateTimeFormat(DATE_LOCALE[language], { ...options, timeZone: 'UTC' }));
}

/** A finite number with a true minus sign; what is not finite is a dash. */
export function formatNumber(value: number, language: Language, options: Intl.NumberFormatOptions = {}): string {
  if (!Number.isFinite(value)) return DASH;
  return numberFormat(language, { signDisplay: 'negative', ...options })
    .format(value)
    .replace('-', '−');
}

/** Stands for what is not known. */
export const DASH = '–';

function kept<T>(cache: Map<string, T>, language: Language, options: object, make: () => T): T {
  const key = language + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) {
    format = make();
    cache.set(key, format);
  }
  return format;
}
