import { personsSql, type Sql, sql } from '../util/sql.ts';
import { decode } from './arrow.ts';
import { type ColumnInfo, type Connector, SCHEMA, type TableInfo, type TableName } from './connector.ts';

/** What is run once on a new database: nothing is ever fetched from elsewhere, and our schemas are there. */
export const SETUP: readonly Sql[] = [
  sql`SET autoinstall_known_extensions = false`,
  sql`SET autoload_known_extensions = false`,
  ...Object.values(SCHEMA)
    .filter((schema) => schema !== SCHEMA.main)
    .map((schema) => personsSql(`CREATE SCHEMA IF NOT EXISTS ${schema}`)),
];

type Query = Connector['query'];

/** Tables and views in our schemas, by name. */
export async function listTables(query: Query): Promise<TableInfo[]> {
  const frame = decode(
    await query(sql`SELECT schema_name AS schema, table_name AS name, 'table' AS kind FROM duckdb_tables() WHERE NOT internal
      UNION ALL SELECT schema_name, view_name, 'view' FROM duckdb_views() WHERE NOT internal ORDER BY 1, 2`),
  );
  return frame.rows() as unknown as TableInfo[];
}

/** Columns of a table or view, in their order; empty where there is no such table. */
export async function listColumns(query: Query, table: TableName): Promise<ColumnInfo[]> {
  const frame = decode(
    await query(sql`SELECT column_name AS name, data_type AS type FROM duckdb_columns()
      WHERE schema_name = ${table.schema} AND table_name = ${table.name} ORDER BY column_index`),
  );
  return frame.rows() as unknown as ColumnInfo[];
}
