import { float64 } from '@uwdata/flechette';
import type { Records } from '../text/records.ts';
import { parseNumber } from '../values/number.ts';
import { type ColumnBatch, Nulls } from './batch.ts';
import type { ColumnReader, Decode, Unfit } from './reader.ts';

const POWERS = Float64Array.from({ length: 16 }, (_, k) => 10 ** k);

/** Numbers as DOUBLE. Up to 15 digits are read here: an exact integer by an exact power of ten is correctly rounded. */
export class NumberReader implements ColumnReader {
  readonly sqlType = 'DOUBLE';
  readonly #mark: number;
  constructor(
    readonly decode: Decode,
    readonly decimalMark: '.' | ',',
  ) {
    this.#mark = decimalMark.charCodeAt(0);
  }

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { bytes, starts, ends, width, count } = records;
    const mark = this.#mark;
    const values = new Float64Array(count);
    const nulls = new Nulls(count);
    for (let row = 0, i = column; row < count; row++, i += width) {
      let p = starts[i] as number;
      const e = ends[i] as number;
      if (p === e) {
        nulls.set(row);
        continue;
      }
      const negative = bytes[p] === 45;
      if (negative) p++;
      const first = p;
      let value = 0;
      let point = -1;
      if (e - p <= 16) {
        for (; p < e; p++) {
          const byte = bytes[p] as number;
          const digit = byte - 48;
          if (digit >>> 0 <= 9) value = value * 10 + digit;
          else if (byte === mark && point < 0) point = p;
          else break;
        }
      }
      const digits = e - first - (point < 0 ? 0 : 1);
      if (p === e && digits > 0 && digits <= 15) {
        if (point >= 0) value /= POWERS[e - point - 1] as number;
        values[row] = negative ? -value : value;
        continue;
      }
      const slow = parseNumber(this.decode(records, i), this.decimalMark);
      if (typeof slow === 'number') values[row] = slow;
      else {
        nulls.set(row);
        if (slow) unfit(row, column, slow);
      }
    }
    return { type: float64(), length: count, values, nulls };
  }
}
