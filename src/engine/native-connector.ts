import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { AppError, throwIfCancelled } from '../util/app-error.ts';
import { Serial } from '../util/serial.ts';
import { ident, literal, personsSql, type Sql, sql } from '../util/sql.ts';
import { columnsOf, createEmpty } from './arrow-schema.ts';
import { listColumns, listTables, SETUP } from './catalog.ts';
import type { Connector, TableName } from './connector.ts';
import { appendIpc } from './native-append.ts';
import { resultToIpc } from './native-result.ts';
import { engineError } from './sql-error.ts';

type Api = typeof import('@duckdb/node-api');

/**
 * Native DuckDB in this process, on all cores, in memory; for the terminal. It spills nothing to disk, and SQL can
 * read and write no file but those that were registered. Throws `engine.native` where the optional package is absent.
 */
export async function connectNative(): Promise<Connector> {
  const api = await loadApi();
  const folder = await mkdtemp(join(tmpdir(), 'clientele-'));
  const instance = await api.DuckDBInstance.create(':memory:', { temp_directory: '' });
  const connector = new NativeConnector(api, instance, await instance.connect(), folder);
  const confined = [sql`SET allowed_directories = [${folder}]`, sql`SET enable_external_access = false`];
  for (const statement of [...SETUP, ...confined]) await connector.exec(statement);
  return connector;
}

async function loadApi(): Promise<Api> {
  try {
    return await import('@duckdb/node-api');
  } catch (cause) {
    throw new AppError('engine.native', 'optional package not installed: @duckdb/node-api', { package: '@duckdb/node-api' }, { cause });
  }
}

/** How often a running statement is told to stop: one word is lost where it comes before the engine has begun. */
const INTERRUPT_MS = 20;

class NativeConnector implements Connector {
  readonly kind = 'native';
  readonly version: string;
  readonly #api: Api;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #folder: string;
  readonly #files = new Map<string, string>();
  readonly #serial = new Serial();
  #registered = 0;

  constructor(api: Api, instance: DuckDBInstance, connection: DuckDBConnection, folder: string) {
    this.#api = api;
    this.#instance = instance;
    this.#connection = connection;
    this.#folder = folder;
    this.version = api.version();
  }

  query(statement: Sql, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#serial.run(async () => {
      const result = await this.#run(statement, signal);
      const chunks = await result.fetchAllChunks();
      throwIfCancelled(signal);
      return resultToIpc(result.columnNames(), result.columnTypes(), chunks);
    }, signal);
  }

  exec(statement: Sql, signal?: AbortSignal): Promise<void> {
    return this.#serial.run(async () => {
      await this.#run(statement, signal);
    }, signal);
  }

  /** The rows go to a table beside first, so that they come over whole or not at all. */
  insertArrow(table: TableName, ipc: Uint8Array, how: 'create' | 'append' = 'create'): Promise<void> {
    const empty = createEmpty(table, ipc);
    if (empty) return how === 'create' ? this.exec(empty) : Promise.resolve();
    const target = ident(table.schema, table.name);
    return this.#serial.run(async () => {
      await this.#run(sql`CREATE TEMP TABLE ${BESIDE} ${columnsOf(ipc)}`);
      try {
        const appender = await this.#connection.createAppender(BESIDE_NAME, 'main', 'temp');
        appendIpc(this.#api, appender, ipc);
        appender.closeSync();
        await this.#run(
          how === 'create' ? sql`CREATE TABLE ${target} AS SELECT * FROM ${BESIDE}` : sql`INSERT INTO ${target} SELECT * FROM ${BESIDE}`,
        );
      } catch (cause) {
        throw engineError(cause, `insert into ${table.schema}.${table.name}`);
      } finally {
        await this.#run(sql`DROP TABLE ${BESIDE}`);
      }
    });
  }

  /** The file is copied into a folder of this connection under a name without meaning; the copy goes with it. */
  registerFile(name: string, file: Blob): Promise<void> {
    return this.#serial.run(async () => {
      const path = join(this.#folder, `file${++this.#registered}`);
      await pipeline(Readable.fromWeb(file.stream() as Parameters<typeof Readable.fromWeb>[0]), createWriteStream(path, { mode: 0o600 }));
      this.#files.set(name, path);
    });
  }

  dropFile(name: string): Promise<void> {
    return this.#serial.run(async () => {
      const path = this.#files.get(name);
      this.#files.delete(name);
      if (path) await rm(path, { force: true });
    });
  }

  tables() {
    return listTables((statement) => this.query(statement));
  }

  columns(table: TableName) {
    return listColumns((statement) => this.query(statement), table);
  }

  close(): Promise<void> {
    return this.#serial.run(async () => {
      this.#connection.closeSync();
      this.#instance.closeSync();
      await rm(this.#folder, { recursive: true, force: true });
    });
  }

  async #run(statement: Sql, signal?: AbortSignal) {
    let again: ReturnType<typeof setInterval> | undefined;
    const onAbort = () => {
      this.#connection.interrupt();
      again = setInterval(() => this.#connection.interrupt(), INTERRUPT_MS);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    try {
      return await this.#connection.run(this.#withPaths(statement).text);
    } catch (cause) {
      throw engineError(cause, statement.text);
    } finally {
      signal?.removeEventListener('abort', onAbort);
      clearInterval(again);
    }
  }

  /** A registered name stands for its copy where a table function reads it: `read_csv('name'`. */
  #withPaths(statement: Sql): Sql {
    let { text } = statement;
    for (const [name, path] of this.#files) {
      const quoted = literal(name).text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      text = text.replace(new RegExp(`(\\b(?:read|parquet|sniff)_\\w+\\s*\\(\\s*)${quoted}`, 'gi'), (_, call) => call + literal(path).text);
    }
    return text === statement.text ? statement : personsSql(text);
  }
}

const BESIDE_NAME = 'arrow rows on their way';
const BESIDE = ident('temp', 'main', BESIDE_NAME);
