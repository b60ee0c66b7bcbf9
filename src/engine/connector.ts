import type { Sql } from '../util/sql.ts';

/**
 * All that the app asks of a database. Two implementations pass one suite: DuckDB-WASM in a worker (the page) and
 * DuckDB's blocking build in Node (tests, terminal). Errors are `AppError`s: code `sql` with the SQL and the engine's
 * message in `fields`, `engine.memory`, `engine.boot`, `engine.lost`; a fired signal rejects with `Cancelled`.
 */
export interface Connector {
  readonly kind: 'wasm' | 'node' | 'native';
  /** DuckDB's version, part of each run key. */
  readonly version: string;
  /** Runs one statement and returns its rows as Arrow IPC stream bytes (end marker included). */
  query(statement: Sql, signal?: AbortSignal): Promise<Uint8Array>;
  /** Runs statements whose rows nobody wants. */
  exec(statement: Sql, signal?: AbortSignal): Promise<void>;
  /**
   * Puts Arrow IPC stream bytes into a table: a new one (`create`, the default; a batch without rows gives an empty
   * table with its columns) or at the end of one that is there (`append`; columns by position, cast to its types).
   * The bytes may be transferred: they are gone for the caller.
   */
  insertArrow(table: TableName, ipc: Uint8Array, how?: 'create' | 'append'): Promise<void>;
  /** Makes a file readable under a name, for `read_csv('name')`; the bytes stay where they are. */
  registerFile(name: string, file: Blob): Promise<void>;
  dropFile(name: string): Promise<void>;
  tables(): Promise<TableInfo[]>;
  columns(table: TableName): Promise<ColumnInfo[]>;
  close(): Promise<void>;
}

export interface TableName {
  schema: string;
  name: string;
}

export interface TableInfo extends TableName {
  kind: 'table' | 'view';
}

export interface ColumnInfo {
  name: string;
  /** DuckDB's type, as `DOUBLE`, `VARCHAR`, `TIMESTAMP`. */
  type: string;
}

/** The schemas of the database: imported files, results under a run key, and what people read (main). */
export const SCHEMA = { raw: 'raw', run: 'run', main: 'main' } as const;
