import type { CellLibrary } from '../cell/index.ts';
import type { Connector } from '../engine/connector.ts';
import { columnSample, dropSource, importFile, preview, rejectedRows } from '../import/index.ts';
import type { ImportProgress, ReadOptions, TextChoices } from '../import/options.ts';
import type { Environment, Job, JobEvent } from '../runtime/executor.ts';
import { AppError } from '../util/app-error.ts';
import { Compute, type ComputeOptions } from './compute.ts';
import type { BootOptions, ComputeApi, EngineInfo, PageRequest } from './compute-api.ts';
import { tableCsv } from './csv.ts';
import { columnValues, Pages } from './page.ts';

/** Starts an engine; the worker has DuckDB-WASM, a test may have another. */
export type Connect = (options: BootOptions, onLost: (error: AppError) => void) => Promise<Connector>;

/** All that the compute worker offers, without the worker: tasks by name, callbacks as they come. */
export class ComputeService implements ComputeApi {
  readonly #connect: Connect;
  readonly #library: CellLibrary;
  readonly #options: ComputeOptions;
  readonly #tasks = new Map<string, AbortController>();
  #compute: Compute | null = null;
  #pages: Pages | null = null;

  constructor(connect: Connect, library: CellLibrary, options: ComputeOptions = {}) {
    this.#connect = connect;
    this.#library = library;
    this.#options = options;
  }

  async boot(options: BootOptions, onLost: (error: AppError) => void): Promise<EngineInfo> {
    const start = performance.now();
    await this.#compute?.connector.close();
    this.#compute = null;
    const connector = await this.#connect(options, onLost);
    this.#compute = new Compute(connector, this.#library, this.#options);
    this.#pages = new Pages(connector, this.#compute.runTables);
    return { version: connector.version, bootMs: performance.now() - start };
  }

  async prepare(environment: Environment): Promise<void> {
    await this.#ready.prepare(environment);
  }

  run(task: string, job: Job, onEvent: (event: JobEvent) => void) {
    return this.#task(task, async (signal) => {
      // Events go another way than the answer: the last one is awaited, so that none comes after it.
      let last: unknown;
      const outcome = await this.#ready.run(
        job,
        (event) => {
          last = onEvent(event);
        },
        signal,
      );
      await last;
      return outcome;
    });
  }

  async restore(runKey: string, alias: string) {
    return this.#ready.restore(runKey, alias);
  }

  async forget(alias: string) {
    await this.#ready.forget(alias);
  }

  async cancel(task: string): Promise<void> {
    this.#tasks.get(task)?.abort();
  }

  preview(file: File, choices?: TextChoices) {
    return preview(file, choices);
  }

  import(task: string, source: string, file: File, options: ReadOptions, onProgress: (progress: ImportProgress) => void) {
    return this.#task(task, async (signal) => {
      let last: unknown;
      const note = (progress: ImportProgress) => {
        last = onProgress(progress);
      };
      const imported = await importFile(this.#ready.connector, source, file, options, note, signal);
      await last;
      return imported;
    });
  }

  async rejected(source: string) {
    return rejectedRows(this.#ready.connector, source);
  }

  async dropSource(source: string) {
    await dropSource(this.#ready.connector, source);
  }

  async columnSample(source: string, column: string, rows: number) {
    return columnSample(this.#ready.connector, source, column, rows);
  }

  async effects(environment: Environment) {
    return this.#ready.effects(environment);
  }

  async values(table: string, column: string) {
    return columnValues(this.#ready.connector, table, column);
  }

  async page(table: string, request: PageRequest) {
    return (this.#pages as Pages).page(table, request);
  }

  async csv(table: string) {
    return tableCsv(this.#ready.connector, this.#ready.runTables, table);
  }

  async tables() {
    const { connector } = this.#ready;
    const found = (await connector.tables()).filter(({ schema }) => schema === 'main');
    return Promise.all(found.map(async ({ name, kind }) => ({ name, kind, columns: await connector.columns({ schema: 'main', name }) })));
  }

  get #ready(): Compute {
    if (!this.#compute) throw new AppError('engine.lost', 'the engine was not started', { reason: 'absent', detail: '' });
    return this.#compute;
  }

  async #task<T>(task: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#tasks.set(task, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#tasks.delete(task);
    }
  }
}
