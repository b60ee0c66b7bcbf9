import type { CellValue, Column, Row } from '../../../cell/index.ts';
import { currencyDigits } from '../../../i18n/format-money.ts';
import { formatValue } from '../../../i18n/format-quantity.ts';
import type { Language } from '../../../i18n/language.ts';
import { DASH, formatNumber } from '../../../i18n/number-formats.ts';

/** How the numbers of a column are written: as many digits after the point for all of them, so that they line up. */
export interface CellFormat {
  numeric: boolean;
  write(value: CellValue): string;
}

/** Decides by the column's unit and its first rows. A number without a unit may be a key: it is not grouped. */
export function cellFormat(column: Column, rows: readonly Row[], language: Language, currency: string): CellFormat {
  const values = rows.map((row) => row[column.name] ?? null);
  const numbers = values.filter((value): value is number => typeof value === 'number');
  const numeric = column.unit ? column.unit !== 'date' : numbers.length > 0 && values.every((v) => v === null || typeof v === 'number');
  const digits = digitsOf(column, numbers, currency);
  const style: Intl.NumberFormatOptions = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const write = (value: CellValue): string => {
    if (value === null) return DASH;
    if (typeof value !== 'number') return column.unit ? formatValue(value, column.unit, language, currency, 'bare') : String(value);
    if (!Number.isFinite(value)) return DASH;
    switch (column.unit) {
      case undefined:
        return formatNumber(value, language, { maximumFractionDigits: digits, useGrouping: false });
      case 'share':
        return share(value, language, digits);
      case 'points':
        return formatNumber(value * 100, language, { ...style, signDisplay: 'exceptZero' });
      case 'number':
        return digits === 0 || Math.abs(value) >= 0.0005 || value === 0
          ? formatNumber(value, language, style)
          : formatValue(value, 'number', language, currency, 'bare');
      default:
        return formatNumber(value, language, style);
    }
  };
  return { numeric, write };
}

function digitsOf(column: Column, numbers: readonly number[], currency: string): number {
  const whole = numbers.every(Number.isInteger);
  const largest = numbers.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  switch (column.unit) {
    case 'share':
      return largest === 0 ? 1 : Math.min(4, Math.max(1, Math.ceil(-Math.log10(largest * 100)) + 1));
    case 'points':
      return 1;
    case 'money':
      return whole || largest >= 100_000 ? 0 : currencyDigits(currency);
    case 'score':
      return whole ? 0 : 2;
    case 'number':
    case undefined:
      return whole ? 0 : largest >= 1000 ? 1 : largest >= 10 ? 2 : column.unit ? 3 : 6;
    default:
      return whole ? 0 : 1;
  }
}

function share(value: number, language: Language, digits: number): string {
  const percent = (v: number) =>
    formatNumber(v, language, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
  const least = 10 ** -(digits + 2);
  return value > 0 && value < least / 2 ? `<${percent(least)}` : percent(value);
}
