import { type AsyncDuckDB, DuckDBDataProtocol } from '@duckdb/duckdb-wasm';
import { type AppError, Cancelled } from '../util/app-error.ts';
import { Serial } from '../util/serial.ts';
import type { Sql } from '../util/sql.ts';
import { createEmpty } from './arrow-schema.ts';
import { listColumns, listTables, SETUP } from './catalog.ts';
import type { Connector, TableName } from './connector.ts';
import { EngineLink } from './engine-link.ts';
import { asStream, joinStream } from './ipc.ts';
import { type Booted, type BootFiles, bootWasm } from './wasm-boot.ts';

export interface WasmOptions extends BootFiles {
  /** Called once if the engine dies, or is given up because it will not stop. What it held is gone. */
  onLost?: (error: AppError) => void;
  /** How long a cancelled statement may go on before the engine is given up; 2,500 ms unless said. */
  stuckMs?: number;
}

/** Requests for rows that are under way at once, so that the worker need not wait for each next one. */
const MOST_AHEAD = 32;

/**
 * DuckDB-WASM in a worker. Statements take turns. A fired signal rejects its call at once; the engine hears of it at
 * its next pause, tens of milliseconds later, and the next statement waits for that. Throws `engine.boot`.
 */
export async function connectWasm(options: WasmOptions): Promise<Connector> {
  const booted = await bootWasm(options);
  const link = new EngineLink(booted.worker, booted.lifeline, (error) => options.onLost?.(error));
  const connector = new WasmConnector(booted, link, options.stuckMs ?? 2_500);
  for (const statement of SETUP) await connector.exec(statement, options.signal);
  return connector;
}

class WasmConnector implements Connector {
  readonly kind = 'wasm';
  readonly version: string;
  readonly #db: AsyncDuckDB;
  readonly #id: number;
  readonly #link: EngineLink;
  readonly #stuckMs: number;
  readonly #serial = new Serial();

  constructor(booted: Booted, link: EngineLink, stuckMs: number) {
    this.#db = booted.db;
    this.#id = booted.connection;
    this.version = booted.version;
    this.#link = link;
    this.#stuckMs = stuckMs;
  }

  query(statement: Sql, signal?: AbortSignal): Promise<Uint8Array> {
    if (!signal) return this.#whole(statement);
    return this.#cancellable(statement, signal, async () => {
      const header = await this.#start(statement.text, signal);
      return joinStream([header, ...(await this.#fetch(statement.text, signal))]);
    });
  }

  async exec(statement: Sql, signal?: AbortSignal): Promise<void> {
    if (signal) await this.#cancellable(statement, signal, () => this.#start(statement.text, signal));
    else await this.#whole(statement);
  }

  /** What nobody can cancel is run in one go: one message each way instead of one each 50 ms and each 2,048 rows. */
  async #whole(statement: Sql): Promise<Uint8Array> {
    return asStream(await this.#turn(statement.text, () => this.#db.runQuery(this.#id, statement.text)));
  }

  insertArrow(table: TableName, ipc: Uint8Array, how: 'create' | 'append' = 'create'): Promise<void> {
    const empty = createEmpty(table, ipc);
    if (empty) return how === 'create' ? this.exec(empty) : Promise.resolve();
    // The engine takes over the whole buffer, of which the bytes may be a part.
    const bytes = ipc.byteLength === ipc.buffer.byteLength ? ipc : ipc.slice();
    const options = { schema: table.schema, name: table.name, create: how === 'create' };
    return this.#turn(`insert into ${table.schema}.${table.name}`, () => this.#db.insertArrowFromIPCStream(this.#id, bytes, options));
  }

  registerFile(name: string, file: Blob): Promise<void> {
    return this.#turn(name, () => this.#db.registerFileHandle(name, file, DuckDBDataProtocol.BROWSER_FILEREADER, true));
  }

  dropFile(name: string): Promise<void> {
    return this.#turn(name, async () => {
      await this.#db.dropFile(name);
    });
  }

  tables() {
    return listTables((statement) => this.query(statement));
  }

  columns(table: TableName) {
    return listColumns((statement) => this.query(statement), table);
  }

  async close(): Promise<void> {
    this.#link.lose('closed');
  }

  #turn<T>(statement: string, ask: () => Promise<T>): Promise<T> {
    return this.#serial.run(() => this.#link.call(ask, statement));
  }

  /** Takes a turn and holds it until the engine has stopped, while the caller is told of a cancellation at once. */
  #cancellable<T>(statement: Sql, signal: AbortSignal, run: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let stuck: ReturnType<typeof setTimeout> | undefined;
      const onAbort = () => {
        stuck = setTimeout(() => this.#link.lose('stuck', statement.text.slice(0, 200)), this.#stuckMs);
        this.#link.call(() => this.#db.cancelPendingQuery(this.#id), statement.text).catch(() => {});
        reject(new Cancelled());
      };
      const turn = this.#serial.run(async () => {
        signal.addEventListener('abort', onAbort, { once: true });
        try {
          return await run();
        } finally {
          signal.removeEventListener('abort', onAbort);
          clearTimeout(stuck);
        }
      }, signal);
      turn.then(resolve, reject);
    });
  }

  /** Runs a statement to its end, pausing for messages on the way; returns the schema of its rows. */
  async #start(text: string, signal: AbortSignal): Promise<Uint8Array> {
    let header = await this.#link.call(() => this.#db.startPendingQuery(this.#id, text, false), text);
    while (header === null) {
      if (signal.aborted) throw new Cancelled();
      header = await this.#link.call(() => this.#db.pollPendingQuery(this.#id), text);
    }
    return header;
  }

  /** The rows of what was run, in batches of 2,048. */
  async #fetch(text: string, signal: AbortSignal): Promise<Uint8Array[]> {
    const parts: Uint8Array[] = [];
    const ahead: Promise<Uint8Array | null>[] = [];
    const ask = () => ahead.push(this.#link.call(() => this.#db.fetchQueryResults(this.#id), text));
    try {
      for (let most = 2; ; most = Math.min(most * 2, MOST_AHEAD)) {
        while (ahead.length < most) ask();
        const part = await ahead.shift();
        if (signal.aborted) throw new Cancelled();
        if (part && part.length > 0) parts.push(part);
        else if (part) return parts;
      }
    } finally {
      await Promise.allSettled(ahead);
    }
  }
}
