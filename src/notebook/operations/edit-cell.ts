import { AppError } from '../../util/app-error.ts';
import type { AnalysisCell, Cell, NotebookDocument } from '../document.ts';
import { NAME, outputName } from '../names.ts';
import { renameInProse, renameInSql } from '../rename.ts';

/** Sets one parameter of an analysis; `undefined` takes it back to its default. */
export function setParam(document: NotebookDocument, cellId: string, name: string, value: unknown): NotebookDocument {
  return editAnalysis(document, cellId, (cell) => {
    const { [name]: before, ...others } = cell.params;
    if (value === undefined) return before === undefined ? cell : { ...cell, params: others };
    return Object.is(before, value) ? cell : { ...cell, params: { ...cell.params, [name]: value } };
  });
}

/** Replaces all parameters of an analysis; `{}` is all defaults. */
export function setParams(document: NotebookDocument, cellId: string, params: Readonly<Record<string, unknown>>): NotebookDocument {
  return editAnalysis(document, cellId, (cell) => ({ ...cell, params }));
}

/** Sets the text of a SQL cell. */
export function setCode(document: NotebookDocument, cellId: string, code: string): NotebookDocument {
  return editCell(document, cellId, (cell) => (cell.type === 'sql' && cell.code !== code ? { ...cell, code } : cell));
}

/** Sets the text of a prose cell. */
export function setText(document: NotebookDocument, cellId: string, text: string): NotebookDocument {
  return editCell(document, cellId, (cell) => (cell.type === 'prose' && cell.text !== text ? { ...cell, text } : cell));
}

/**
 * Renames what a cell leaves: the alias of an analysis (prefix of its tables and facts), the table of a SQL cell.
 * `tables` are the tables that the analysis produces (`Object.keys(definition.produces)`). References in SQL, prose
 * and segments follow. A name that another cell has is let through: the runtime names the clash on both cells.
 * Throws `notebook.name` for what cannot be a name.
 */
export function renameOutput(document: NotebookDocument, cellId: string, name: string, tables: readonly string[] = []): NotebookDocument {
  const cell = document.cells.find((each) => each.id === cellId);
  const before = cell ? outputName(cell) : null;
  if (!cell || before === null || before === name) return document;
  if (!NAME.test(name)) throw new AppError('notebook.name', `not a name: ${name}`, { name });

  const renames = cell.type === 'sql' ? { [before]: name } : Object.fromEntries(tables.map((t) => [`${before}_${t}`, `${name}_${t}`]));
  const taken = document.cells.some((each) => each !== cell && outputName(each)?.toLowerCase() === before.toLowerCase());
  const cells = document.cells.map((each): Cell => {
    if (each === cell) return each.type === 'analysis' ? { ...each, alias: name } : each.type === 'sql' ? { ...each, name } : each;
    if (taken) return each;
    if (each.type === 'sql') return changed(each, 'code', renameInSql(each.code, renames));
    if (each.type === 'prose') return changed(each, 'text', renameInProse(each.text, before, name));
    return each;
  });
  if (taken) return { ...document, cells };
  const segments = document.scope.segments.map((segment) => changed(segment, 'select', renameInSql(segment.select, renames)));
  return { ...document, cells, scope: { ...document.scope, segments } };
}

/** Changes one cell; the document itself where the change changes nothing. */
export function editCell(document: NotebookDocument, cellId: string, edit: (cell: Cell) => Cell): NotebookDocument {
  const index = document.cells.findIndex((cell) => cell.id === cellId);
  const before = document.cells[index];
  if (!before) return document;
  const after = edit(before);
  return after === before ? document : { ...document, cells: document.cells.with(index, after) };
}

function editAnalysis(document: NotebookDocument, cellId: string, edit: (cell: AnalysisCell) => AnalysisCell): NotebookDocument {
  return editCell(document, cellId, (cell) => (cell.type === 'analysis' ? edit(cell) : cell));
}

function changed<T, K extends keyof T>(item: T, key: K, value: T[K]): T {
  return item[key] === value ? item : { ...item, [key]: value };
}
