/** How a delimited text file is read; everything is decided (sniffed or corrected by the person), nothing is left open. */
export interface TextOptions {
  format: 'text';
  delimiter: string;
  quote: string;
  escape: string;
  header: boolean;
  /** Lines before the header. */
  skip: number;
  columns: readonly TextColumn[];
}
export interface TextColumn {
  /** Its name in the file; empty and repeated names are made unique. */
  source: string;
  name: string;
  type: ColumnType;
  /** For dates: the order in which the parts stand. */
  dateOrder?: 'ymd' | 'dmy' | 'mdy';
  /** For numbers. */
  decimalMark?: '.' | ',';
}
export type ColumnType = 'text' | 'integer' | 'number' | 'date' | 'timestamp' | 'flag';

export interface ParquetOptions {
  format: 'parquet';
}
export type ReadOptions = TextOptions | ParquetOptions;

/** What was found in a file before it is imported: enough to show, to correct and to confirm. */
export interface Preview {
  name: string;
  bytes: number;
  options: ReadOptions;
  columns: readonly PreviewColumn[];
  /** The first rows, as text. */
  rows: readonly (readonly string[])[];
}
export interface PreviewColumn {
  name: string;
  type: ColumnType;
  examples: readonly string[];
  /** Share of the sampled values that are missing. */
  missing: number;
}

/** A row that could not be read. Line is 1-based in the file. */
export interface RejectedRow {
  line: number;
  column: string;
  reason: string;
  text: string;
}

export interface ImportProgress {
  phase: 'reading' | 'converting' | 'finishing';
  bytes: number;
  ofBytes: number;
  rows: number;
}

/** What an import left in the engine. */
export interface Imported {
  rows: number;
  columns: readonly { name: string; type: string }[];
  fingerprint: string;
  rejected: { count: number; first: readonly RejectedRow[] };
}
