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

export interface Provenance {
  cell: string;
  cellVersion: number;
  appVersion: string;
  engine: string;
  /** As the person set them, and as they were resolved (what `auto` became). */
  params: Readonly<Record<string, unknown>>;
  resolved: Readonly<Record<string, unknown>>;
  /** Canonical table → fingerprint of the data behind it and its rows, of those in the files (`ofRows`) before definitions and scope. */
  inputs: readonly { table: string; fingerprint: string; rows: number; ofRows?: number }[];
  /** Every statement that was run, in order. */
  statements: readonly { sql: string; ms: number; rows: number | null }[];
  startedAt: string;
  ms: number;
}
