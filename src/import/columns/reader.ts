import type { RejectReason, TextColumn } from '../options.ts';
import type { Records } from '../text/records.ts';
import type { ColumnBatch } from './batch.ts';
import { FlagReader } from './flag-reader.ts';
import { IntegerReader } from './integer-reader.ts';
import { NumberReader } from './number-reader.ts';
import { DateReader, TimestampReader } from './temporal-reader.ts';
import { TextReader } from './text-reader.ts';

/** Turns one column of a batch of records into Arrow; keeps what it learnt (as a wider type) for the next batch. */
export interface ColumnReader {
  /** The type of the table's column, as DuckDB writes it; an integer column may widen from one batch to the next. */
  readonly sqlType: 'VARCHAR' | 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'DATE' | 'TIMESTAMP' | 'BOOLEAN';
  read(records: Records, column: number, unfit: Unfit): ColumnBatch;
}

/** Told of each value that could not be read as its column's type; `record` counts within the batch. */
export type Unfit = (record: number, column: number, reason: RejectReason) => void;

/** A field of the batch as text, quotes resolved. */
export type Decode = (records: Records, index: number) => string;

/** The reader for a column as decided. */
export function readerFor(column: TextColumn, decode: Decode): ColumnReader {
  switch (column.type) {
    case 'integer':
      return new IntegerReader(decode);
    case 'number':
      return new NumberReader(decode, column.decimalMark ?? '.');
    case 'date':
      return new DateReader(decode, column.dateOrder ?? 'ymd');
    case 'timestamp':
      return new TimestampReader(decode, column.dateOrder ?? 'ymd', column.offset);
    case 'flag':
      return new FlagReader(decode);
    case 'text':
      return new TextReader(decode);
  }
}
