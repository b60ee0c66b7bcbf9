import type { CellResult } from '../cell/index.ts';
import type { NotebookDocument } from '../notebook/document.ts';
import { emptyDocument } from '../notebook/empty-document.ts';
import { AppError, Cancelled } from '../util/app-error.ts';
import { Lru } from '../util/lru.ts';
import type { CellState } from './cell-state.ts';
import { EngineLine, isLoss, type Standing } from './engine-line.ts';
import { Entries, type Listener } from './entries.ts';
import { type Entry, isDue, isFresh, keyOf, leave, makeDue, type RunPlan, stateOf } from './entry.ts';
import type { Executor, JobEvent } from './executor.ts';
import { buildGraph, downstreamOf } from './graph.ts';
import { type Plan, planCells } from './plan.ts';
import { type PlannedEnvironment, planEnvironment } from './planned-environment.ts';
import type { Runtime, RuntimeOptions, UpdateOptions } from './runtime-api.ts';
import { NOTHING, shownPartial, shownResult, withEvent } from './shown.ts';

/** Results that are remembered beside those that are kept. */
const MEMO = 300;

/** The reactive engine of a notebook; see `Runtime` for what it promises. */
export function createRuntime(options: RuntimeOptions): Runtime {
  return new NotebookRuntime(options);
}

/**
 * A document becomes a graph and a plan for each cell; plans carry run keys, which depend on the document alone, so
 * that what is stale is known before anything runs. One loop then takes the cells in order: each is answered from
 * memory, restored in the engine, or run, one at a time.
 */
class NotebookRuntime implements Runtime {
  readonly #options: RuntimeOptions;
  readonly #memo = new Lru<string, CellResult>(MEMO);
  readonly #cells = new Entries();
  readonly #line: EngineLine;
  #trusted = true;
  #absent: ReadonlySet<string> | null = null;
  /** The data of cells in scope. */
  #data: PlannedEnvironment = planEnvironment(emptyDocument({ id: 'none' }), { trusted: true, absent: new Set() });
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looping = false;
  #again = false;
  #disposed = false;
  #settling: (() => void)[] = [];

  constructor(options: RuntimeOptions) {
    this.#options = options;
    this.#line = new EngineLine(options.executor);
    if (options.onChange) this.#cells.listeners.add(options.onChange);
  }

  // Phase 1: what is each cell to become? Known from the document alone, at once.

  update(document: NotebookDocument, options: UpdateOptions = {}): void {
    if (this.#disposed) return;
    this.#trusted = options.trusted ?? this.#trusted;
    if (options.absent) this.#absent = new Set(options.absent);
    this.#plan(document);
    this.#cells.refresh();
    if (options.typed) this.#wakeLater();
    else this.#wake();
  }

  #plan(document: NotebookDocument): void {
    const { library, engine, app } = this.#options;
    const absent = this.#absent ?? new Set(document.sources.filter((source) => source.fingerprint === '').map((source) => source.id));
    const graph = buildGraph(document, library);
    const options = { trusted: this.#trusted, absent };
    const isWhole = document.scope.active === null;
    const whole = planEnvironment(isWhole ? document : { ...document, scope: { ...document.scope, active: null } }, options);
    const inScope = (basis: string): PlannedEnvironment => (isWhole ? whole : planEnvironment(document, { ...options, basis }));
    const { plans, scoped } = planCells({ document, graph, whole, scoped: inScope, library, engine, app });
    this.#data = scoped;
    this.#cells.setGraph(graph);
    for (const entry of this.#cells.inOrder()) this.#assign(entry, plans.get(entry.id) as Plan);
  }

  #assign(entry: Entry, plan: Plan): void {
    const before = entry.plan;
    entry.plan = plan;
    if (plan.kind !== 'run') {
      if (before.kind === 'run') makeDue(entry);
      if (plan.kind === 'idle') entry.base = null;
      return;
    }
    if (before.kind === 'run' && before.job.runKey === plan.job.runKey) {
      const stopped = entry.phase === 'failed' || entry.phase === 'cancelled';
      if (before.job.alias === plan.job.alias || stopped) return;
    } else {
      entry.lookedUp = false;
      entry.losses = 0;
    }
    makeDue(entry);
    if (entry.base && analysisOf(plan) !== entry.base.provenance?.cell) entry.base = null;
    this.#recall(entry);
  }

  /** Shows what is remembered of the present run key. */
  #recall(entry: Entry): void {
    const key = keyOf(entry);
    if (key === null || isFresh(entry)) return;
    const result = this.#memo.get(key);
    if (result) entry.base = shownResult(key, result);
  }

  // Phase 2: the loop. Whatever awaits looks again at where things stand afterwards.

  #wake(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#again = true;
    if (!this.#looping) void this.#loop();
  }

  #wakeLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), this.#options.typingDelay ?? 150);
  }

  async #loop(): Promise<void> {
    this.#looping = true;
    // Several edits of one turn are one change.
    await Promise.resolve();
    while (this.#again) {
      this.#again = false;
      while (this.#timer === undefined && !this.#disposed && (await this.#step())) this.#cells.refresh();
    }
    this.#looping = false;
    this.#cells.refresh();
    if (this.#timer === undefined) for (const done of this.#settling.splice(0)) done();
  }

  /** Does one thing; false when there is nothing to do. What to do is decided in one go, before anything is awaited. */
  async #step(): Promise<boolean> {
    if (await this.#lookUp()) return true;
    const { executor } = this.#line;
    if (!executor) return false;
    const next = this.#prepare(executor) ?? this.#forget(executor) ?? this.#restore(executor) ?? this.#run(executor);
    if (!next) return false;
    await next.catch((error) => {
      if (executor === this.#line.executor) this.#engineFailed(error);
    });
    return true;
  }

  /** Looks through kept results for cells of which nothing is remembered. */
  async #lookUp(): Promise<boolean> {
    const { keep } = this.#options;
    const open = this.#cells.inOrder().filter((entry) => isDue(entry) && !entry.lookedUp);
    const lookUp = async (entry: Entry): Promise<void> => {
      const key = keyOf(entry) as string;
      const kept = isFresh(entry) ? undefined : await keep?.get(key).catch(() => undefined);
      if (keyOf(entry) !== key || entry.lookedUp) return;
      entry.lookedUp = true;
      if (!kept) return;
      this.#memo.set(key, kept);
      this.#recall(entry);
    };
    await Promise.all(open.map(lookUp));
    return open.length > 0;
  }

  /** Has the canonical views made for what runs next, and in the end for the data in scope. */
  #prepare(executor: Executor): Promise<void> | null {
    const data = this.#dataToPrepare();
    if (!data) return null;
    const { environment, error, key } = data;
    const nothing = environment.bindings.length === 0 && this.#line.prepared === null;
    if (key === this.#line.prepared || error || nothing) return null;
    return this.#line.answer(executor.prepare(environment)).then(
      () => this.#prepared(executor, key, null),
      (cause) => {
        if (isLoss(cause)) throw cause;
        this.#prepared(executor, key, asAppError(cause));
      },
    );
  }

  /** Null where what runs next reads no canonical table, or a cell that the segment is made from is still to come. */
  #dataToPrepare(): PlannedEnvironment | null {
    const next = this.#next();
    if (next) return (next.plan as RunPlan).under;
    const feeders = [...this.#cells.graph.feeders].map((id) => this.#cells.get(id));
    return feeders.every((feeder) => feeder?.installed) ? this.#data : null;
  }

  #prepared(executor: Executor, key: string, error: AppError | null): void {
    if (executor !== this.#line.executor) return;
    this.#line.prepared = key;
    this.#line.prepareError = error;
  }

  /** Drops the views of a name that no cell has any more. */
  #forget(executor: Executor): Promise<void> | null {
    const wanted = this.#cells.inOrder().flatMap(({ plan }) => (plan.kind === 'run' ? [standingOf(plan)] : []));
    const alias = this.#line.unwanted(wanted);
    if (alias === undefined) return null;
    this.#line.forget(alias);
    return this.#line.answer(executor.forget(alias));
  }

  /** Puts the tables of a remembered result back under the cell's name. */
  #restore(executor: Executor): Promise<void> | null {
    const entry = this.#cells.inOrder().find((each) => isDue(each) && isFresh(each) && !each.mustRun);
    if (!entry) return null;
    const { plan } = entry as Entry & { plan: RunPlan };
    const { runKey, alias } = plan.job;
    const restored = this.#line.stands(alias, runKey) ? Promise.resolve(true) : this.#line.answer(executor.restore(runKey, alias));
    return restored.then((there) => {
      if (there && executor === this.#line.executor) this.#line.put(standingOf(plan));
      if (!isDue(entry) || entry.plan.kind !== 'run' || entry.plan.job.runKey !== runKey || entry.plan.job.alias !== alias) return;
      if (there || entry.base?.tables.length === 0) this.#finish(entry);
      else entry.mustRun = true;
    });
  }

  #run(executor: Executor): Promise<void> | null {
    const entry = this.#next();
    return entry ? this.#runCell(executor, entry) : null;
  }

  /** The first cell in order that can run: those with nothing to show before those whose tables are to be made again. */
  #next(): Entry | undefined {
    const ready = this.#cells.inOrder().filter((entry) => isDue(entry) && this.#cells.upstream(entry).every((up) => up.installed));
    return ready.find((entry) => !isFresh(entry)) ?? ready[0];
  }

  async #runCell(executor: Executor, entry: Entry): Promise<void> {
    const plan = entry.plan as RunPlan;
    const { job } = plan;
    if (this.#line.prepareError && plan.under) {
      leave(entry, 'failed', this.#line.prepareError);
      return;
    }
    const abort = new AbortController();
    const isCurrent = (): boolean => entry.abort === abort;
    const onEvent = this.#listen(entry, isCurrent);
    entry.abort = abort;
    entry.phase = 'running';
    entry.progress = { done: null, since: Date.now() };
    this.#cells.refresh();
    try {
      const { result } = await this.#line.answer(executor.run(job, onEvent, abort.signal));
      if (executor === this.#line.executor) this.#line.put(standingOf(plan));
      this.#keep(job.runKey, result);
      if (isCurrent()) this.#finish(entry);
    } catch (error) {
      if (executor !== this.#line.executor) return;
      this.#line.put({ ...standingOf(plan), runKey: '' });
      if (isLoss(error)) this.#died(entry, isCurrent(), asAppError(error));
      else if (isCurrent() && error instanceof Cancelled) leave(entry, 'cancelled');
      else if (isCurrent()) leave(entry, 'failed', asAppError(error));
    }
  }

  /** Shows what a run says of itself while it goes on. */
  #listen(entry: Entry, isCurrent: () => boolean): (event: JobEvent) => void {
    const { job, views } = entry.plan as RunPlan;
    const before = stateOf(entry, []).shown;
    return (event) => {
      if (!isCurrent()) return;
      if (event.type === 'progress') {
        entry.progress = { since: entry.progress.since, done: event.done, ...(event.note && { note: event.note }) };
      }
      entry.partial = withEvent(entry.partial, event);
      if (entry.partial !== NOTHING && event.type !== 'progress') {
        entry.partialShown = shownPartial(job.runKey, before, entry.partial, views);
      }
      this.#cells.touch(entry);
    };
  }

  /** Remembers a result, also for other cells that ask the same. */
  #keep(runKey: string, result: CellResult): void {
    this.#memo.set(runKey, result);
    void this.#options.keep?.put(runKey, result).catch(() => undefined);
    for (const entry of this.#cells.inOrder()) if (keyOf(entry) === runKey) this.#recall(entry);
  }

  #finish(entry: Entry): void {
    leave(entry, 'done');
    entry.installed = true;
    entry.losses = 0;
  }

  // What the person does.

  cancel(cellId: string): void {
    const entry = this.#cells.get(cellId);
    if (entry) stop(entry);
    this.#cells.refresh();
    this.#wake();
  }

  cancelAll(): void {
    for (const entry of this.#cells.inOrder()) stop(entry);
    this.#cells.refresh();
    this.#wake();
  }

  rerun(cellId: string): void {
    if (!this.#cells.get(cellId)) return;
    const { graph } = this.#cells;
    const stopped = this.#cells.inOrder().filter((entry) => entry.phase === 'failed' || entry.phase === 'cancelled');
    const above = stopped.map(({ id }) => id).filter((id) => downstreamOf(graph, new Set([id])).has(cellId));
    const ids = new Set([cellId, ...above]);
    for (const id of [...ids, ...downstreamOf(graph, ids)]) this.#startOver(this.#cells.get(id) as Entry);
    if (this.#line.prepareError) this.#line.prepared = '';
    this.#cells.refresh();
    this.#wake();
  }

  #startOver(entry: Entry): void {
    if (entry.plan.kind !== 'run') return;
    const standing = standingOf(entry.plan);
    makeDue(entry);
    this.#memo.delete(standing.runKey);
    this.#line.put({ ...standing, runKey: '' });
    entry.lookedUp = true;
    entry.losses = 0;
    if (entry.base) entry.base = { ...entry.base, runKey: '' };
  }

  // The engine comes and goes.

  engine(): 'absent' | 'ready' | 'lost' {
    if (this.#line.executor) return 'ready';
    return this.#line.lost ? 'lost' : 'absent';
  }

  setExecutor(executor: Executor | null): void {
    if (this.#disposed || (executor === this.#line.executor && !this.#line.lost)) return;
    this.#replaceEngine(executor, false);
    this.#wake();
  }

  /** The engine died under a run; the second time under the same run key, the cell itself is to blame. */
  #died(entry: Entry, current: boolean, error: AppError): void {
    entry.losses += 1;
    const again = entry.losses < 2;
    this.#replaceEngine(null, true);
    if (current && !again) leave(entry, 'failed', error);
  }

  #engineFailed(error: unknown): void {
    if (isLoss(error)) this.#replaceEngine(null, true);
    // Restoring went wrong: tables are made again instead.
    else for (const entry of this.#cells.inOrder()) if (isDue(entry)) entry.mustRun = true;
  }

  /** Nothing stands any more: what ran starts over, what was done is to be restored or made again. */
  #replaceEngine(executor: Executor | null, lost: boolean): void {
    for (const entry of this.#cells.inOrder()) {
      if (entry.phase === 'running' || entry.phase === 'done') makeDue(entry);
      entry.installed = false;
      entry.mustRun = false;
      this.#cells.mark(entry.id);
    }
    this.#line.replace(executor, lost);
    this.#cells.refresh();
  }

  // What the page reads.

  state(cellId: string): CellState {
    return this.#cells.state(cellId);
  }

  facts(): ReturnType<Runtime['facts']> {
    return this.#cells.facts().values;
  }

  staleFacts(): ReadonlySet<string> {
    return this.#cells.facts().stale;
  }

  subscribe(listener: Listener): () => void {
    this.#cells.listeners.add(listener);
    return () => this.#cells.listeners.delete(listener);
  }

  settled(): Promise<void> {
    if (this.#disposed || (!this.#looping && this.#timer === undefined)) return Promise.resolve();
    return new Promise((resolve) => this.#settling.push(resolve));
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#cells.listeners.clear();
    for (const entry of this.#cells.inOrder()) makeDue(entry);
    this.#line.replace(null, false);
    for (const done of this.#settling.splice(0)) done();
  }
}

/** Ends a run that is due or under way; it stays so until something changes or the person asks again. */
function stop(entry: Entry): void {
  if (entry.plan.kind !== 'run' || (entry.phase !== 'due' && entry.phase !== 'running')) return;
  entry.abort?.abort();
  leave(entry, 'cancelled');
}

/** What a result's provenance calls the cell. */
function analysisOf(plan: RunPlan): string {
  return plan.job.kind === 'analysis' ? plan.job.cell : 'sql';
}

function standingOf(plan: RunPlan): Standing {
  return { alias: plan.job.alias, cell: analysisOf(plan), runKey: plan.job.runKey };
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new AppError('unexpected', message, { message }, { cause: error });
}
