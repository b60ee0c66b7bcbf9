import { type LeftOut, type ScopeInForce, TABLE_IDS, type TableId } from '../cell/index.ts';
import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import { activeSegment } from '../runtime/canonical-scope.ts';
import { countQuery, orderQueries, scopeTables } from '../runtime/canonical-views.ts';
import type { Environment } from '../runtime/executor.ts';
import { ident, type Sql, sql } from '../util/sql.ts';

/** Rows of a canonical table as cells see it, in the files behind it, and why the others are left out. */
export interface Coverage {
  rows: number;
  ofRows: number;
  left: readonly LeftOut[];
}

/** What definitions and consent do to a notebook's tables, told from the raw tables before anything is re-run. */
export interface Effects {
  tables: readonly (Coverage & { table: TableId })[];
  /** Every status that orders have, the most frequent first; empty text for none. */
  statuses: readonly { value: string; rows: number }[];
  /** Sum of the amounts of orders that count; null where none does, or no amount is bound. */
  revenue: number | null;
}

/** Counts a table; with `inline` it need not be prepared, and the segment in force is not counted. */
export async function countTable(
  connector: Connector,
  environment: Environment,
  table: TableId,
  options: { inline?: boolean } = {},
): Promise<Coverage> {
  const query = countQuery(environment, table, options);
  const row = decode(await connector.query(query.statement)).rows()[0] ?? {};
  const ofRows = Number(row.n ?? 0);
  const left: LeftOut[] = [];
  for (const [i, reason] of query.reasons.entries()) {
    const rows = Number(row[`left_${i}`] ?? 0);
    if (rows === 0) continue;
    const values = reason === 'status' && query.statuses ? await tally(connector, query.statuses) : null;
    left.push({ reason, rows, ...(values && { values }) });
  }
  return { rows: ofRows - left.reduce((sum, { rows }) => sum + rows, 0), ofRows, left };
}

/** Looks at an environment that need not be prepared. */
export async function effectsOf(connector: Connector, environment: Environment): Promise<Effects> {
  const bound = TABLE_IDS.filter((table) => environment.bindings.some((binding) => binding.table === table));
  const tables: (Coverage & { table: TableId })[] = [];
  for (const table of bound) tables.push({ table, ...(await countTable(connector, environment, table, { inline: true })) });
  const { statuses, revenue } = orderQueries(environment);
  return {
    tables,
    statuses: statuses ? await tally(connector, statuses) : [],
    revenue: revenue ? (decode(await connector.query(revenue)).numbers('revenue')[0] ?? null) : null,
  };
}

/** Whom a prepared environment is about. */
export async function scopeInForce(connector: Connector, environment: Environment): Promise<ScopeInForce> {
  const { consent } = environment.scope;
  const segment = activeSegment(environment);
  const set = scopeTables(environment).find(({ reason }) => reason === 'segment');
  if (!segment || !set) return { consent, segment: null };
  const n = decode(await connector.query(sql`SELECT count(*) AS n FROM ${ident('run', set.name)}`)).numbers('n')[0] ?? 0;
  return { consent, segment: { name: segment.name, customers: n } };
}

async function tally(connector: Connector, statement: Sql): Promise<{ value: string; rows: number }[]> {
  const frame = decode(await connector.query(statement));
  return frame.rows().map(({ value, n }) => ({ value: String(value ?? ''), rows: Number(n) }));
}
