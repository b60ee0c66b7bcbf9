import type { Check, Fact, Provenance, ResultTable, RoleId, Text, View } from '../cell/index.ts';
import type { AppError } from '../util/app-error.ts';

/** What the page draws for one notebook cell. The same object until something about the cell changes. */
export interface CellState {
  readonly status: Status;
  /** The result to draw: this run's, or the previous one's while a new one is made; null where there is none. */
  readonly shown: Shown | null;
}

export type Status =
  /** Prose, or a SQL cell with nothing in it. */
  | { readonly kind: 'idle' }
  /** Needs the tables of cells that are not done. */
  | { readonly kind: 'waiting'; readonly on: readonly string[] }
  /** Waits for its turn, or for the engine. */
  | { readonly kind: 'queued' }
  /** `done` is a share 0…1, or null where it cannot be known. `since` is in milliseconds, as Date.now(). */
  | { readonly kind: 'running'; readonly done: number | null; readonly note?: Text; readonly since: number }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** The person stopped it; it stays so until it is re-run or something that it depends on changes. */
  | { readonly kind: 'cancelled' }
  /** SQL of a shared notebook that the reader has not agreed to run on data of their own. */
  | { readonly kind: 'untrusted' }
  | { readonly kind: 'blocked'; readonly reason: Blocked };

export type Blocked =
  /** Bind every role of one of the alternatives and the cell can run. */
  | { readonly kind: 'needs'; readonly missing: readonly (readonly RoleId[])[] }
  /** Files that this browser does not have, by name. */
  | { readonly kind: 'source'; readonly sources: readonly { readonly id: string; readonly name: string }[] }
  /** Cells above that failed, were stopped or are blocked themselves. */
  | { readonly kind: 'upstream'; readonly cells: readonly string[] }
  /** Every cell of the circle, in the document's order. */
  | { readonly kind: 'cycle'; readonly cells: readonly string[] }
  /** A name that several cells, or a cell and a canonical table (`cells` holds only it), want to make. */
  | { readonly kind: 'duplicate'; readonly name: string; readonly cells: readonly string[] };

/** A result on the page. Partial while a run goes on; stale where it is (in part) of earlier inputs. */
export interface Shown {
  readonly runKey: string;
  /** True while a newer run is due: everything but the views named in `fresh` is of an earlier run. */
  readonly stale: boolean;
  /** True until the run has ended. */
  readonly partial: boolean;
  /** Ids of the views that this run has already shown; all of them once it has ended. */
  readonly fresh: readonly string[];
  readonly views: readonly View[];
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
  readonly tables: readonly ResultTable[];
  readonly provenance: Provenance | null;
}
