/**
 * Rows as columns, decoded from Arrow. Dates and timestamps are ISO text in `values` and `rows`
 * (`YYYY-MM-DD`, `YYYY-MM-DD HH:MM:SS`), numbers are numbers (a BIGINT beyond
 * 2^53, as a long order number, is text in `values` and `rows`, so that no digit is lost), NULL is null.
 */
export interface Frame {
  readonly size: number;
  readonly names: readonly string[];
  /** One column as numbers, NULL as NaN; dates as days since 1970-01-01, timestamps as milliseconds since then. */
  numbers(name: string): Float64Array;
  values(name: string): FrameValue[];
  rows(): Record<string, FrameValue>[];
}

export type FrameValue = string | number | boolean | null;
