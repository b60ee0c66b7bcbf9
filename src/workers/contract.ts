import type { CellDefinition, Fact, ResultTable, View } from '../cell/index.ts';
import type { RunTable } from './run-tables.ts';

/** A run's table as the result names it, with the disclosure that its cell declares; the strictest where it declares none. */
export function produced(cell: CellDefinition, table: RunTable): ResultTable {
  const declared = cell.produces[table.name];
  return {
    name: table.name,
    rows: table.rows,
    columns: table.columns,
    grain: declared?.grain ?? 'customer',
    ...(declared?.count ? { count: declared.count } : {}),
    ...(declared?.personal ? { personal: declared.personal } : {}),
  };
}

/** Where a run and its cell's declaration part ways, in words for the cell's author. */
export function contractErrors(
  cell: CellDefinition,
  tables: readonly RunTable[],
  views: readonly View[],
  facts: readonly Fact[],
): string[] {
  return [
    ...tables.flatMap((table) => tableErrors(cell, table)),
    ...views.filter(({ id }) => !cell.views.includes(id)).map(({ id }) => `undeclared view: ${id}`),
    ...views.flatMap((view) => (view.kind === 'chart' && view.data.length > 5_000 ? [`more than 5,000 marks: ${view.id}`] : [])),
    ...views.flatMap((view) =>
      view.kind === 'table' && view.table && !tables.some(({ name }) => name === view.table)
        ? [`view of a table that was not made: ${view.table}`]
        : [],
    ),
    ...facts.flatMap(({ name, value }) => {
      const unit = cell.facts[name];
      if (!unit) return [`undeclared fact: ${name}`];
      return unit === value.unit ? [] : [`fact ${name} in ${value.unit}, declared in ${unit}`];
    }),
  ];
}

function tableErrors(cell: CellDefinition, table: RunTable): string[] {
  const declared = cell.produces[table.name];
  if (!declared) return [`undeclared table: ${table.name}`];
  const made = new Map(table.columns.map(({ name, type }) => [name, type]));
  return [
    ...Object.entries(declared.columns).flatMap(([name, { type, optional }]) => {
      const found = made.get(name);
      if (found === undefined) return optional ? [] : [`missing column: ${table.name}.${name}`];
      return fits(type, found) ? [] : [`column ${table.name}.${name} is ${found}, declared ${type}`];
    }),
    ...[...made.keys()].filter((name) => !(name in declared.columns)).map((name) => `undeclared column: ${table.name}.${name}`),
  ];
}

/** `KEY` stands for whatever a key came as, `TIME` for DATE or TIMESTAMP. */
function fits(declared: string, found: string): boolean {
  if (declared.toUpperCase() === 'KEY') return true;
  if (declared.toUpperCase() === 'TIME') return found === 'DATE' || found === 'TIMESTAMP';
  return declared.toUpperCase() === found;
}
