import {
  type CellLibrary,
  type CellResult,
  type Definitions,
  readParams,
  type ScopeInForce,
  TABLE_IDS,
  type TableId,
} from '../cell/index.ts';
import type { Connector } from '../engine/connector.ts';
import { canonicalTables } from '../runtime/canonical-tables.ts';
import { canonicalViews, isFiltered } from '../runtime/canonical-views.ts';
import type { AnalysisJob, Environment, Executor, Job, JobEvent, JobOutcome, SqlJob } from '../runtime/executor.ts';
import { AppError } from '../util/app-error.ts';
import { APP_VERSION } from '../util/app-version.ts';
import { hash64 } from '../util/hash.ts';
import { Serial } from '../util/serial.ts';
import { ident, type Sql, sql } from '../util/sql.ts';
import { type Coverage, countTable, type Effects, effectsOf, scopeInForce } from './left-out.ts';
import { Recorder } from './run-context.ts';
import { runSql } from './run-sql.ts';
import { type Entry, RunTables } from './run-tables.ts';

export interface ComputeOptions {
  /** Bytes of run tables that are kept before the least used ones go. */
  budgetBytes?: number;
  /** Whether a cell that breaks its declaration is an error (development, tests) or is let pass. */
  strict?: boolean;
}

const NOTHING: Environment = {
  sources: [],
  bindings: [],
  definitions: { currency: '', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [] },
  scope: { consent: false, segments: [], active: null },
};

/** Runs cells on an engine, one after the other. The page's worker, the terminal and the tests all use this one. */
export class Compute implements Executor {
  readonly connector: Connector;
  readonly runTables: RunTables;
  readonly #library: CellLibrary;
  readonly #strict: boolean;
  readonly #jobs = new Serial();
  #environment = NOTHING;
  #prepared = '';
  readonly #counts = new Map<TableId, Coverage>();
  #scope: ScopeInForce | null = null;

  constructor(connector: Connector, library: CellLibrary, options: ComputeOptions = {}) {
    this.connector = connector;
    this.#library = library;
    this.#strict = options.strict ?? false;
    this.runTables = new RunTables(connector, options.budgetBytes ?? 512 * 1024 * 1024);
  }

  prepare(environment: Environment): Promise<void> {
    return this.#jobs.run(async () => {
      const statements = canonicalViews(environment);
      const key = hash64(
        `${statements.map(({ text }) => text).join()} ${environment.sources.map(({ fingerprint }) => fingerprint).join()}`,
      );
      this.#environment = environment;
      if (key === this.#prepared) return;
      this.#prepared = '';
      this.#counts.clear();
      this.#scope = null;
      this.runTables.generation++;
      for (const statement of statements) await this.#make(statement, environment);
      await this.#dropOldScopes(statements.map(({ text }) => text).join());
      this.#prepared = key;
    });
  }

  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobOutcome> {
    return this.#jobs.run(async () => {
      onEvent({ type: 'started' });
      const entry = this.runTables.begin(job.runKey);
      try {
        const result =
          job.kind === 'sql' ? await this.#sql(job, entry, onEvent, signal) : await this.#analysis(job, entry, onEvent, signal);
        await this.runTables.commit(entry, job.alias);
        return { result, bytes: entry.bytes };
      } catch (error) {
        await this.runTables.discard(entry).catch(() => {});
        throw error;
      }
    }, signal);
  }

  restore(runKey: string, alias: string): Promise<boolean> {
    return this.runTables.restore(runKey, alias);
  }

  forget(alias: string): Promise<void> {
    return this.runTables.forget(alias);
  }

  /** What definitions and consent leave out, told before they are in force. */
  effects(environment: Environment): Promise<Effects> {
    return effectsOf(this.connector, environment);
  }

  /** Rows of a canonical table as the cells see it, and what was left out of the files behind it. */
  async coverage(table: TableId): Promise<Coverage> {
    const environment = this.#environment;
    const sources = environment.bindings
      .filter((binding) => binding.table === table)
      .map((binding) => environment.sources.find(({ id }) => id === binding.source));
    const ofRows = sources.reduce((sum, source) => sum + (source?.rows ?? 0), 0);
    if (!isFiltered(environment, table)) return { rows: ofRows, ofRows, left: [] };
    const known = this.#counts.get(table) ?? (await countTable(this.connector, environment, table));
    this.#counts.set(table, known);
    return known;
  }

  async #analysis(job: AnalysisJob, entry: Entry, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<CellResult> {
    const started = clock();
    const cell = this.#library.get(job.cell);
    if (!cell) throw new AppError('cell.unknown', `no such analysis: ${job.cell}`, { cell: job.cell });
    const { run } = await cell.run();
    const { values } = readParams(cell.params, job.params);
    const definitions: Definitions = this.#environment.definitions;
    const recorder = new Recorder({
      connector: this.connector,
      tables: this.runTables,
      entry,
      cell,
      alias: job.alias,
      params: values,
      bound: new Set(job.bound),
      definitions,
      signal,
      onEvent,
    });
    try {
      await run(recorder.context());
      const gathered = recorder.gathered(this.#strict);
      const inputs = await this.#inputs(new Set(job.bound.map((role) => role.split('.')[0] as TableId)));
      return {
        ...gathered,
        provenance: {
          cell: cell.id,
          cellVersion: cell.version,
          params: values,
          resolved: recorder.resolved,
          inputs,
          statements: recorder.statements,
          ...(await this.#inForce()),
          ...this.#stamp(started),
        },
      };
    } finally {
      await recorder.sweep();
    }
  }

  async #sql(job: SqlJob, entry: Entry, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<CellResult> {
    const started = clock();
    const { table, view, statements } = await runSql(job, this.connector, this.runTables, entry, signal);
    onEvent({ type: 'view', view });
    const inputs = await this.#inputs(new Set(canonicalTables(job.code)));
    const provenance = {
      cell: 'sql',
      cellVersion: 1,
      params: { code: job.code },
      resolved: {},
      inputs,
      statements,
      ...(inputs.length > 0 && (await this.#inForce())),
      ...this.#stamp(started),
    };
    return { tables: [table], views: [view], facts: [], checks: [], provenance };
  }

  #inputs(tables: ReadonlySet<TableId>): Promise<CellResult['provenance']['inputs']> {
    const used = TABLE_IDS.filter((table) => tables.has(table));
    return Promise.all(
      used.map(async (table) => {
        const ids = this.#environment.bindings.filter((binding) => binding.table === table).map(({ source }) => source);
        const prints = this.#environment.sources.filter(({ id }) => ids.includes(id)).map(({ fingerprint }) => fingerprint);
        return { table, fingerprint: prints.join('+'), ...(await this.coverage(table)) };
      }),
    );
  }

  async #inForce() {
    this.#scope ??= await scopeInForce(this.connector, this.#environment);
    return { definitions: this.#environment.definitions, scope: this.#scope };
  }

  /** A segment that cannot be read is said by its name. */
  async #make(statement: Sql, { scope }: Environment): Promise<void> {
    try {
      await this.connector.exec(statement);
    } catch (error) {
      const isSegment = statement.text.startsWith('CREATE TABLE IF NOT EXISTS "run"."scope__segment_');
      if (!isSegment || !(error instanceof AppError) || error.code !== 'sql') throw error;
      const name = scope.segments.find(({ id }) => id === scope.active)?.name ?? '';
      const message = String(error.fields.message ?? error.message);
      throw new AppError('scope.segment', `the segment cannot be read: ${name}`, { name, message }, { cause: error });
    }
  }

  #stamp(started: { at: string; since: number }) {
    return { appVersion: APP_VERSION, engine: this.connector.version, startedAt: started.at, ms: performance.now() - started.since };
  }

  /** Sets of customers that are no longer the notebook's. */
  async #dropOldScopes(statements: string): Promise<void> {
    for (const { schema, name } of await this.connector.tables()) {
      if (schema !== 'run' || !name.startsWith('scope__') || statements.includes(name)) continue;
      await this.connector.exec(sql`DROP TABLE IF EXISTS ${ident(schema, name)}`);
    }
  }
}

const clock = () => ({ at: new Date().toISOString(), since: performance.now() });
