import type { Definitions } from './context.ts';
import type { Quantity } from './quantity.ts';
import type { Check, Disclosure, View } from './view.ts';

/** A named number that prose can quote as `{{rfm.champions_share}}`. */
export interface Fact extends Disclosure {
  name: string;
  value: Quantity;
}

/** A table that the run left for later cells, under `<alias>_<name>`. */
export interface ResultTable extends Disclosure {
  name: string;
  columns: readonly { name: string; type: string }[];
  rows: number;
}

/** The one thing that the page, the link, the report and the terminal all show. Plain JSON. */
export interface CellResult {
  tables: readonly ResultTable[];
  /** In the reading order that the cell declares. */
  views: readonly View[];
  facts: readonly Fact[];
  checks: readonly Check[];
  provenance: Provenance;
}

/**
 * Why a row does not count: its order's status, a return, an order or deal that does not count, a customer without
 * consent or outside of the segment, no customer named, or a table in which nothing leads to a customer.
 */
export type LeftOutReason = 'status' | 'returns' | 'parent' | 'consent' | 'segment' | 'nobody' | 'unlinked';

/** Rows of a table that were left out, each counted under the first reason that it has. */
export interface LeftOut {
  reason: LeftOutReason;
  rows: number;
  /** The statuses that do not count, the most frequent first; empty text for none. */
  values?: readonly { value: string; rows: number }[];
}

/** Whom a result is about. */
export interface ScopeInForce {
  consent: boolean;
  /** The segment and how many customers it has. */
  segment: { name: string; customers: number } | null;
}

export interface Provenance {
  cell: string;
  cellVersion: number;
  appVersion: string;
  engine: string;
  /** As the person set them, and as they were resolved (what `auto` became). */
  params: Readonly<Record<string, unknown>>;
  resolved: Readonly<Record<string, unknown>>;
  /** Canonical table → fingerprint of the data behind it and its rows, of those in the files (`ofRows`) before definitions and scope. */
  inputs: readonly { table: string; fingerprint: string; rows: number; ofRows?: number; left?: readonly LeftOut[] }[];
  /** The notebook's definitions and scope in force. */
  definitions?: Definitions;
  scope?: ScopeInForce;
  /** Every statement that was run, in order. */
  statements: readonly { sql: string; ms: number; rows: number | null }[];
  startedAt: string;
  ms: number;
}
