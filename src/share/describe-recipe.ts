import type { NotebookDocument } from '../notebook/document.ts';
import { DEFAULT_DEFINITIONS } from '../notebook/empty-document.ts';
import { toRecipe } from './recipe.ts';

/** One thing that a link reveals, for the person to read before it leaves the machine. */
export type RecipeItem =
  | { kind: 'title'; title: string }
  | { kind: 'sample'; name: string; dataset: string }
  | { kind: 'file'; name: string; columns: readonly string[] }
  | { kind: 'binding'; table: string; source: string; constants: readonly string[]; expressions: readonly string[] }
  | { kind: 'definitions'; changed: readonly string[] }
  | { kind: 'segment'; name: string; select: string }
  | { kind: 'analysis'; cell: string; alias: string; params: Readonly<Record<string, unknown>> }
  | { kind: 'sql'; name: string; code: string }
  | { kind: 'prose'; text: string };

/** Everything that a link to this notebook holds, in the document's order. There are no rows and no results in it. */
export function describeRecipe(document: NotebookDocument): RecipeItem[] {
  const recipe = toRecipe(document);
  const items: RecipeItem[] = [];
  if (recipe.title) items.push({ kind: 'title', title: recipe.title });
  for (const { name, origin, columns } of recipe.sources) {
    if (origin.kind === 'sample') items.push({ kind: 'sample', name, dataset: origin.dataset });
    else items.push({ kind: 'file', name, columns: columns.map((column) => column.name) });
  }
  for (const { table, source, columns } of recipe.bindings) {
    const bound = Object.values(columns).filter((to) => to !== undefined);
    const constants = bound.flatMap((to) => ('constant' in to ? [String(to.constant)] : []));
    const expressions = bound.flatMap((to) => ('expression' in to ? [to.expression] : []));
    items.push({
      kind: 'binding',
      table,
      source: recipe.sources.find((each) => each.id === source)?.name ?? source,
      constants,
      expressions,
    });
  }
  const changed = Object.entries(recipe.definitions)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify((DEFAULT_DEFINITIONS as unknown as Record<string, unknown>)[name]))
    .map(([name]) => name);
  if (changed.length > 0) items.push({ kind: 'definitions', changed });
  for (const { name, select } of recipe.scope.segments) items.push({ kind: 'segment', name, select });
  for (const cell of recipe.cells) {
    if (cell.type === 'analysis') items.push({ kind: 'analysis', cell: cell.cell, alias: cell.alias, params: cell.params });
    else if (cell.type === 'sql') items.push({ kind: 'sql', name: cell.name, code: cell.code });
    else items.push({ kind: 'prose', text: cell.text });
  }
  return items;
}
