import { type CellLibrary, rolesOf } from '../../cell/index.ts';
import type { NotebookDocument } from '../../notebook/document.ts';

/** Table → its columns, as completion offers them. */
export type SqlSchema = Readonly<Record<string, readonly string[]>>;

/** Columns that a cell is known to have left: by run for SQL, by declaration for analyses. */
export type LeftBy = (cellId: string) => readonly { name: string; columns: readonly { name: string }[] }[];

/**
 * What SQL can ask of a notebook: its canonical tables with the roles that are bound, and what its other cells leave
 * (`rfm_scores`, `sql_1`). A SQL cell is not offered its own result.
 */
export function sqlSchema(document: NotebookDocument, library: CellLibrary, left: LeftBy, ownId?: string): SqlSchema {
  const schema: Record<string, readonly string[]> = {};
  for (const { table, columns } of document.bindings) {
    schema[table] = Object.keys(rolesOf(table)).filter((role) => columns[role] !== undefined);
  }
  for (const cell of document.cells) {
    if (cell.id === ownId) continue;
    if (cell.type === 'sql') schema[cell.name] = left(cell.id)[0]?.columns.map(({ name }) => name) ?? [];
    if (cell.type !== 'analysis') continue;
    for (const [name, { columns }] of Object.entries(library.get(cell.cell)?.produces ?? {})) {
      const made = left(cell.id).find((table) => table.name === name);
      schema[`${cell.alias}_${name}`] = made ? made.columns.map((column) => column.name) : Object.keys(columns);
    }
  }
  return schema;
}
