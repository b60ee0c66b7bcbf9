import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { AppError, Cancelled, throwIfCancelled } from '../util/app-error.ts';

export interface BootFiles {
  /** Addresses of `duckdb-eh.wasm` and of the built `engine.worker.ts`, both of the app's own origin. */
  mainModule: string;
  worker: string;
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface Booted {
  db: AsyncDuckDB;
  worker: Worker;
  /** The lock that the worker holds while it lives. */
  lifeline: string;
  connection: number;
  version: string;
}

/**
 * Starts the engine in a worker of its own. Where WebAssembly is forbidden or a file is missing it may never answer:
 * after the time limit, or at once where the worker says why, this throws `engine.boot` with a reason.
 */
export async function bootWasm({ mainModule, worker: script, timeoutMs, signal }: BootFiles): Promise<Booted> {
  throwIfCancelled(signal);
  for (const url of [mainModule, script]) sameOrigin(url);
  const lifeline = `clientele-engine-${crypto.randomUUID()}`;
  const worker = new Worker(script, { type: 'module', name: lifeline });
  let giveUp: (error: AppError) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const fail = (reason: string, detail: string) =>
    giveUp(new AppError('engine.boot', `the engine did not start: ${detail}`, { reason, detail, seconds: timeoutMs / 1000 }));
  const timer = setTimeout(() => fail('timeout', `no answer within ${timeoutMs / 1000} s`), timeoutMs);
  const onError = (event: ErrorEvent) => fail('script', event.message || script);
  const onAbort = () => giveUp(new Cancelled());
  worker.addEventListener('error', onError);
  signal?.addEventListener('abort', onAbort);
  try {
    return await Promise.race([start(worker, lifeline, mainModule), failed]);
  } catch (cause) {
    worker.terminate();
    if (cause instanceof AppError) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('engine.boot', `the engine did not start: ${detail}`, { reason: 'module', detail, seconds: 0 }, { cause });
  } finally {
    clearTimeout(timer);
    worker.removeEventListener('error', onError);
    signal?.removeEventListener('abort', onAbort);
  }
}

async function start(worker: Worker, lifeline: string, mainModule: string): Promise<Booted> {
  const db = new AsyncDuckDB(new VoidLogger(), worker);
  await db.instantiate(mainModule);
  // How long it computes before it looks for a message, and so how soon it hears that a query is cancelled.
  await db.open({ query: { queryPollingInterval: 50 } });
  return { db, worker, lifeline, connection: await db.connectInternal(), version: await db.getVersion() };
}

function sameOrigin(url: string): void {
  const { origin } = new URL(url, self.location.href);
  if (origin !== self.location.origin)
    throw new AppError('engine.boot', `not of this origin: ${url}`, { reason: 'origin', detail: url, seconds: 0 });
}
