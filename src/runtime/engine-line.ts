import { AppError } from '../util/app-error.ts';
import { type Deferred, deferred } from '../util/deferred.ts';
import type { Executor } from './executor.ts';

/** The executor of the moment, and what is known to stand in it. */
export class EngineLine {
  executor: Executor | null;
  lost = false;
  /** The environment that was prepared, as its key. */
  prepared: string | null = null;
  prepareError: AppError | null = null;
  /** By name in lower case: what the engine may have under it, and the run key behind it; empty where that is not certain. */
  readonly #standing = new Map<string, Standing>();
  #replaced: Deferred<void> = deferred();

  constructor(executor: Executor | null) {
    this.executor = executor;
  }

  /** Lets go of an executor with all that stood in it; calls that still wait on it reject with `engine.lost`. */
  replace(executor: Executor | null, lost: boolean): void {
    this.executor = executor;
    this.lost = lost;
    this.prepared = null;
    this.prepareError = null;
    this.#standing.clear();
    this.#replaced.resolve();
    this.#replaced = deferred();
  }

  /** Waits for an executor's answer, but not beyond its death: a killed worker never answers. */
  answer<T>(answer: Promise<T>): Promise<T> {
    const lost = this.#replaced.promise.then((): never => {
      throw new AppError('engine.lost', 'the engine was lost');
    });
    return Promise.race([answer, lost]);
  }

  stands(alias: string, runKey: string): boolean {
    return this.#standing.get(alias.toLowerCase())?.runKey === runKey;
  }

  put(standing: Standing): void {
    this.#standing.set(standing.alias.toLowerCase(), standing);
  }

  /** A name that stands and is not wanted, or not of this kind, or not in this spelling. */
  unwanted(wanted: readonly Omit<Standing, 'runKey'>[]): string | undefined {
    const byName = new Map(wanted.map(({ alias, cell }) => [alias, cell]));
    for (const { alias, cell } of this.#standing.values()) if (byName.get(alias) !== cell) return alias;
    return undefined;
  }

  forget(alias: string): void {
    this.#standing.delete(alias.toLowerCase());
  }
}

/** What stands under a cell's name: `cell` is the analysis, or `sql`. */
export interface Standing {
  alias: string;
  cell: string;
  runKey: string;
}

/** Whether an error says that the engine is gone. */
export function isLoss(error: unknown): boolean {
  return error instanceof AppError && error.code === 'engine.lost';
}
