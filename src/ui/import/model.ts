import type { TableId } from '../../cell/index.ts';
import type { Preview, PreviewColumn, ReadOptions, TextColumn } from '../../import/options.ts';
import { retype } from '../../import/retype.ts';
import { type BindingProblem, checkBinding, productOf, proposeBinding, proposeBindings } from '../../import/roles/index.ts';
import type { ProposedBinding, ProposedRole, RoleValue } from '../../import/roles/types.ts';
import type { Binding } from '../../notebook/document.ts';
import { oneExpression } from '../../util/one-select.ts';

/** All that a person decides about one file before it is imported. Plain data; every change gives a new one. */
export interface ImportModel {
  preview: Preview;
  options: ReadOptions;
  columns: readonly PreviewColumn[];
  /** Every canonical table, the likeliest first. */
  proposals: readonly ProposedBinding[];
  /** The tables that are made, with what each role is bound to; none where the file is for SQL only. */
  tables: readonly ChosenTable[];
}
export interface ChosenTable {
  table: TableId;
  roles: Readonly<Record<string, ChosenRole>>;
}
export interface ChosenRole {
  bound: RoleValue;
  /** How it was proposed; absent where the person chose. */
  proposed?: ProposedRole;
}
export type Problem = BindingProblem | { code: 'formula'; severity: 'error'; role: string; column: string; examples: readonly string[] };

/** A table is taken without asking from this fit on. */
const LIKELY = 0.5;

export function startModel(preview: Preview): ImportModel {
  const proposals = proposeBindings(preview.columns);
  const [first] = proposals;
  const chosen = first && first.fit >= LIKELY ? [first, ...alsoGiven(first, proposals)] : [];
  return { preview, options: preview.options, columns: preview.columns, proposals, tables: chosen.map(chosenTable) };
}

/** Order lines that name customer and time are orders, too. */
export function alsoGiven(first: { table: TableId }, proposals: readonly ProposedBinding[]): ProposedBinding[] {
  const orders = first.table === 'order_lines' ? proposals.find(({ table }) => table === 'orders') : undefined;
  return orders && orders.fit > 0 ? [orders] : [];
}

/** The file's table; what it also gives follows. Null: none. */
export function chooseTable(model: ImportModel, table: TableId | null): ImportModel {
  if (table === null) return { ...model, tables: [] };
  const kept = model.tables.find((chosen) => chosen.table === table);
  const also = alsoGiven({ table }, model.proposals).map(chosenTable);
  return { ...model, tables: [kept ?? chosenTable(proposeBinding(table, model.columns)), ...also] };
}

/** Adds or takes away a further table that the same file gives. */
export function toggleTable(model: ImportModel, table: TableId): ImportModel {
  const has = model.tables.some((chosen) => chosen.table === table);
  const tables = has
    ? model.tables.filter((chosen) => chosen.table !== table)
    : [...model.tables, chosenTable(proposeBinding(table, model.columns))];
  return { ...model, tables };
}

/** Binds a role, or with null leaves it out. */
export function bindRole(model: ImportModel, table: TableId, role: string, bound: RoleValue | null): ImportModel {
  const tables = model.tables.map((chosen) => {
    if (chosen.table !== table) return chosen;
    const { [role]: before, ...others } = chosen.roles;
    if (bound === null) return { ...chosen, roles: others };
    const proposed = before?.proposed && same(before.proposed.bound, bound) ? { proposed: before.proposed } : {};
    return { ...chosen, roles: { ...others, [role]: { bound, ...proposed } } };
  });
  return { ...model, tables };
}

/** Another type, date order or decimal mark for a column of a text file. */
export function retypeColumn(
  model: ImportModel,
  name: string,
  change: Partial<Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>>,
): ImportModel {
  if (model.options.format !== 'text') return model;
  const columns = model.options.columns.map((column) => (column.name === name ? amended(column, change) : column));
  const next = columns.find((column) => column.name === name);
  if (!next) return model;
  return {
    ...model,
    options: { ...model.options, columns },
    columns: model.columns.map((column) => (column.name === name ? retype(column, next) : column)),
  };
}

function amended(column: TextColumn, change: Partial<TextColumn>): TextColumn {
  const next = { ...column, ...change };
  if (next.type === 'number') next.decimalMark ??= '.';
  if (next.type === 'date' || next.type === 'timestamp') next.dateOrder ??= 'ymd';
  return next;
}

/** What a table's binding lacks or gets wrong, by role. */
export function problemsOf(model: ImportModel, { table, roles }: ChosenTable, today?: number): Problem[] {
  const bound = Object.fromEntries(Object.entries(roles).map(([role, chosen]) => [role, chosen.bound]));
  const problems: Problem[] = checkBinding(table, bound, model.columns, today);
  for (const [role, value] of Object.entries(bound)) {
    if (!('expression' in value)) continue;
    try {
      oneExpression(value.expression);
    } catch (error) {
      problems.push({
        code: 'formula',
        severity: 'error',
        role,
        column: '',
        examples: [error instanceof Error ? error.message : String(error)],
      });
    }
  }
  return problems;
}

export function canImport(model: ImportModel): boolean {
  return model.tables.every((chosen) => problemsOf(model, chosen).every(({ severity }) => severity !== 'error'));
}

/** The bindings of the notebook, once the file is there as `source`. */
export function bindingsOf(model: ImportModel, source: string): Binding[] {
  return model.tables.map(({ table, roles }) => ({
    table,
    source,
    columns: Object.fromEntries(Object.entries(roles).map(([role, { bound }]) => [role, bound])),
  }));
}

/** Quantity times unit price, where the file has both: offered for amounts. */
export const amountFormula = (model: ImportModel): string | null => productOf(model.columns);

function chosenTable({ table, columns }: ProposedBinding): ChosenTable {
  return {
    table,
    roles: Object.fromEntries(Object.entries(columns).map(([role, proposed]) => [role, { bound: proposed.bound, proposed }])),
  };
}

const same = (a: RoleValue, b: RoleValue): boolean => JSON.stringify(a) === JSON.stringify(b);
