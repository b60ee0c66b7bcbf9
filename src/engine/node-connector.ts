import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { throwIfCancelled } from '../util/app-error.ts';
import { Serial } from '../util/serial.ts';
import type { Sql } from '../util/sql.ts';
import { createEmpty } from './arrow-schema.ts';
import { listColumns, listTables, SETUP } from './catalog.ts';
import type { Connector, TableName } from './connector.ts';
import { asStream } from './ipc.ts';
import { engineError } from './sql-error.ts';

type Blocking = typeof import('@duckdb/duckdb-wasm/blocking');
type Bindings = Awaited<ReturnType<Blocking['createDuckDB']>>;

/**
 * DuckDB's blocking WebAssembly build in Node: the engine of the page, for tests and the terminal. A query blocks the
 * thread, so that a signal is heeded before and after each statement only.
 */
export async function connectNode(): Promise<Connector> {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs');
  const duckdb = require(path) as Blocking;
  const bundle = (name: string) => ({ mainModule: join(dirname(path), `duckdb-${name}.wasm`), mainWorker: '' });
  const db = await duckdb.createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await db.instantiate(() => {});
  db.open({});
  const connector = new NodeConnector(db);
  for (const statement of SETUP) await connector.exec(statement);
  return connector;
}

class NodeConnector implements Connector {
  readonly kind = 'node';
  readonly version: string;
  readonly #db: Bindings;
  readonly #connection: ReturnType<Bindings['connect']>;
  readonly #id: number;
  readonly #serial = new Serial();

  constructor(db: Bindings) {
    this.#db = db;
    this.version = db.getVersion();
    this.#connection = db.connect();
    // biome-ignore lint/correctness/useHookAtTopLevel: DuckDB's name for it; there is no React here.
    this.#id = this.#connection.useUnsafe((_, id) => id);
  }

  query(statement: Sql, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#serial.run(async () => {
      const bytes = this.#attempt(statement.text, (id) => this.#db.runQuery(id, statement.text));
      // A macrotask, so that an abort that was asked for meanwhile is heard.
      await new Promise((resolve) => setImmediate(resolve));
      throwIfCancelled(signal);
      return asStream(bytes);
    }, signal);
  }

  async exec(statement: Sql, signal?: AbortSignal): Promise<void> {
    await this.query(statement, signal);
  }

  insertArrow(table: TableName, ipc: Uint8Array, how: 'create' | 'append' = 'create'): Promise<void> {
    const empty = createEmpty(table, ipc);
    if (empty) return how === 'create' ? this.exec(empty) : Promise.resolve();
    return this.#serial.run(async () => {
      this.#attempt(`insert into ${table.schema}.${table.name}`, (id) =>
        this.#db.insertArrowFromIPCStream(id, ipc, { schema: table.schema, name: table.name, create: how === 'create' }),
      );
    });
  }

  async registerFile(name: string, file: Blob): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.#serial.run(async () => this.#db.registerFileBuffer(name, bytes));
  }

  dropFile(name: string): Promise<void> {
    return this.#serial.run(async () => this.#db.dropFile(name));
  }

  tables() {
    return listTables((statement) => this.query(statement));
  }

  columns(table: TableName) {
    return listColumns((statement) => this.query(statement), table);
  }

  close(): Promise<void> {
    return this.#serial.run(async () => {
      this.#connection.close();
      this.#db.reset();
    });
  }

  #attempt<T>(statement: string, run: (id: number) => T): T {
    try {
      return run(this.#id);
    } catch (cause) {
      throw engineError(cause, statement);
    }
  }
}
