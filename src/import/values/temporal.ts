import { daysFromCivil } from './civil.ts';

export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** A point in time as written. */
export interface Temporal {
  /** Days since 1970-01-01, as on the page. */
  days: number;
  /** Microseconds into the day; null where only a date is given. */
  micros: number | null;
  /** Minutes east of UTC; null where nothing is said. */
  offset: number | null;
  /** For dates without a year in front: the two other parts, in the order in which they stand. */
  parts?: readonly [number, number];
}

const DATE_FORMS: readonly [RegExp, (m: RegExpExecArray, order: DateOrder) => readonly [number, number, number]][] = [
  [/^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})/, (m) => [int(m[1]), int(m[3]), int(m[4])]],
  [/^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?/, (m) => [int(m[1]), int(m[2]), int(m[3])]],
  [/^(\d{4})(\d{2})(\d{2})(?!\d)/, (m) => [int(m[1]), int(m[2]), int(m[3])]],
  [
    /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?!\d)/,
    (m, order) => {
      if (order === 'ymd') {
        const short = (m[4] ?? '').length === 2;
        return short ? [century(int(m[1])), int(m[3]), int(m[4])] : [Number.NaN, 0, 0];
      }
      const year = century(int(m[4]), m[4]);
      return order === 'mdy' ? [year, int(m[1]), int(m[3])] : [year, int(m[3]), int(m[1])];
    },
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3,9})\.?,?[\s-]+(\d{4}|\d{2})(?!\d)/i,
    (m) => [century(int(m[3]), m[3]), monthOf(m[2]), int(m[1])],
  ],
  [/^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i, (m) => [int(m[3]), monthOf(m[1]), int(m[2])]],
  [/^(\d{4})\s*(?:-\s*(\d{2})|年\s*(\d{1,2})\s*月)$/, (m) => [int(m[1]), int(m[2] ?? m[3]), 1]],
];

const TIME =
  /^(上午|下午|中午|晚上|凌晨|早上)?\s*(\d{1,2})(?:[:：时点]\s*(\d{1,2}))(?:[:：分]\s*(?:(\d{1,2})(?:[.,](\d{1,9}))?\s*秒?)?)?\s*([ap]\.?m\.?)?/i;
const OFFSET = /^\s*(?:z|utc|gmt)?\s*(?:([+-])(\d{2}):?(\d{2})?)?\s*(?:\[[^\]]*\])?$/i;

/**
 * Reads a date or a timestamp as people and systems write it: `2024-03-05`, `2024/3/5`, `2024年3月5日`, `20240305`,
 * `05.03.2024`, `3/5/24` (by `order`), `5 Mar 2024`, `March 5, 2024`, `2024-03`, each with `T` or a space and
 * `10:00`, `10:00:05.123`, `下午 3:05`, `3:05 PM`, `10时30分`, and with `Z`, `+08:00`, `+0800`. Null for anything else,
 * also for days that do not exist. Two-digit years are 1970…2069.
 */
export function parseTemporal(text: string, order: DateOrder = 'ymd'): Temporal | null {
  const trimmed = text.trim();
  for (const [form, read] of DATE_FORMS) {
    const match = form.exec(trimmed);
    if (!match) continue;
    const [year, month, day] = read(match, order);
    const days = daysFromCivil(year, month, day);
    if (!(year >= 1 && year <= 9999) || Number.isNaN(days)) return null;
    return withTime(trimmed.slice(match[0].length), days, /[日号]$/.test(match[0]));
  }
  return null;
}

/** The first two numbers of a date that does not begin with its year (they tell the order), or null. */
export function leadingParts(text: string): readonly [number, number] | null {
  const match = /^\s*(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(?:\d{4}|\d{2})(?!\d)/.exec(text);
  return match ? [int(match[1]), int(match[3])] : null;
}

function withTime(rest: string, days: number, worded: boolean): Temporal | null {
  if (rest.trim() === '') return { days, micros: null, offset: null };
  const start = (worded ? /^\s*/ : /^(?:\s*[T,]\s*|\s+)/i).exec(rest);
  if (!start) return null;
  const body = rest.slice(start[0].length);
  const match = TIME.exec(body);
  if (!match) return null;
  let hour = int(match[2]);
  const half = match[1] ?? match[6]?.toLowerCase().replaceAll('.', '');
  if (half === 'pm' || half === '下午' || half === '晚上') hour = hour < 12 ? hour + 12 : hour;
  else if (half === 'am' || half === '凌晨' || half === '上午' || half === '早上') hour = hour === 12 ? 0 : hour;
  const minute = int(match[3]);
  const second = int(match[4] ?? '0');
  if (hour > 23 || minute > 59 || second > 59) return null;
  const tail = OFFSET.exec(body.slice(match[0].length));
  if (!tail) return null;
  const zone = tail[1] ? (tail[1] === '-' ? -1 : 1) * (int(tail[2]) * 60 + int(tail[3] ?? '0')) : /z|utc|gmt/i.test(tail[0]) ? 0 : null;
  if (zone !== null && Math.abs(zone) > 15 * 60) return null;
  const fraction = int((match[5] ?? '').padEnd(6, '0').slice(0, 6));
  return { days, micros: ((hour * 60 + minute) * 60 + second) * 1e6 + fraction, offset: zone };
}

const int = (digits: string | undefined): number => Number.parseInt(digits ?? '', 10);
const century = (year: number, digits = '00'): number => (digits.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const LONG = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

function monthOf(name: string | undefined): number {
  const lower = (name ?? '').toLowerCase();
  const long = LONG.indexOf(lower === 'sept' ? 'september' : lower);
  return (long >= 0 ? long : MONTHS.indexOf(lower)) + 1;
}
