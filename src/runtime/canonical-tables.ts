import { TABLE_IDS, type TableId } from '../cell/index.ts';
import { tableReferences } from '../notebook/sql-names.ts';

/** The canonical tables that SQL names; names of tables of cells and of raw tables are passed over. */
export function canonicalTables(code: string): TableId[] {
  const references = tableReferences(code).filter(({ schema }) => schema === null || schema.toLowerCase() === 'main');
  const read = new Set(references.map(({ name }) => name.toLowerCase()));
  return TABLE_IDS.filter((table) => read.has(table));
}
