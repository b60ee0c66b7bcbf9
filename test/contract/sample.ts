import type { Dataset } from '../../datasets/index.ts';
import { readDatasetFile } from '../../datasets/read-file.ts';
import { type CellDefinition, ident, join, type Sql, sql, type TableId } from '../../src/cell/index.ts';
import { nodeEngine } from '../support/engine.ts';
import type { RunCellOptions } from '../support/run-cell.ts';
import { rolesIn } from './parameters.ts';

/** The tables of a sample that a cell can use, bound as the sample says, with the sample's definitions. */
export async function sampleOptions(dataset: Dataset, cell: CellDefinition): Promise<RunCellOptions> {
  const connector = await nodeEngine();
  const wanted = new Set(rolesIn(cell).map((role) => role.split('.')[0]));
  const tables: Partial<Record<TableId, Sql>> = {};
  for (const file of dataset.files.filter(({ table }) => wanted.has(table))) {
    await connector.registerFile(file.name, new Blob([await readDatasetFile(dataset, file.name)]));
    const columns = Object.entries(file.bindings).map(([role, column]) => sql`${ident(column)} as ${ident(role)}`);
    tables[file.table] = sql`select ${join(columns)} from read_csv(${file.name}, sample_size = -1)`;
  }
  return { tables, definitions: dataset.definitions };
}
