import { ident, sql } from '../../util/sql.ts';

/** A column of a table of customers, and one of its values; null for every customer in the table. */
export interface SegmentBy {
  column: string;
  value: string;
}

/** The select that a segment is saved as. Values are compared as text, as they are shown. */
export function segmentSelect(table: string, by: SegmentBy | null): string {
  const all = sql`SELECT customer FROM ${ident(table)}`;
  return (by ? sql`${all} WHERE CAST(${ident(by.column)} AS VARCHAR) = ${by.value}` : all).text;
}

/** Statuses after one of them was switched; empty where all count. Those that the data has are `known`. */
export function switchStatus(chosen: readonly string[], known: readonly string[], status: string): string[] {
  const before = chosen.length === 0 ? known : chosen;
  const after = before.includes(status) ? before.filter((each) => each !== status) : [...before, status];
  // None at all would be no different from all: the last one stays.
  if (after.length === 0) return [...chosen];
  return known.every((each) => after.includes(each)) ? [] : after;
}
