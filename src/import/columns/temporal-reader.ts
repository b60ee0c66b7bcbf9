import { dateDay, TimeUnit, timestamp } from '@uwdata/flechette';
import type { Records } from '../text/records.ts';
import { isMissing } from '../values/missing.ts';
import { type DateOrder, parseTemporal, type Temporal } from '../values/temporal.ts';
import { type AsciiTemporal, readAscii } from './ascii-temporal.ts';
import { type ColumnBatch, Nulls } from './batch.ts';
import type { ColumnReader, Decode, Unfit } from './reader.ts';

const DAY = 86_400_000_000;

/** Calendar days as DATE. A time of day other than midnight is no date. */
export class DateReader implements ColumnReader {
  readonly sqlType = 'DATE';
  readonly #found: AsciiTemporal = { days: 0, micros: 0 };
  constructor(
    readonly decode: Decode,
    readonly order: DateOrder,
  ) {}

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { bytes, starts, ends, width, count } = records;
    const values = new Int32Array(count);
    const nulls = new Nulls(count);
    const found = this.#found;
    for (let row = 0, i = column; row < count; row++, i += width) {
      const s = starts[i] as number;
      const e = ends[i] as number;
      if (s === e) nulls.set(row);
      else if (readAscii(bytes, s, e, this.order, found) && found.micros === 0) values[row] = found.days;
      else {
        const text = this.decode(records, i);
        const slow = parseTemporal(text, this.order);
        if (slow && (slow.micros ?? 0) === 0) values[row] = slow.days;
        else {
          nulls.set(row);
          if (!isMissing(text)) unfit(row, column, 'not_date');
        }
      }
    }
    return { type: dateDay(), length: count, values, nulls };
  }
}

/** Points in time as TIMESTAMP; those that carry an offset are expressed in the column's. */
export class TimestampReader implements ColumnReader {
  readonly sqlType = 'TIMESTAMP';
  readonly #found: AsciiTemporal = { days: 0, micros: 0 };
  constructor(
    readonly decode: Decode,
    readonly order: DateOrder,
    readonly offset: number | undefined,
  ) {}

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { bytes, starts, ends, width, count } = records;
    const values = new BigInt64Array(count);
    const halves = new Int32Array(values.buffer);
    const nulls = new Nulls(count);
    const found = this.#found;
    for (let row = 0, i = column; row < count; row++, i += width) {
      const s = starts[i] as number;
      const e = ends[i] as number;
      let micros = 0;
      if (s === e) {
        nulls.set(row);
        continue;
      }
      if (readAscii(bytes, s, e, this.order, found)) micros = found.days * DAY + found.micros;
      else {
        const text = this.decode(records, i);
        const slow = parseTemporal(text, this.order);
        if (!slow) {
          nulls.set(row);
          if (!isMissing(text)) unfit(row, column, 'not_timestamp');
          continue;
        }
        micros = microsOf(slow, this.offset);
      }
      halves[row * 2] = micros % 2 ** 32;
      halves[row * 2 + 1] = Math.floor(micros / 2 ** 32);
    }
    return { type: timestamp(TimeUnit.MICROSECOND, null), length: count, values, nulls };
  }
}

/** Microseconds since 1970 on a clock at `offset` minutes east of UTC; as written where the value names no offset. */
export function microsOf(value: Temporal, offset: number | undefined): number {
  const written = value.days * DAY + (value.micros ?? 0);
  return value.offset === null ? written : written + ((offset ?? 0) - value.offset) * 60_000_000;
}
