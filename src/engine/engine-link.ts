import { AppError } from '../util/app-error.ts';
import { watchLifeline } from '../util/lifeline.ts';
import { engineError } from './sql-error.ts';

/** Errors after which nothing of WebAssembly's memory can be trusted. */
const BROKEN = /RuntimeError|unreachable|memory access out of bounds|table index is out of bounds|function signature mismatch|^Aborted\(/;

/**
 * The way to a worker that may die: each call settles, whatever becomes of it. `lose` rejects all that are under way
 * and all that come after.
 */
export class EngineLink {
  readonly #worker: Worker;
  readonly #onLost: (error: AppError) => void;
  readonly #pending = new Set<(error: AppError) => void>();
  readonly #unwatch: () => void;
  #lost: AppError | null = null;

  constructor(worker: Worker, lifeline: string, onLost: (error: AppError) => void) {
    this.#worker = worker;
    this.#onLost = onLost;
    worker.addEventListener('error', (event) => this.lose('crashed', event.message));
    this.#unwatch = watchLifeline(lifeline, () => this.lose('crashed'));
    worker.addEventListener('messageerror', () => this.lose('crashed', 'a message could not be read'));
  }

  /** Waits for an answer; `statement` is what an error of the engine is about. */
  call<T>(ask: () => Promise<T>, statement: string): Promise<T> {
    if (this.#lost) return Promise.reject(this.#lost);
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject);
      const settled = () => this.#pending.delete(reject);
      ask().then(
        (answer) => {
          settled();
          resolve(answer);
        },
        (cause) => {
          settled();
          if (cause instanceof Error && (cause.name === 'RuntimeError' || BROKEN.test(cause.message))) this.lose('crashed', cause.message);
          reject(this.#lost ?? engineError(cause, statement));
        },
      );
    });
  }

  /** Gives the worker up. */
  lose(reason: 'crashed' | 'stuck' | 'closed', detail = ''): void {
    if (this.#lost) return;
    const error = new AppError('engine.lost', `the engine was lost: ${reason}${detail && `, ${detail}`}`, { reason, detail });
    this.#lost = error;
    this.#unwatch();
    this.#worker.terminate();
    for (const reject of [...this.#pending]) reject(error);
    this.#pending.clear();
    if (reason !== 'closed') this.#onLost(error);
  }
}
