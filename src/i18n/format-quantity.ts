import type { Quantity, Unit } from '../cell/quantity.ts';
import { formatDate } from './format-date.ts';
import { formatMoney } from './format-money.ts';
import type { Language } from './language.ts';
import { DASH, formatNumber } from './number-formats.ts';

/**
 * Where a quantity stands. `text`: in a sentence, with its unit as a word, money and plain figures
 * shortened from 1M on (en `£1.2M`) or 100,000 on (zh `¥12.3万`). `tile`: a big figure, counts shortened too. `bare`: in a table or on an axis, where the header carries the unit.
 */
export type QuantityStyle = 'text' | 'tile' | 'bare';

/** A quantity with its interval, if it has one: `12.3% (10.1–14.8)`. Not known is `–`; it never throws. */
export function formatQuantity(quantity: Quantity, language: Language, currency: string, style: QuantityStyle = 'text'): string {
  const value = formatValue(quantity.value, quantity.unit, language, currency, style);
  const interval = formatInterval(quantity, language);
  return interval && value !== DASH ? `${value} (${interval})` : value;
}

/** The interval alone, without its unit: `10.1–14.8`, `−1.2 to 3.4`; undefined where there is none. */
export function formatInterval(quantity: Quantity, language: Language): string | undefined {
  const { low, high, unit } = quantity;
  if (!finite(low) || !finite(high)) return undefined;
  const [from, to] = [low, high].map((bound) =>
    unit === 'share' ? percentage(bound, language) : formatValue(bound, unit, language, '', 'bare'),
  );
  if (low >= 0) return `${from}–${to}`;
  return language === 'zh' ? `${from} 至 ${to}` : `${from} to ${to}`;
}

/** A value of a unit, without interval. */
export function formatValue(value: unknown, unit: Unit, language: Language, currency: string, style: QuantityStyle = 'text'): string {
  if (typeof value === 'string') return unit === 'date' && style !== 'bare' ? formatDate(value, language) : value;
  if (!finite(value)) return DASH;
  switch (unit) {
    case 'share':
      return formatShare(value, language);
    case 'points':
      return withWord(formatNumber(value * 100, language, { maximumFractionDigits: 1 }), value * 100, 'points', language, style);
    case 'money':
      return formatMoney(value, language, currency, compact(value, language, style));
    case 'days':
    case 'weeks':
    case 'months':
      return withWord(formatNumber(value, language, { maximumFractionDigits: 1 }), value, unit, language, style);
    case 'score':
      return formatNumber(value, language, { maximumFractionDigits: 2 });
    case 'number':
      return formatPlain(value, language, style);
    default:
      return formatNumber(value, language, { maximumFractionDigits: 1, ...(style === 'tile' ? compact(value, language, style) : {}) });
  }
}

/** Per cent with one digit where it says something: 12.3%, 50%, 0.03%, <0.01%, >99.9%. */
function formatShare(value: number, language: Language): string {
  const size = Math.abs(value);
  const percent = (share: number, digits: number) => formatNumber(share, language, { style: 'percent', maximumFractionDigits: digits });
  if (size > 0 && size < 0.00005) return value > 0 ? `<${percent(0.0001, 2)}` : `>${percent(-0.0001, 2)}`;
  if (size < 1 && size >= 0.9995) return value > 0 ? `>${percent(0.999, 1)}` : `<${percent(-0.999, 1)}`;
  return percent(value, size < 0.001 ? 2 : 1);
}

/** Per cent without its sign, with one digit, or two where it is small. */
function percentage(share: number, language: Language): string {
  const digits = share !== 0 && Math.abs(share) < 0.001 ? 2 : 1;
  return formatNumber(share * 100, language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Four significant digits below 1,000, none after the point above; tiny ones as powers of ten. */
function formatPlain(value: number, language: Language, style: QuantityStyle): string {
  const size = Math.abs(value);
  if (size > 0 && size < 1e-4) return formatNumber(value, language, { notation: 'scientific', maximumSignificantDigits: 3 });
  if (size < 1000) return formatNumber(value, language, { maximumSignificantDigits: size < 1 ? 3 : 4 });
  return formatNumber(value, language, { maximumFractionDigits: 0, ...compact(value, language, style) });
}

/** Options that shorten a big number; none where it is small enough to be written out. */
function compact(value: number, language: Language, style: QuantityStyle): Intl.NumberFormatOptions {
  const from = language === 'zh' ? 1e5 : 1e6;
  if (style === 'bare' || Math.abs(value) < from) return {};
  return { notation: 'compact', maximumSignificantDigits: language === 'zh' ? 4 : 3 };
}

const WORDS = {
  days: { one: 'day', other: 'days', zh: '天' },
  weeks: { one: 'week', other: 'weeks', zh: '周' },
  months: { one: 'month', other: 'months', zh: '个月' },
  points: { one: 'point', other: 'points', zh: '个百分点' },
} as const;

function withWord(written: string, value: number, unit: keyof typeof WORDS, language: Language, style: QuantityStyle): string {
  if (style === 'bare') return written;
  if (language === 'zh') return `${written} ${WORDS[unit].zh}`;
  return `${written} ${Math.abs(value) === 1 ? WORDS[unit].one : WORDS[unit].other}`;
}

const finite = (value: unknown): value is number => Number.isFinite(value);
