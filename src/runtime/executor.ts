import type { CellResult, Check, Definitions, Fact, RoleId, Text, View } from '../cell/index.ts';
import type { Binding, Scope, Source } from '../notebook/document.ts';

/**
 * What runs cells. The page talks to one in the compute worker, the terminal and the tests have one in their own
 * process; both are `workers/compute.ts`. Jobs are run one after the other, in the order given.
 */
export interface Executor {
  /** Makes the canonical views for these bindings; cheap where nothing changed. */
  prepare(environment: Environment): Promise<void>;
  /** Runs a cell; rejects with `Cancelled` or an `AppError`. Tables are swapped in only if it succeeds. */
  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobOutcome>;
  /** Puts the tables of an earlier run back under their names; false where they are no longer there. */
  restore(runKey: string, alias: string): Promise<boolean>;
  /** Drops the views of a cell that was removed or renamed; its tables stay for undo, within the byte budget. */
  forget(alias: string): Promise<void>;
}

/** All that a run depends on beside its own code and parameters. */
export interface Environment {
  sources: readonly Source[];
  bindings: readonly Binding[];
  definitions: Definitions;
  scope: Scope;
  /** Names what the segment in force is made from: the results of the cells that it reads. */
  basis?: string;
}

export type Job = AnalysisJob | SqlJob;
interface JobBase {
  /** The notebook cell. */
  id: string;
  /** Names the result: same key, same result. `[0-9a-f]{16}`. */
  runKey: string;
  /** The prefix (analysis) or name (SQL) of what it leaves. */
  alias: string;
}
export interface AnalysisJob extends JobBase {
  kind: 'analysis';
  cell: string;
  params: Readonly<Record<string, unknown>>;
  bound: readonly RoleId[];
}
export interface SqlJob extends JobBase {
  kind: 'sql';
  code: string;
}

export type JobEvent =
  | { type: 'started' }
  | { type: 'progress'; done: number | null; note?: Text }
  | { type: 'view'; view: View }
  | { type: 'fact'; fact: Fact }
  | { type: 'check'; check: Check };

export interface JobOutcome {
  result: CellResult;
  /** Bytes that its tables take, as estimated. */
  bytes: number;
}
