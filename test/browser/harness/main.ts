import mainModule from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { decode } from '../../../src/engine/arrow.ts';
import type { Connector } from '../../../src/engine/connector.ts';
import engineWorker from '../../../src/engine/engine.worker.ts?worker&url';
import { connectWasm, type WasmOptions } from '../../../src/engine/wasm-connector.ts';
import { AppError } from '../../../src/util/app-error.ts';
import { ident, personsSql, type Sql, sql } from '../../../src/util/sql.ts';
import { type ClientOptions, ComputeClient } from '../../../src/workers/compute-client.ts';
import { connectorCases } from '../../engine/connector-suite.ts';

/** The built modules, within reach of a test that drives this page. */
const harness = {
  connectorCases,
  createCompute: (options: Omit<ClientOptions, 'start'> = {}) =>
    new ComputeClient({ ...options, start: () => new Worker(new URL('./compute.worker.ts', import.meta.url), { type: 'module' }) }),
  decode,
  personsSql,
  connect: (options: Partial<WasmOptions> = {}): Promise<Connector> =>
    connectWasm({ mainModule: absolute(mainModule), worker: absolute(engineWorker), timeoutMs: 30_000, ...options }),
  /** The same connector with a signal at every statement, for the way that can be cancelled. */
  cancellable(connector: Connector): Connector {
    const { signal } = new AbortController();
    return new Proxy(connector, {
      get(target, name: keyof Connector) {
        const member = target[name];
        if (typeof member !== 'function') return member;
        if (name === 'query' || name === 'exec') return (statement: Sql, given?: AbortSignal) => target[name](statement, given ?? signal);
        return member.bind(target);
      },
    });
  },
  async wipe(connector: Connector): Promise<void> {
    for (const { schema, name, kind } of await connector.tables()) {
      const table = ident(schema, name);
      await connector.exec(kind === 'view' ? sql`DROP VIEW IF EXISTS ${table}` : sql`DROP TABLE IF EXISTS ${table}`);
    }
  },
  /** An error as plain data, for the way out of the page. */
  error: (error: unknown) =>
    error instanceof AppError
      ? { code: error.code, message: error.message, fields: { ...error.fields } }
      : { code: 'other', message: String(error), fields: {} },
};

const absolute = (url: string) => new URL(url, location.href).href;

declare global {
  interface Window {
    harness: typeof harness;
  }
}
window.harness = harness;
