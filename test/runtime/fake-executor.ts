import type { CellResult } from '../../src/cell/index.ts';
import { tableReferences } from '../../src/notebook/sql-names.ts';
import type { Environment, Executor, Job, JobEvent, JobOutcome } from '../../src/runtime/executor.ts';
import { AppError, Cancelled } from '../../src/util/app-error.ts';
import { hash64 } from '../../src/util/hash.ts';

/**
 * An executor without an engine: a "table" is a hash of everything that it was made from, so that a run in the wrong
 * order, on old inputs or with the wrong parameters gives other content. It records what it was asked.
 */
export class FakeExecutor implements Executor {
  readonly calls: string[] = [];
  /** The content of each table that stands (one per cell: `<alias>_scores` or the name), and of each run key. */
  readonly standing = new Map<string, string>();
  readonly kept = new Map<string, { content: string; suffix: string }>();
  environment: Environment | null = null;
  /** Names whose run waits until `release`; others end at once. */
  readonly held = new Map<string, () => void>();
  readonly hold = new Set<string>();
  /** SQL or parameters that hold one of these words fail with its error. */
  readonly failures = new Map<string, AppError>();
  onEvent: ((event: JobEvent) => void) | null = null;
  prepareFailure: AppError | null = null;
  /** Does not hear that a run is cancelled, as an executor that had just finished. */
  deaf = false;
  /** Turns of the microtask queue that each call takes. */
  pace = 0;

  async prepare(environment: Environment): Promise<void> {
    this.calls.push('prepare');
    await this.#think();
    if (this.prepareFailure) throw this.prepareFailure;
    this.environment = environment;
  }

  async run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobOutcome> {
    this.calls.push(`run ${job.alias}`);
    onEvent({ type: 'started' });
    this.onEvent = onEvent;
    const content = this.#content(job);
    await this.#think();
    if (this.hold.has(job.alias)) await this.#wait(job.alias, signal);
    if (signal.aborted && !this.deaf) throw this.#cancelled(job);
    for (const [word, error] of this.failures) if (JSON.stringify(job).includes(word)) throw error;
    const suffix = job.kind === 'analysis' ? '_scores' : '';
    this.standing.set(`${job.alias}${suffix}`.toLowerCase(), content);
    this.kept.set(job.runKey, { content, suffix });
    return { result: resultOf(job, content), bytes: 1 };
  }

  async restore(runKey: string, alias: string): Promise<boolean> {
    await this.#think();
    const kept = this.kept.get(runKey);
    this.calls.push(`restore ${alias}${kept ? '' : ' in vain'}`);
    if (kept) this.standing.set(`${alias}${kept.suffix}`.toLowerCase(), kept.content);
    return kept !== undefined;
  }

  async forget(alias: string): Promise<void> {
    this.calls.push(`forget ${alias}`);
    this.standing.delete(alias.toLowerCase());
    this.standing.delete(`${alias}_scores`.toLowerCase());
  }

  /** Lets a held run end; later ones under this name are not held. */
  release(alias: string): void {
    this.hold.delete(alias);
    this.held.get(alias)?.();
  }

  /** The runs asked for since the last time. */
  takeRuns(): string[] {
    const runs = this.calls.filter((call) => call.startsWith('run ')).map((call) => call.slice(4));
    this.calls.length = 0;
    return runs;
  }

  async #think(): Promise<void> {
    for (let turn = 0; turn < this.pace; turn += 1) await Promise.resolve();
  }

  #content(job: Job): string {
    if (job.kind === 'analysis') {
      const { sources, bindings, definitions } = this.environment as Environment;
      return hash64(JSON.stringify([job.cell, job.params, [...job.bound].sort(), sources, bindings, definitions]));
    }
    const inputs = tableReferences(job.code).map(({ name }) => this.standing.get(name.toLowerCase()) ?? this.#canonical(name));
    return hash64(JSON.stringify([job.code, inputs]));
  }

  #canonical(table: string): string {
    const bindings = this.environment?.bindings.filter((binding) => binding.table === table.toLowerCase()) ?? [];
    if (bindings.length === 0) throw new AppError('sql', `no such table: ${table}`);
    return JSON.stringify([bindings, this.environment?.definitions.statuses]);
  }

  #wait(alias: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.held.set(alias, resolve);
      signal.addEventListener('abort', () => resolve());
    });
  }

  #cancelled(job: Job): Cancelled {
    this.calls.push(`cancelled ${job.alias}`);
    return new Cancelled();
  }
}

function resultOf(job: Job, content: string): CellResult {
  return {
    tables: [{ name: job.kind === 'analysis' ? 'scores' : job.alias, columns: [], rows: 1, grain: 'total' }],
    views: [{ kind: 'headline', id: 'headline', text: { key: 'headline', args: { content } } }],
    facts: [{ name: 'content', value: { value: content, unit: 'number' }, grain: 'total' }],
    checks: [],
    provenance: {
      cell: job.kind === 'analysis' ? job.cell : 'sql',
      cellVersion: 1,
      appVersion: 'test',
      engine: 'test',
      params: {},
      resolved: {},
      inputs: [],
      statements: [],
      startedAt: '2024-01-01T00:00:00Z',
      ms: 1,
    },
  };
}
