import { type ResultTable, type TableView, text } from '../cell/index.ts';
import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import type { SqlJob } from '../runtime/executor.ts';
import { AppError } from '../util/app-error.ts';
import { oneSelect } from '../util/one-select.ts';
import { ident, join, personsSql, sql } from '../util/sql.ts';
import type { Entry, RunTables } from './run-tables.ts';

const FIRST_ROWS = 200;
/** These cannot stand behind `CREATE TABLE … AS` by themselves. */
const WRAPPED = ['summarize', 'describe', 'show'];

/** Runs a person's SQL into a table of its name. What it holds is unknown, so that its grain is the strictest. */
export async function runSql(job: SqlJob, connector: Connector, tables: RunTables, entry: Entry, signal: AbortSignal) {
  const { text: code, start } = oneSelect(job.code);
  const before = performance.now();
  // On lines of its own, so that the engine's line numbers are the person's but for the lines above.
  const select = personsSql(WRAPPED.includes(start) ? `SELECT * FROM (\n${code}\n)` : code);
  const table = await tables.make(entry, job.alias, '', select, signal).catch((error) => {
    throw inTheirWords(error, job.code, WRAPPED.includes(start) ? 2 : 1);
  });
  const columns = join(table.columns.map(({ name }) => ident(name)));
  const first = decode(await connector.query(sql`SELECT ${columns} FROM ${ident('run', table.physical)} LIMIT ${FIRST_ROWS}`, signal));
  const view: TableView = {
    kind: 'table',
    id: 'table',
    title: text('sql.result', { name: job.alias }),
    table: job.alias,
    columns: table.columns.map(({ name }) => ({ name, label: text('sql.column', { name }) })),
    rows: first.rows(),
    total: table.rows,
    grain: 'customer',
  };
  const result: ResultTable = { name: job.alias, columns: table.columns, rows: table.rows, grain: 'customer' };
  return {
    table: result,
    view,
    statements: [{ sql: code, ms: performance.now() - before, rows: table.rows }],
  };
}

/** The same error about the code that was written: its text, and lines counted in it. */
function inTheirWords(error: unknown, code: string, above: number): unknown {
  if (!(error instanceof AppError) || error.code !== 'sql') return error;
  const { line, ...fields } = error.fields;
  const shifted: Record<string, number> = typeof line === 'number' ? { line: Math.max(1, line - above) } : {};
  return new AppError('sql', error.message, { ...fields, sql: code, ...shifted }, { cause: error.cause });
}
