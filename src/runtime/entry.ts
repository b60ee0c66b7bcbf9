import type { Text } from '../cell/index.ts';
import type { AppError } from '../util/app-error.ts';
import type { CellState, Shown, Status } from './cell-state.ts';
import type { Plan } from './plan.ts';
import { NOTHING, type Partial, stale } from './shown.ts';

export type RunPlan = Extract<Plan, { kind: 'run' }>;

/** What the runtime remembers of one cell. */
export interface Entry {
  readonly id: string;
  plan: Plan;
  /** How far its run has come; means nothing unless the plan is to run. */
  phase: Phase;
  /** The latest finished result, of whatever run key. */
  base: Shown | null;
  partial: Partial;
  /** The partial result over the one before; null until something has been shown. */
  partialShown: Shown | null;
  /** Whether kept results have been looked through for this run key. */
  lookedUp: boolean;
  /** The tables of this run key stand under the cell's name in the engine. */
  installed: boolean;
  /** Restoring was tried and failed: only a run brings the tables back. */
  mustRun: boolean;
  progress: { done: number | null; note?: Text; since: number };
  error: AppError | null;
  /** How often the engine died under this run key. */
  losses: number;
  abort: AbortController | null;
  state: CellState;
}

export type Phase = 'due' | 'running' | 'done' | 'failed' | 'cancelled';

export const IDLE: CellState = { status: { kind: 'idle' }, shown: null };

export function newEntry(id: string): Entry {
  return {
    id,
    plan: { kind: 'idle' },
    phase: 'due',
    base: null,
    partial: NOTHING,
    partialShown: null,
    lookedUp: false,
    installed: false,
    mustRun: false,
    progress: { done: null, since: 0 },
    error: null,
    losses: 0,
    abort: null,
    state: IDLE,
  };
}

/** Its run key, or null where it is not to run. */
export function keyOf(entry: Entry): string | null {
  return entry.plan.kind === 'run' ? entry.plan.job.runKey : null;
}

/** Whether the result on the page is already that of the present run key. */
export function isFresh(entry: Entry): boolean {
  return entry.base !== null && entry.base.runKey === keyOf(entry);
}

/** Whether it waits to be answered: from memory, from the engine's tables, or by a run. */
export function isDue(entry: Entry): boolean {
  return entry.plan.kind === 'run' && entry.phase === 'due';
}

/** Back to the start; a run that is under way is cancelled. */
export function makeDue(entry: Entry): void {
  entry.abort?.abort();
  leave(entry, 'due');
  entry.installed = false;
  entry.mustRun = false;
}

/** Ends a run, well or not. */
export function leave(entry: Entry, phase: Exclude<Phase, 'running'>, error: AppError | null = null): void {
  entry.abort = null;
  entry.phase = phase;
  entry.error = error;
  entry.partial = NOTHING;
  entry.partialShown = null;
}

/** What the page sees, given the entries of the cells that this one reads from. The same object where nothing changed. */
export function stateOf(entry: Entry, upstream: readonly Entry[]): CellState {
  const status = statusOf(entry, upstream);
  const shown = shownOf(entry, status);
  return shown === entry.state.shown && same(status, entry.state.status) ? entry.state : { status, shown };
}

function statusOf(entry: Entry, upstream: readonly Entry[]): Status {
  const { plan, phase } = entry;
  if (plan.kind === 'failed') return { kind: 'failed', error: plan.error };
  if (plan.kind === 'unread') return { kind: 'queued' };
  if (plan.kind !== 'run') return plan;
  if (phase === 'done') return { kind: 'done' };
  if (phase === 'running') return { kind: 'running', ...entry.progress };
  if (phase === 'failed') return { kind: 'failed', error: entry.error as AppError };
  if (phase === 'cancelled') return { kind: 'cancelled' };
  if (isFresh(entry)) return { kind: 'done' };
  const stuck = upstream.filter((each) => STUCK.has(each.state.status.kind));
  if (stuck.length > 0) return { kind: 'blocked', reason: { kind: 'upstream', cells: stuck.map((each) => each.id) } };
  const open = upstream.filter((each) => each.phase !== 'done');
  return open.length > 0 ? { kind: 'waiting', on: open.map((each) => each.id) } : { kind: 'queued' };
}
const STUCK = new Set<Status['kind']>(['failed', 'cancelled', 'blocked', 'untrusted', 'idle']);

function shownOf(entry: Entry, status: Status): Shown | null {
  if (status.kind === 'idle') return null;
  if (isFresh(entry)) return entry.base;
  return (status.kind === 'running' ? entry.partialShown : null) ?? stale(entry.base);
}

/** Statuses are small and plain; most have nothing but a kind. */
function same(a: Status, b: Status): boolean {
  if (a.kind !== b.kind) return false;
  return Object.keys(a).length === 1 || JSON.stringify(a) === JSON.stringify(b);
}
