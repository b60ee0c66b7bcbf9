import { decode } from '../engine/arrow.ts';
import type { ColumnInfo, Connector } from '../engine/connector.ts';
import { AppError } from '../util/app-error.ts';
import { ident, join, personsSql, type Sql, sql } from '../util/sql.ts';
import type { Page, PageRequest } from './compute-api.ts';
import type { RunTables } from './run-tables.ts';

/** Pages of tables in `main` for the grid. Rows that sort alike keep an order, so that no page repeats a row. */
export class Pages {
  readonly #totals = new Map<string, number>();
  #generation = -1;

  constructor(
    readonly connector: Connector,
    readonly tables: RunTables,
  ) {}

  async page(table: string, { offset, limit, sort }: PageRequest): Promise<Page> {
    const behind = this.tables.behind(table);
    const columns = behind?.columns ?? (await columnsOf(this.connector, table));
    const total = await this.#total(table);
    const order = sort ? sql` ORDER BY ${ordering(columns, sort, behind !== undefined)}` : sql``;
    const from = behind ? ident('run', behind.physical) : ident('main', table);
    const list = join(columns.map(({ name }) => ident(name)));
    const [first, most] = [Math.max(0, Math.trunc(offset)), Math.min(10_000, Math.max(0, Math.trunc(limit)))];
    const rows = decode(await this.connector.query(sql`SELECT ${list} FROM ${from}${order} LIMIT ${most} OFFSET ${first}`)).rows();
    return { total, rows };
  }

  async #total(table: string): Promise<number> {
    if (this.#generation !== this.tables.generation) this.#totals.clear();
    this.#generation = this.tables.generation;
    const known = this.tables.behind(table)?.rows ?? this.#totals.get(table);
    if (known !== undefined) return known;
    const total = decode(await this.connector.query(sql`SELECT count(*) AS n FROM ${ident('main', table)}`)).numbers('n')[0] ?? 0;
    this.#totals.set(table, total);
    return total;
  }
}

/** Values of a column with their rows, the most frequent first; at most 200. Throws `table.missing`, `column.missing`. */
export async function columnValues(connector: Connector, table: string, column: string): Promise<{ value: string; rows: number }[]> {
  const columns = await columnsOf(connector, table);
  if (!columns.some(({ name }) => name === column)) throw new AppError('column.missing', `no such column: ${column}`, { column });
  const value = sql`CAST(${ident(column)} AS VARCHAR)`;
  const statement = sql`SELECT ${value} AS value, count(*) AS n FROM ${ident('main', table)} WHERE ${value} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`;
  return decode(await connector.query(statement))
    .rows()
    .map((row) => ({ value: String(row.value), rows: Number(row.n) }));
}

/** Columns of a table in `main`; throws `table.missing`. */
export async function columnsOf(connector: Connector, table: string): Promise<ColumnInfo[]> {
  const columns = await connector.columns({ schema: 'main', name: table });
  if (columns.length === 0) throw new AppError('table.missing', `no such table: ${table}`, { table });
  return columns;
}

/** A table has row numbers to break ties by, a view only its columns. */
function ordering(columns: readonly ColumnInfo[], sort: NonNullable<PageRequest['sort']>, numbered: boolean): Sql {
  if (!columns.some(({ name }) => name === sort.column))
    throw new AppError('column.missing', `no such column: ${sort.column}`, { column: sort.column });
  const main = sql`${ident(sort.column)} ${personsSql(sort.descending ? 'DESC' : 'ASC')} NULLS LAST`;
  const ties = numbered ? [personsSql('rowid')] : columns.filter(({ name }) => name !== sort.column).map(({ name }) => ident(name));
  return join([main, ...ties]);
}
