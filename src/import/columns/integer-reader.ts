import { int32, int64 } from '@uwdata/flechette';
import type { Records } from '../text/records.ts';
import { parseInteger } from '../values/integer.ts';
import { type ColumnBatch, Nulls } from './batch.ts';
import type { ColumnReader, Decode, Unfit } from './reader.ts';

const LARGEST = 2 ** 31 - 1;

/** Whole numbers: INTEGER until one does not fit, BIGINT from then on. */
export class IntegerReader implements ColumnReader {
  #wide = false;
  constructor(readonly decode: Decode) {}

  get sqlType() {
    return this.#wide ? ('BIGINT' as const) : ('INTEGER' as const);
  }

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    if (!this.#wide) {
      const narrow = this.#narrow(records, column, unfit);
      if (narrow) return narrow;
      this.#wide = true;
    }
    return this.#widened(records, column, unfit);
  }

  /** Null as soon as a value is too large; what was unfit is told only when all fitted. */
  #narrow(records: Records, column: number, unfit: Unfit): ColumnBatch | null {
    const { bytes, starts, ends, width, count } = records;
    const values = new Int32Array(count);
    const nulls = new Nulls(count);
    const faults: number[] = [];
    for (let row = 0, i = column; row < count; row++, i += width) {
      let p = starts[i] as number;
      const e = ends[i] as number;
      const negative = bytes[p] === 45 && e > p + 1;
      if (negative) p++;
      let value = 0;
      if (e > p && e - p <= 10) {
        for (; p < e; p++) {
          const digit = (bytes[p] as number) - 48;
          if (digit >>> 0 > 9) break;
          value = value * 10 + digit;
        }
      }
      if (p < e || p === starts[i]) {
        const slow = this.#slow(records, i);
        if (slow === null) {
          nulls.set(row);
          continue;
        }
        if (typeof slow === 'string') {
          nulls.set(row);
          faults.push(row);
          continue;
        }
        if (slow > LARGEST || slow < -LARGEST) return null;
        values[row] = Number(slow);
        continue;
      }
      if (value > LARGEST) return null;
      values[row] = negative ? -value : value;
    }
    for (const row of faults) unfit(row, column, this.#slow(records, row * width + column) as 'not_integer');
    return { type: int32(), length: count, values, nulls };
  }

  #widened(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { bytes, starts, ends, width, count } = records;
    const values = new BigInt64Array(count);
    const halves = new Int32Array(values.buffer);
    const nulls = new Nulls(count);
    for (let row = 0, i = column; row < count; row++, i += width) {
      let p = starts[i] as number;
      const e = ends[i] as number;
      let value = 0;
      if (e > p && e - p <= 15) {
        for (; p < e; p++) {
          const digit = (bytes[p] as number) - 48;
          if (digit >>> 0 > 9) break;
          value = value * 10 + digit;
        }
      }
      if (p === e && e > (starts[i] as number)) {
        halves[row * 2] = value | 0;
        halves[row * 2 + 1] = Math.floor(value / 2 ** 32);
        continue;
      }
      const slow = this.#slow(records, i);
      if (typeof slow === 'bigint') values[row] = slow;
      else {
        nulls.set(row);
        if (slow) unfit(row, column, slow);
      }
    }
    return { type: int64(), length: count, values, nulls };
  }

  /** Null where it is missing, a reason where it is no whole number. */
  #slow(records: Records, i: number): bigint | null | 'not_integer' | 'too_large' {
    if (records.starts[i] === records.ends[i]) return null;
    return parseInteger(this.decode(records, i));
  }
}
