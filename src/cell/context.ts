import type { ColumnTable } from 'arquero';
import type { Frame } from '../util/frame.ts';
import type { Sql } from '../util/sql.ts';
import type { Quantity } from './quantity.ts';
import type { RoleId } from './roles.ts';
import type { Text } from './text.ts';
import type { Check, Disclosure, View } from './view.ts';

/** What the notebook has decided for all of its cells; already applied in the canonical views. */
export interface Definitions {
  /** ISO 4217, or empty where it is not known. */
  currency: string;
  /** 1 Monday … 7 Sunday. */
  weekStart: number;
  /** The day that "now" is; `auto` is the last day in the data. */
  asOf: string;
  /** Returns (negative amounts, or is_return): netted against sales, kept with the sign that the file gives them, or dropped. */
  returns: 'net' | 'keep' | 'drop';
  /** Order statuses that count, of which the empty text is an order without one; empty means all. */
  statuses: readonly string[];
}

/**
 * All that a run may touch. It reads the canonical views by their names (`orders`, `customers`, …), makes the tables
 * it declared, and shows views as they become ready; the page puts them in the declared order.
 */
export interface RunContext<P = Readonly<Record<string, unknown>>> {
  readonly params: P;
  readonly definitions: Definitions;
  readonly signal: AbortSignal;
  /** Whether a role that was optional, or one of several, is bound. */
  has(role: RoleId): boolean;
  query(statement: Sql): Promise<Frame>;
  /** Makes one of the declared tables and returns its quoted name, for use in later SQL. */
  table(name: string, select: Sql): Promise<Sql>;
  /** A table for this run alone; dropped when it ends. */
  scratch(name: string, select: Sql): Promise<Sql>;
  /** The same out of numbers that were computed here: columns of one length, NaN as NULL. */
  scratchOf(name: string, columns: Readonly<Record<string, Float64Array>>): Promise<Sql>;
  /** Rows of a query as an Arquero table: to pivot, fold or join small results on the way to a view. */
  reshape(frame: Frame): ColumnTable;
  /** Names a value that `auto` became. */
  resolved(param: string, value: unknown): void;
  show(view: View): void;
  fact(name: string, value: Quantity, disclosure?: Disclosure): void;
  check(check: Check): void;
  /** Share done, 0…1, or null where it cannot be known. */
  progress(done: number | null, note?: Text): void;
  /** Awaited in long loops: lets a cancel through and throws `Cancelled`; free when called often. */
  breathe(): Promise<void>;
}
