import type { ColumnProfile, TextColumn } from '../options.ts';
import { parseNumber } from '../values/number.ts';
import { parseTemporal } from '../values/temporal.ts';

const EMAIL = /^[^\s@,;]+@[^\s@,;]+\.[a-z]{2,}$/i;
const PHONE =
  /^(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}$|^\+\d[\d\s().-]{7,18}$|^0\d{2,3}-\d{7,8}$|^\(?\d{3}\)?[-\s.]\d{3}[-\s.]\d{4}$/;

/** What values of a column (missing ones left out) look like. */
export function profile(values: readonly string[], column: Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>): ColumnProfile {
  const measures = values.map((value) => measure(value, column)).filter(Number.isFinite);
  const numeric = column.type === 'integer' || column.type === 'number';
  return {
    values: values.length,
    distinct: new Set(values).size,
    min: measures.length > 0 ? measures.reduce((a, b) => Math.min(a, b)) : null,
    max: measures.length > 0 ? measures.reduce((a, b) => Math.max(a, b)) : null,
    negative: numeric ? share(measures, (value) => value < 0) : 0,
    fractional: numeric ? share(measures, (value) => !Number.isInteger(value)) : 0,
    email: share(values, (value) => EMAIL.test(value.trim())),
    phone: share(values, (value) => PHONE.test(value.trim())),
  };
}

function measure(value: string, column: Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>): number {
  if (column.type === 'text' || column.type === 'flag') return value.length;
  if (column.type === 'integer' || column.type === 'number') {
    const number = parseNumber(value, column.decimalMark ?? '.');
    return typeof number === 'number' ? number : Number.NaN;
  }
  return parseTemporal(value, column.dateOrder)?.days ?? Number.NaN;
}

const share = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;
