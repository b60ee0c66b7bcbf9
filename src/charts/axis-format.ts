import type { Unit } from '../cell/index.ts';
import { formatDate } from '../i18n/format-date.ts';
import { formatMoney } from '../i18n/format-money.ts';
import { formatValue } from '../i18n/format-quantity.ts';
import type { Language } from '../i18n/language.ts';
import { formatNumber } from '../i18n/number-formats.ts';

/** The expression function that writes a value; `register-formats.ts` makes it known to Vega. */
export const FORMAT_TYPE = 'clientele';

/** A calendar period by its first day. */
export type PeriodGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** `{formatType, format}` for an axis, a label or a tooltip of a unit: `12K`, `1.2万`, `35%`, `£1.5M`. */
export function unitFormat(unit: Unit, language: Language, currency: string, style?: 'bare'): { formatType: string; format: string } {
  return { formatType: FORMAT_TYPE, format: [unit, language, currency, ...(style ? [style] : [])].join('|') };
}

/** The same for a calendar period given as the ISO day it starts on: `Dec 2010`, `2010年12月`, `Q4 2010`. */
export function periodFormat(grain: PeriodGrain, language: Language): { formatType: string; format: string } {
  return { formatType: FORMAT_TYPE, format: `${grain}:|${language}|` };
}

/** Writes a value as a format of `unitFormat` or `periodFormat` says. */
export function formatOnChart(value: unknown, format: unknown): string {
  const [unit = 'number', code, currency = '', style] = String(format).split('|');
  const language: Language = code === 'zh' ? 'zh' : 'en';
  if (value === null || value === undefined) return '';
  if (unit.endsWith(':')) return formatPeriod(isoDay(value), unit.slice(0, -1) as PeriodGrain, language);
  if (unit === 'date') return formatDate(isoDay(value), language);
  if (typeof value !== 'number') return String(value);
  if (!Number.isFinite(value)) return '';
  switch (unit) {
    case 'money':
      return formatMoney(value, language, style === 'bare' ? '' : currency, short(value));
    case 'share':
      if (style === 'bare') return formatNumber(value * 100, language, { maximumFractionDigits: Math.abs(value) < 0.005 ? 1 : 0 });
      return formatNumber(value, language, { style: 'percent', maximumFractionDigits: shareDigits(value) });
    case 'points':
      return formatNumber(value * 100, language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    case 'number':
    case 'score':
      return formatValue(value, unit, language, currency, 'bare');
    default:
      return formatNumber(value, language, short(value));
  }
}

/** Per cent without a digit after the point, but for a share that would vanish. */
const shareDigits = (value: number) => (value !== 0 && Math.abs(value) < 0.01 ? 2 : Math.abs(value) < 0.1 && !isWhole(value * 100) ? 1 : 0);
const isWhole = (value: number) => Math.abs(value - Math.round(value)) < 1e-9;
/** From 10,000 on three digits and a word (`12.3K`, `1.23万`); below that no more digits than are read. */
const short = (value: number): Intl.NumberFormatOptions =>
  Math.abs(value) >= 10_000
    ? { notation: 'compact', maximumSignificantDigits: 3 }
    : { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : 1 };

function formatPeriod(iso: string, grain: PeriodGrain, language: Language): string {
  const [year = '', month = ''] = iso.split('-');
  if (grain === 'year') return language === 'zh' ? `${year}年` : year;
  if (grain === 'month') return formatDate(`${year}-${month}`, language);
  if (grain !== 'quarter') return formatDate(iso, language);
  const quarter = Math.ceil(Number(month) / 3);
  return language === 'zh' ? `${year}年第${quarter}季度` : `Q${quarter} ${year}`;
}

/** An ISO day of text, of milliseconds since 1970 or of a Date, as Vega hands them in. */
function isoDay(value: unknown): string {
  if (typeof value === 'string') return value;
  const date = new Date(value as number);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
