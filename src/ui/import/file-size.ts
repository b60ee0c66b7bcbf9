import type { Language } from '../../i18n/language.ts';
import { formatNumber } from '../../i18n/number-formats.ts';

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/** Bytes as people say them, in steps of 1,000. */
export function fileSize(bytes: number, language: Language): string {
  const step = Math.min(UNITS.length - 1, bytes > 0 ? Math.floor(Math.log10(bytes) / 3) : 0);
  const value = bytes / 1000 ** step;
  return `${formatNumber(value, language, { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 })} ${UNITS[step]}`;
}
