import type { Connector, TableName } from '../engine/connector.ts';
import { SCHEMA } from '../engine/connector.ts';
import { ident, type Sql, sql } from '../util/sql.ts';

/** The table that a source's rows are in. */
export const rowsTable = (source: string): TableName => ({ schema: SCHEMA.raw, name: source });

/** The table of what could not be read of it. */
export const rejectedTable = (source: string): TableName => ({ schema: SCHEMA.raw, name: `${source}__rejected` });

/** Where an import writes until it is complete. */
export const partTable = (table: TableName): TableName => ({ schema: table.schema, name: `${table.name}__part` });

export const quoted = (table: TableName): Sql => ident(table.schema, table.name);

/** Drops a table that may not be there. */
export function drop(connector: Connector, table: TableName): Promise<void> {
  return connector.exec(sql`drop table if exists ${quoted(table)}`);
}

/** Puts a complete table in the place of what was there under its final name. */
export async function putInPlace(connector: Connector, table: TableName): Promise<void> {
  await drop(connector, table);
  await connector.exec(sql`alter table ${quoted(partTable(table))} rename to ${ident(table.name)}`);
}
