import type { ColumnType, TextColumn } from '../options.ts';
import { parseFlag } from '../values/flag.ts';
import { parseInteger } from '../values/integer.ts';
import { isMissing } from '../values/missing.ts';
import { parseNumber } from '../values/number.ts';
import { parseTemporal } from '../values/temporal.ts';
import { sniffDateOrder } from './date-order.ts';
import { sniffDecimalMark } from './decimal-mark.ts';

export interface SniffedType extends Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark' | 'offset'> {
  ambiguous?: 'dateOrder' | 'decimalMark';
}

/** What is known beside the values. */
export interface Hint {
  /** The file's delimiter suggests that commas begin the decimals. */
  commaLikely?: boolean;
  /** The column's name is that of a key. */
  keyLike?: boolean;
}

/** A column is read as numbers or dates where this share of what is there can be; the rest is shown and reported. */
const ENOUGH = 0.95;

/**
 * The type of a column from sampled values as they stand in the file. Whole numbers must all be: keys often are
 * numbers but for a few (`C536379`), and codes with leading noughts stay text.
 */
export function sniffType(values: readonly string[], hint: Hint = {}): SniffedType {
  const present = values.filter((value) => !isMissing(value));
  if (present.length === 0) return { type: 'text' };
  if (present.every((value) => parseFlag(value) !== null && !/^[01]$/.test(value.trim()))) return { type: 'flag' };
  const plain = present.every((value) => /^\s*[-+]?\d+\s*$/.test(value));
  if (plain && present.some((value) => /^\s*[-+]?0\d/.test(value))) return { type: 'text' };
  const temporal = !plain || present.every((value) => /^\s*(19|20)\d{6}\s*$/.test(value)) ? sniffTemporal(present) : null;
  if (temporal) return temporal;
  if (plain) return { type: present.every((value) => typeof parseInteger(value) === 'bigint') ? 'integer' : 'text' };
  // keys with gaps are often kept as fractions: 17850.0
  if (hint.keyLike && present.every((value) => /^\s*-?\d{1,15}(\.0)?\s*$/.test(value))) return { type: 'integer' };
  return sniffNumber(present, hint) ?? { type: 'text' };
}

function sniffTemporal(present: readonly string[]): SniffedType | null {
  const { order, ambiguous } = sniffDateOrder(present);
  let fitting = 0;
  let timed = 0;
  const offsets = new Map<number, number>();
  for (const value of present) {
    const found = parseTemporal(value, order);
    if (!found) continue;
    fitting++;
    if (found.micros) timed++;
    if (found.offset !== null) offsets.set(found.offset, (offsets.get(found.offset) ?? 0) + 1);
  }
  if (fitting < present.length * ENOUGH) return null;
  const sniffed: SniffedType = { type: timed > 0 || offsets.size > 0 ? 'timestamp' : 'date', dateOrder: order };
  if (offsets.size > 0) sniffed.offset = offsets.size === 1 ? [...offsets.keys()][0] : 0;
  if (ambiguous) sniffed.ambiguous = 'dateOrder';
  return sniffed;
}

function sniffNumber(present: readonly string[], hint: Hint): SniffedType | null {
  const { mark, ambiguous } = sniffDecimalMark(present, hint.commaLikely ?? false);
  const unfit = present.filter((value) => typeof parseNumber(value, mark) !== 'number');
  if (unfit.length > present.length * (1 - ENOUGH)) return null;
  // codes among numbers (C536379, 85123A) say that all of them are codes; words (unknown) do not
  const words = unfit.filter((value) => parseNumber(value, mark) === 'not_number');
  if (words.some((value) => hint.keyLike || /\p{L}\d|\d\p{L}/u.test(value))) return null;
  const sniffed: SniffedType = { type: 'number', decimalMark: mark };
  if (ambiguous) sniffed.ambiguous = 'decimalMark';
  return sniffed;
}

/** Whether a value (not a missing one) can be read as a column is to be. */
export function fits(value: string, column: Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>): boolean {
  const tests: Record<ColumnType, () => boolean> = {
    text: () => true,
    integer: () => typeof parseInteger(value) === 'bigint',
    number: () => typeof parseNumber(value, column.decimalMark ?? '.') === 'number',
    date: () => {
      const found = parseTemporal(value, column.dateOrder);
      return found !== null && (found.micros ?? 0) === 0;
    },
    timestamp: () => parseTemporal(value, column.dateOrder) !== null,
    flag: () => parseFlag(value) !== null,
  };
  return tests[column.type]();
}
