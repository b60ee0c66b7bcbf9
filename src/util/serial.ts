import { Cancelled, throwIfCancelled } from './app-error.ts';

/**
 * Runs tasks one after the other, in the order given. A task whose signal fires while it waits rejects at once with
 * `Cancelled` and is never started; one that runs is left to watch its signal itself.
 */
export class Serial {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) return Promise.reject(new Cancelled());
    let started = false;
    const turn = this.#tail.then(() => {
      throwIfCancelled(signal);
      started = true;
      return task();
    });
    this.#tail = turn.catch(() => {});
    if (!signal) return turn;
    return new Promise<T>((resolve, reject) => {
      const onAbort = () => {
        if (!started) reject(new Cancelled());
      };
      signal.addEventListener('abort', onAbort, { once: true });
      turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
    });
  }
}
