import { TABLE_IDS } from '../cell/index.ts';
import type { Cell, NotebookDocument } from './document.ts';

/** Names of tables and aliases: letters of any script, digits, underscores; not a digit first; at most 63 characters. */
export const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,62}$/u;

/** The alias of an analysis, the name of a SQL cell, null for prose. */
export function outputName(cell: Cell): string | null {
  return cell.type === 'analysis' ? cell.alias : cell.type === 'sql' ? cell.name : null;
}

/** Every alias and name in use, in lower case: DuckDB does not tell `A` from `a`. */
export function namesInUse(document: NotebookDocument): Set<string> {
  const names = document.cells.map(outputName).filter((name) => name !== null);
  return new Set([...names, ...TABLE_IDS].map((name) => name.toLowerCase()));
}

/** `rfm`, then `rfm_2`, `rfm_3`. */
export function freeAlias(document: NotebookDocument, alias: string): string {
  const used = namesInUse(document);
  if (!used.has(alias.toLowerCase())) return alias;
  return firstFree(used, (n) => `${alias}_${n}`, 2);
}

/** `sql_1`, `sql_2`. */
export function freeSqlName(document: NotebookDocument): string {
  return firstFree(namesInUse(document), (n) => `sql_${n}`, 1);
}

/** `c1`, `c2`: never one that the document holds. */
export function freeCellId(document: NotebookDocument): string {
  return firstFree(new Set(document.cells.map((cell) => cell.id)), (n) => `c${n}`, document.cells.length + 1);
}

/** A source id out of a file's name: `Orders 2024.csv` gives `orders_2024`; `data_2` where it is taken or nothing is left. */
export function freeSourceId(document: NotebookDocument, fileName: string): string {
  const used = new Set(document.sources.map((source) => source.id));
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  const base = stem || 'data';
  return used.has(base) ? firstFree(used, (n) => `${base}_${n}`, 2) : base;
}

function firstFree(used: ReadonlySet<string>, name: (n: number) => string, from: number): string {
  let n = from;
  while (used.has(name(n).toLowerCase())) n += 1;
  return name(n);
}
