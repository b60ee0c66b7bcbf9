import { text } from '../../cell/index.ts';
import type { ComputeClient } from '../../workers/compute-client.ts';
import { createCompute } from '../../workers/start-compute.ts';
import { setApp } from './app-store.ts';
import { toast } from './toasts.ts';

/** The engine that this version ships, part of each run key; a test holds it against package.json. */
export const ENGINE_VERSION = 'duckdb-wasm 1.32.0';

let client: ComputeClient | null = null;
let booting: Promise<ComputeClient> | null = null;
const watchers = new Set<(client: ComputeClient | null) => void>();

/** The engine, started if it is not yet. Rejects with `engine.boot`, after which the next call tries again. */
export function startEngine(): Promise<ComputeClient> {
  booting ??= boot().catch((error: unknown) => {
    booting = null;
    setApp({ engine: { kind: 'failed', error } });
    throw error;
  });
  return booting;
}

async function boot(): Promise<ComputeClient> {
  setApp({ engine: { kind: 'booting' } });
  client?.dispose();
  const mine = createCompute({ onLost: () => lost(mine) });
  client = mine;
  const info = await mine.boot();
  setApp({ engine: { kind: 'ready', ...info } });
  return mine;
}

/** The engine died: everything in it is gone, and the next call to `startEngine` starts a new one. */
function lost(gone: ComputeClient): void {
  if (client !== gone) return;
  client = null;
  booting = null;
  setApp({ engine: { kind: 'idle' } });
  toast(text('engine.lost'), { tone: 'bad' });
  for (const watcher of watchers) watcher(null);
}

/** Starts it ahead of need, unless the reader saves data; a failure is shown when it is needed. */
export function prefetchEngine(): void {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  if (!connection?.saveData) startEngine().catch(() => undefined);
}

/** The engine if it runs. */
export const runningEngine = (): ComputeClient | null => client;

/** Calls back with null when the engine is lost. Returns the way to stop. */
export function onEngine(watcher: (client: ComputeClient | null) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
