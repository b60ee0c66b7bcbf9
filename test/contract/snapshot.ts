import type { CellDefinition, CellResult, FrameValue } from '../../src/cell/index.ts';
import { ident, sql } from '../../src/util/sql.ts';
import { type RunCellOptions, runCell } from '../support/run-cell.ts';

/** A result with the rows of its tables, read before the next run wipes them. */
export interface Snapshot {
  result: CellResult;
  tables: Readonly<Record<string, readonly Readonly<Record<string, FrameValue>>[]>>;
  /** Table → numeric columns that hold NaN or an infinity. */
  notFinite: readonly string[];
}

/** Runs a cell and reads all that it left. */
export async function snapshot(cell: CellDefinition, options: RunCellOptions): Promise<Snapshot> {
  const { query, ...result } = await runCell(cell, options);
  const tables: Record<string, Record<string, FrameValue>[]> = {};
  const notFinite: string[] = [];
  for (const table of result.tables) {
    const view = ident('main', `${cell.alias}_${table.name}`);
    tables[table.name] = (await query(sql`select * from ${view}`)).rows();
    for (const column of table.columns.filter(({ type }) => type === 'DOUBLE' || type === 'FLOAT')) {
      const found = await query(sql`select count(*) as n from ${view} where not isfinite(${ident(column.name)})`);
      if (found.numbers('n')[0] !== 0) notFinite.push(`${table.name}.${column.name}`);
    }
  }
  return { result, tables, notFinite };
}

/** What must not change between two runs: everything but when, how fast and under which key. */
export function timeless({ result, tables }: Snapshot): unknown {
  const { startedAt: _, ms: __, statements: ___, ...provenance } = result.provenance;
  return JSON.parse(JSON.stringify({ result: { ...result, provenance }, tables }));
}
