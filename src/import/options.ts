/** How a delimited text file is read; everything is decided (sniffed or corrected by the person), nothing is left open. */
export interface TextOptions {
  format: 'text';
  /** A label that TextDecoder knows: `utf-8`, `gb18030`, `utf-16le` … */
  encoding: string;
  /** One ASCII character; a space stands for runs of spaces (padded columns), the empty string for none: one column. */
  delimiter: string;
  /** One ASCII character, or empty where nothing is quoted. */
  quote: string;
  /** What escapes a quote within quotes: the quote itself (doubled) or a backslash. */
  escape: string;
  /** What ends a line; a carriage return before a line feed belongs to it. */
  newline: '\n' | '\r';
  header: boolean;
  /** Lines before the header (or before the first row where there is no header). */
  skip: number;
  columns: readonly TextColumn[];
}
export interface TextColumn {
  /** Its name in the file; empty where it has none. */
  source: string;
  /** Its name in the table: the source's, made unique. */
  name: string;
  type: ColumnType;
  /** For dates and timestamps: the order in which the parts of a date stand where the year does not come first. */
  dateOrder?: 'ymd' | 'dmy' | 'mdy';
  /** For numbers. */
  decimalMark?: '.' | ',';
  /**
   * For timestamps with an offset: minutes east of UTC that all of them are expressed in. Where every sampled value
   * has the same offset it is that one, so that a local day stays a local day; else 0 (UTC). Without: as written.
   */
  offset?: number;
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
  /** The first rows, as text; a missing value is empty. */
  rows: readonly (readonly string[])[];
  /** Rows of the whole file: known for Parquet, estimated from the sample for text. */
  rowsInFile: { count: number; exact: boolean };
  /** What a person should know before importing; texts are `import.note.<code>`. */
  notes: readonly PreviewNote[];
}
export interface PreviewNote {
  code: 'encoding' | 'no_header' | 'skipped_lines' | 'ragged' | 'no_rows' | 'nul' | 'nested' | 'renamed';
  fields: Readonly<Record<string, string | number>>;
}
export interface PreviewColumn {
  name: string;
  type: ColumnType;
  /** Up to five different values, as they stand in the file. */
  examples: readonly string[];
  /** Share of the sampled values that are missing. */
  missing: number;
  /** Sampled values that do not fit the type, as they stand in the file. */
  unfit: { count: number; examples: readonly string[] };
  /** What could be read in two ways: 03/04/2024, or 1.234. */
  ambiguous?: 'dateOrder' | 'decimalMark';
  profile: ColumnProfile;
  /** Different values of the sample (up to 200, and 100,000 over all columns), unfit ones among them. */
  sample: readonly string[];
}

/** What a person has decided about how a text file is read; the rest is sniffed. */
export type TextChoices = Partial<Pick<TextOptions, 'encoding' | 'delimiter' | 'header'>>;

/** What the sampled values of a column look like; roles are proposed from it. */
export interface ColumnProfile {
  /** Values that are not missing, and how many of them differ. */
  values: number;
  distinct: number;
  /** Smallest and largest; numbers as such, dates and timestamps in days since 1970-01-01, text by its length. */
  min: number | null;
  max: number | null;
  /** Share of numbers below nought, and of numbers with a fraction. */
  negative: number;
  fractional: number;
  /** Share of values that look like an e-mail address, a phone number. */
  email: number;
  phone: number;
}

/** Why a row was left out, or a value was left empty; texts are `import.reason.<code>`. */
export type RejectReason =
  | 'too_few_fields'
  | 'too_many_fields'
  | 'open_quote'
  | 'not_integer'
  | 'not_number'
  | 'not_date'
  | 'not_timestamp'
  | 'not_flag'
  | 'too_large'
  | 'encoding'
  | 'nul';

/** A row that was left out, or a value that could not be read and was left empty. Line is 1-based in the file. */
export interface RejectedRow {
  line: number;
  /** Empty where the whole row was left out. */
  column: string;
  reason: RejectReason;
  /** The row or the value, as it stands in the file; at most 1,000 characters. */
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
  rejected: Rejected;
}
export interface Rejected {
  /** Rows left out and values left empty, together. */
  count: number;
  /** Rows left out. */
  rows: number;
  /** Values left empty (their row is there), by column. */
  values: Readonly<Record<string, number>>;
  first: readonly RejectedRow[];
}
