import { readFile } from 'node:fs/promises';
import type { CellDefinition, CellResult, Definitions, Frame, RoleId, TableId } from '../../src/cell/index.ts';
import { resolveNeeds, rolesOf } from '../../src/cell/index.ts';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import type { Binding, Source } from '../../src/notebook/document.ts';
import type { JobEvent } from '../../src/runtime/executor.ts';
import { ident, join, literal, Sql, type SqlValue, sql } from '../../src/util/sql.ts';
import { Compute } from '../../src/workers/compute.ts';
import { nodeEngine, wipe } from './engine.ts';
import { libraryOf } from './library.ts';

/**
 * A canonical table for a test: the path of a CSV file, Arrow IPC bytes, columns with rows, or a select
 * (`sql\`select …\``). Columns that have the name of a role are bound to it.
 */
export type TestTable = string | Uint8Array | { columns: Readonly<Record<string, string>>; rows: readonly (readonly SqlValue[])[] } | Sql;

export interface RunCellOptions {
  tables: Readonly<Partial<Record<TableId, TestTable>>>;
  params?: Readonly<Record<string, unknown>>;
  definitions?: Partial<Definitions>;
  alias?: string;
  signal?: AbortSignal;
  onEvent?: (event: JobEvent) => void;
}

export type RanCell = CellResult & {
  /** Asks the engine, whose `main` schema now holds the cell's tables under its alias. */
  query(statement: Sql): Promise<Frame>;
};

let runs = 0;

/** Runs a cell on tables of one's own, on the engine that the page has, by the code that the page runs. */
export async function runCell(cell: CellDefinition<any>, options: RunCellOptions): Promise<RanCell> {
  const connector = await nodeEngine();
  await wipe(connector);
  const sources: Source[] = [];
  const bindings: Binding[] = [];
  for (const [table, given] of Object.entries(options.tables) as [TableId, TestTable][]) {
    const source = await load(connector, table, given);
    sources.push(source);
    bindings.push({ table, source: source.id, columns: bindByName(table, source) });
  }
  const compute = new Compute(connector, libraryOf(cell), { strict: true });
  const definitions: Definitions = { currency: 'EUR', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [], ...options.definitions };
  await compute.prepare({ sources, bindings, definitions, scope: { consent: false, segments: [], active: null } });
  const available = new Set(bindings.flatMap((b) => Object.keys(b.columns).map((role) => `${b.table}.${role}` as RoleId)));
  const job = {
    kind: 'analysis',
    id: 'test',
    runKey: (++runs).toString(16).padStart(16, '0'),
    alias: options.alias ?? cell.alias,
    cell: cell.id,
    params: options.params ?? {},
    bound: resolveNeeds(cell.needs, available).bound,
  } as const;
  const { result } = await compute.run(job, options.onEvent ?? (() => {}), options.signal ?? new AbortController().signal);
  return { ...result, query: async (statement) => decode(await connector.query(statement)) };
}

async function load(connector: Connector, table: TableId, given: TestTable): Promise<Source> {
  const target = ident('raw', table);
  if (given instanceof Sql) await connector.exec(sql`CREATE TABLE ${target} AS ${given}`);
  else if (given instanceof Uint8Array) await connector.insertArrow({ schema: 'raw', name: table }, given);
  else if (typeof given === 'string') await loadCsv(connector, target, given);
  else await loadRows(connector, target, given);
  const columns = await connector.columns({ schema: 'raw', name: table });
  const rows = decode(await connector.query(sql`SELECT count(*) AS n FROM ${target}`)).numbers('n')[0] ?? 0;
  return { id: table, name: `${table}.csv`, origin: { kind: 'file' }, fingerprint: `test-${table}`, bytes: 0, rows, columns, options: {} };
}

async function loadCsv(connector: Connector, target: Sql, path: string): Promise<void> {
  const file = `test-${++runs}.csv`;
  await connector.registerFile(file, new Blob([await readFile(path)]));
  await connector.exec(sql`CREATE TABLE ${target} AS SELECT * FROM read_csv(${file}, sample_size = -1)`);
  await connector.dropFile(file);
}

async function loadRows(connector: Connector, target: Sql, given: Exclude<TestTable, string | Uint8Array | Sql>): Promise<void> {
  const columns = Object.entries(given.columns).map(([name, type]) => sql`${ident(name)} ${new Sql(type)}`);
  await connector.exec(sql`CREATE TABLE ${target} (${join(columns)})`);
  for (let at = 0; at < given.rows.length; at += 500) {
    const rows = given.rows.slice(at, at + 500).map((row) => sql`(${join(row.map(literal))})`);
    await connector.exec(sql`INSERT INTO ${target} VALUES ${join(rows)}`);
  }
}

function bindByName(table: TableId, source: Source): Binding['columns'] {
  const roles = rolesOf(table);
  return Object.fromEntries(source.columns.filter(({ name }) => name in roles).map(({ name }) => [name, { column: name }]));
}
