import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import { AppError } from '../util/app-error.ts';
import { ident, sql } from '../util/sql.ts';
import { quoted, rowsTable } from './raw-table.ts';

/** Values of an imported column, spread evenly over its rows, with its type in the engine. */
export async function columnSample(
  connector: Connector,
  source: string,
  column: string,
  rows: number,
): Promise<{ values: (string | null)[]; type: string }> {
  const table = rowsTable(source);
  const info = (await connector.columns(table)).find(({ name }) => name === column);
  if (!info) throw new AppError('column_missing', `missing column: ${column}`, { column });
  const counted = decode(await connector.query(sql`select count(*)::double as n from ${quoted(table)}`));
  const step = Math.max(1, Math.floor((counted.numbers('n')[0] ?? 0) / Math.max(1, rows)));
  const frame = decode(
    await connector.query(
      sql`select ${ident(column)}::varchar as v from ${quoted(table)} where rowid % ${step} = 0 order by rowid limit ${rows}`,
    ),
  );
  return { values: frame.values('v').map((value) => (value === null ? null : String(value))), type: info.type };
}
