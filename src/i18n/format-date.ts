import type { Language } from './language.ts';
import { dateFormat } from './number-formats.ts';

const ISO = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?)?$/;

/**
 * An ISO month, day or time (`2010-12`, `2010-12-09`, `2010-12-09 14:05:00`) as people write it: `9 Dec 2010`,
 * `2010年12月9日`. Midnight is a day. Anything else comes back as it is.
 */
export function formatDate(iso: string, language: Language): string {
  const match = ISO.exec(iso);
  const [, year, month, day, time] = match ?? [];
  const date = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  if (!match || Number.isNaN(date.getTime())) return iso;
  const monthStyle = language === 'zh' ? 'long' : 'short';
  if (!day) return dateFormat(language, { year: 'numeric', month: monthStyle }).format(date);
  const written = dateFormat(language, { year: 'numeric', month: monthStyle, day: 'numeric' }).format(date);
  return time && time !== '00:00' ? `${written} ${time}` : written;
}
