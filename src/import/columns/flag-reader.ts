import { bool } from '@uwdata/flechette';
import type { Records } from '../text/records.ts';
import { parseFlag } from '../values/flag.ts';
import { isMissing } from '../values/missing.ts';
import { type ColumnBatch, Nulls } from './batch.ts';
import type { ColumnReader, Decode, Unfit } from './reader.ts';

/** Yes and no. */
export class FlagReader implements ColumnReader {
  readonly sqlType = 'BOOLEAN';
  readonly #known = new Map<string, boolean | null | undefined>();
  constructor(readonly decode: Decode) {}

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { width, count } = records;
    const values = new Uint8Array((count + 7) >> 3);
    const nulls = new Nulls(count);
    for (let row = 0, i = column; row < count; row++, i += width) {
      const flag = this.#flag(this.decode(records, i));
      if (flag === true) values[row >> 3] = (values[row >> 3] as number) | (1 << (row & 7));
      else if (flag !== false) {
        nulls.set(row);
        if (flag === undefined) unfit(row, column, 'not_flag');
      }
    }
    return { type: bool(), length: count, values, nulls };
  }

  /** Null where it is missing, undefined where it is no flag. */
  #flag(text: string): boolean | null | undefined {
    let flag = this.#known.get(text);
    if (flag === undefined && !this.#known.has(text)) {
      flag = parseFlag(text) ?? (isMissing(text) ? null : undefined);
      if (this.#known.size < 100) this.#known.set(text, flag);
    }
    return flag;
  }
}
