import { proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { Imported, ImportProgress, ReadOptions, TextChoices } from '../import/options.ts';
import type { Environment, Executor, Job, JobEvent, JobOutcome } from '../runtime/executor.ts';
import { AppError, Cancelled } from '../util/app-error.ts';
import { watchLifeline } from '../util/lifeline.ts';
import type { BootOptions, ComputeApi, EngineInfo, PageRequest } from './compute-api.ts';
import { installErrorTransfer } from './error-transfer.ts';
import type { WorkerApi } from './serve-compute.ts';

export interface ClientOptions extends Partial<BootOptions> {
  /** The engine or its worker died; every call that was under way has been rejected with this error. */
  onLost?: (error: AppError) => void;
  /** Starts the worker. */
  start: () => Worker;
}

const TIMEOUT_MS = 30_000;
let tasks = 0;

/**
 * The page's side of the compute worker: promises and signals. Nothing runs before `boot`. After a loss every call
 * rejects with `engine.lost` until `restart`, which starts with an empty database.
 */
export class ComputeClient implements Executor {
  readonly #options: ClientOptions;
  readonly #pending = new Set<(error: AppError) => void>();
  #worker: Worker | null = null;
  #remote: Remote<WorkerApi> | null = null;
  #lost: AppError = new AppError('engine.lost', 'the engine was not started', { reason: 'absent', detail: '' });
  #unwatch = () => {};

  constructor(options: ClientOptions) {
    this.#options = options;
    installErrorTransfer();
  }

  /** Starts the worker and its engine; throws `engine.boot`. */
  async boot(signal?: AbortSignal): Promise<EngineInfo> {
    this.#stop();
    const timeoutMs = this.#options.timeoutMs ?? TIMEOUT_MS;
    const worker = this.#options.start();
    this.#worker = worker;
    this.#remote = wrap<WorkerApi>(worker);
    worker.addEventListener('error', (event) => this.#lose(worker, bootError('script', event.message || 'compute worker')));
    const { onLost: _, start: __, ...rest } = this.#options;
    // The engine's own time limit says more; this one is for a worker that never answers at all.
    const timer = setTimeout(() => this.#lose(worker, bootError('timeout', `no answer within ${timeoutMs / 1000} s`)), timeoutMs + 2_000);
    const onAbort = () => this.#lose(worker, new Cancelled());
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      const lifeline = `clientele-compute-${crypto.randomUUID()}`;
      await this.#call((remote) => remote.lifeline(lifeline));
      this.#unwatch = watchLifeline(lifeline, () => this.#lose(worker, lostError('crashed')));
      const onLost = proxy((error: AppError) => this.#lose(worker, error));
      return await this.#call((remote) => remote.boot({ ...rest, timeoutMs }, onLost));
    } catch (error) {
      this.#stop();
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    }
  }

  /** A new worker with an empty database. */
  restart(signal?: AbortSignal): Promise<EngineInfo> {
    return this.boot(signal);
  }

  /** Ends the worker; calls under way reject. */
  dispose(): void {
    this.#stop();
  }

  prepare(environment: Environment): Promise<void> {
    return this.#call((remote) => remote.prepare(environment));
  }

  run(job: Job, onEvent: (event: JobEvent) => void, signal: AbortSignal): Promise<JobOutcome> {
    return this.#task(signal, (remote, task) => remote.run(task, job, proxy(onEvent)) as Promise<JobOutcome>);
  }

  restore(runKey: string, alias: string): Promise<boolean> {
    return this.#call((remote) => remote.restore(runKey, alias));
  }

  forget(alias: string): Promise<void> {
    return this.#call((remote) => remote.forget(alias));
  }

  preview(file: File, choices?: TextChoices): ReturnType<ComputeApi['preview']> {
    return this.#call((remote) => remote.preview(file, choices));
  }

  import(
    source: string,
    file: File,
    options: ReadOptions,
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<Imported> {
    return this.#task(signal, (remote, task) => remote.import(task, source, file, options, proxy(onProgress)) as Promise<Imported>);
  }

  rejected(source: string): Promise<Blob> {
    return this.#call((remote) => remote.rejected(source));
  }

  dropSource(source: string): Promise<void> {
    return this.#call((remote) => remote.dropSource(source));
  }

  columnSample(source: string, column: string, rows: number): ReturnType<ComputeApi['columnSample']> {
    return this.#call((remote) => remote.columnSample(source, column, rows));
  }

  effects(environment: Environment): ReturnType<ComputeApi['effects']> {
    return this.#call((remote) => remote.effects(environment));
  }

  values(table: string, column: string): ReturnType<ComputeApi['values']> {
    return this.#call((remote) => remote.values(table, column));
  }

  page(table: string, request: PageRequest): ReturnType<ComputeApi['page']> {
    return this.#call((remote) => remote.page(table, request));
  }

  csv(table: string): Promise<Blob> {
    return this.#call((remote) => remote.csv(table));
  }

  tables(): ReturnType<ComputeApi['tables']> {
    return this.#call((remote) => remote.tables());
  }

  /** A call under a name by which it can be cancelled; a signal that fires rejects it at once. */
  #task<T>(signal: AbortSignal | undefined, ask: (remote: Remote<WorkerApi>, task: string) => Promise<T>): Promise<T> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    const task = `${++tasks}`;
    const onAbort = () => void this.#remote?.cancel(task).catch(() => {});
    signal?.addEventListener('abort', onAbort, { once: true });
    return this.#call((remote) => ask(remote, task)).finally(() => signal?.removeEventListener('abort', onAbort));
  }

  #call<T>(ask: (remote: Remote<WorkerApi>) => Promise<T>): Promise<T> {
    const remote = this.#remote;
    if (!remote) return Promise.reject(this.#lost);
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject);
      ask(remote)
        .then(resolve, reject)
        .finally(() => this.#pending.delete(reject));
    });
  }

  #lose(worker: Worker, error: AppError): void {
    if (worker !== this.#worker) return;
    this.#stop(error);
    if (error.code === 'engine.lost') this.#options.onLost?.(error);
  }

  #stop(error: AppError = lostError('closed')): void {
    this.#unwatch();
    this.#unwatch = () => {};
    this.#remote?.[releaseProxy]();
    this.#worker?.terminate();
    this.#remote = null;
    this.#worker = null;
    this.#lost = error.code === 'engine.lost' ? error : lostError('absent');
    for (const reject of [...this.#pending]) reject(error);
    this.#pending.clear();
  }
}

const lostError = (reason: string) => new AppError('engine.lost', `the engine was lost: ${reason}`, { reason, detail: '' });
const bootError = (reason: string, detail: string) =>
  new AppError('engine.boot', `the engine did not start: ${detail}`, { reason, detail, seconds: TIMEOUT_MS / 1000 });
