import { throwIfCancelled } from './app-error.ts';

const FRAME_MS = 16;

/** Lets other tasks (a message that cancels, above all) have their turn, without the delay of a timer. */
export function macrotask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}

/** A function to await in long loops: it yields at most each 16 ms, and throws `Cancelled` once the signal has fired. */
export function breather(signal: AbortSignal | undefined): () => Promise<void> {
  let last = performance.now();
  return async () => {
    throwIfCancelled(signal);
    if (performance.now() - last < FRAME_MS) return;
    await macrotask();
    last = performance.now();
    throwIfCancelled(signal);
  };
}
