import engine from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { holdLifeline } from '../util/lifeline.ts';

/*
 * DuckDB's own worker script, with a sign of life: the lock that bears this worker's name. The script is loaded as it
 * is, since its package says that it has no side effects and a bundler would leave it out.
 */
const early: MessageEvent[] = [];
self.onmessage = (event) => early.push(event);

void holdLifeline(self.name);
await import(/* @vite-ignore */ new URL(engine, self.location.href).href);
for (const event of early) self.onmessage(event);
