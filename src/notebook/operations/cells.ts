import type { AnalysisCell, Cell, NotebookDocument, ProseCell, SqlCell } from '../document.ts';
import { freeAlias, freeCellId, freeSqlName } from '../names.ts';

/** What an operation needs to know of an analysis; a `CellDefinition` is one. */
export interface AnalysisKind {
  id: string;
  version: number;
  alias: string;
}

/** Adds an analysis under a free alias. `at` is an index, the end unless given. Returns the document and the new cell's id. */
export function addAnalysis(
  document: NotebookDocument,
  kind: AnalysisKind,
  options: { at?: number; params?: Readonly<Record<string, unknown>> } = {},
): Added {
  const cell: AnalysisCell = {
    id: freeCellId(document),
    type: 'analysis',
    cell: kind.id,
    version: kind.version,
    alias: freeAlias(document, kind.alias),
    params: options.params ?? {},
  };
  return insert(document, cell, options.at);
}

/** Adds a SQL cell under a free name, `sql_1`. */
export function addSql(document: NotebookDocument, options: { at?: number; code?: string; name?: string } = {}): Added {
  const name = options.name ? freeAlias(document, options.name) : freeSqlName(document);
  const cell: SqlCell = { id: freeCellId(document), type: 'sql', name, code: options.code ?? '' };
  return insert(document, cell, options.at);
}

/** Adds prose (Markdown with `{{alias.fact}}`). */
export function addProse(document: NotebookDocument, options: { at?: number; text?: string } = {}): Added {
  const cell: ProseCell = { id: freeCellId(document), type: 'prose', text: options.text ?? '' };
  return insert(document, cell, options.at);
}

export interface Added {
  document: NotebookDocument;
  cellId: string;
}

/** Takes a cell out; the document itself where there is no such cell. */
export function removeCell(document: NotebookDocument, cellId: string): NotebookDocument {
  const cells = document.cells.filter((cell) => cell.id !== cellId);
  return cells.length === document.cells.length ? document : { ...document, cells };
}

/** Puts a cell at an index of the list as it will be; beyond the ends is the end. */
export function moveCell(document: NotebookDocument, cellId: string, to: number): NotebookDocument {
  const from = document.cells.findIndex((cell) => cell.id === cellId);
  const target = Math.max(0, Math.min(document.cells.length - 1, to));
  const moved = document.cells[from];
  if (!moved || from === target) return document;
  const cells = document.cells.filter((cell) => cell !== moved);
  cells.splice(target, 0, moved);
  return { ...document, cells };
}

/** Puts a copy right after a cell, under a free name. */
export function duplicateCell(document: NotebookDocument, cellId: string): Added {
  const index = document.cells.findIndex((cell) => cell.id === cellId);
  const cell = document.cells[index];
  if (!cell) return { document, cellId };
  return insert(document, copyOf(document, cell), index + 1);
}

function copyOf(document: NotebookDocument, cell: Cell): Cell {
  const id = freeCellId(document);
  const free = (name: string): string => freeAlias(document, name.replace(/_\d+$/, ''));
  if (cell.type === 'analysis') return { ...cell, id, alias: free(cell.alias) };
  if (cell.type === 'sql') return { ...cell, id, name: /^sql_\d+$/.test(cell.name) ? freeSqlName(document) : free(cell.name) };
  return { ...cell, id };
}

function insert(document: NotebookDocument, cell: Cell, at = document.cells.length): Added {
  const cells = [...document.cells];
  cells.splice(Math.max(0, Math.min(cells.length, at)), 0, cell);
  return { document: { ...document, cells }, cellId: cell.id };
}
