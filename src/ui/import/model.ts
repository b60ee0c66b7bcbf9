import type { TableId } from '../../cell/index.ts';
import type { Preview, PreviewColumn, ReadOptions, TextColumn } from '../../import/options.ts';
import { retype } from '../../import/retype.ts';
import { type BindingProblem, checkBinding, productOf, proposeBinding, proposeBindings } from '../../import/roles/index.ts';
import type { ProposedBinding, ProposedRole, RoleValue } from '../../import/roles/types.ts';
import type { Binding } from '../../notebook/document.ts';
import { oneExpression } from '../../util/one-select.ts';

/** What a person decides about the columns of a file. Plain data; every change gives a new one. */
export interface BindingModel {
  columns: readonly PreviewColumn[];
  /** Every canonical table, the likeliest first. */
  proposals: readonly ProposedBinding[];
  /** The tables that are made, with what each role is bound to; none where the file is for SQL only. */
  tables: readonly ChosenTable[];
}

/** The same, and how the file is read, before it is imported. */
export interface ImportModel extends BindingModel {
  preview: Preview;
  options: ReadOptions;
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

export function startModel(preview: Preview, wanted?: TableId): ImportModel {
  return { preview, options: preview.options, ...bindingModel(preview.columns, wanted) };
}

/** The likeliest table, or the one that is wanted, with what each role would be bound to. */
export function bindingModel(columns: readonly PreviewColumn[], wanted?: TableId): BindingModel {
  const proposals = proposeBindings(columns);
  const [likeliest] = proposals;
  const first = wanted ? proposals.find(({ table }) => table === wanted) : likeliest && likeliest.fit >= LIKELY ? likeliest : undefined;
  const chosen = first ? [first, ...alsoGiven(first, proposals)] : [];
  return { columns, proposals, tables: chosen.map(chosenTable) };
}

/** What is bound already, and the table that is wanted beside it. */
export function rebindModel(columns: readonly PreviewColumn[], bindings: readonly Binding[], wanted?: TableId): BindingModel {
  const fresh = bindingModel(columns, wanted);
  const bound = bindings.map(({ table, columns: roles }) => ({
    table,
    roles: Object.fromEntries(Object.entries(roles).flatMap(([role, value]) => (value ? [[role, { bound: value }]] : []))),
  }));
  if (bound.length === 0) return fresh;
  const missing = wanted && !bound.some(({ table }) => table === wanted) ? fresh.tables.filter(({ table }) => table === wanted) : [];
  return { ...fresh, tables: [...bound, ...missing] };
}

/** Order lines that name customer and time are orders, too. */
export function alsoGiven(first: { table: TableId }, proposals: readonly ProposedBinding[]): ProposedBinding[] {
  const orders = first.table === 'order_lines' ? proposals.find(({ table }) => table === 'orders') : undefined;
  return orders && orders.fit > 0 ? [orders] : [];
}

/** The file's table; what it also gives follows. Null: none. */
export function chooseTable<M extends BindingModel>(model: M, table: TableId | null): M {
  if (table === null) return { ...model, tables: [] };
  const kept = model.tables.find((chosen) => chosen.table === table);
  const also = alsoGiven({ table }, model.proposals).map(chosenTable);
  return { ...model, tables: [kept ?? chosenTable(proposeBinding(table, model.columns)), ...also] };
}

/** Adds or takes away a further table that the same file gives. */
export function toggleTable<M extends BindingModel>(model: M, table: TableId): M {
  const has = model.tables.some((chosen) => chosen.table === table);
  const tables = has
    ? model.tables.filter((chosen) => chosen.table !== table)
    : [...model.tables, chosenTable(proposeBinding(table, model.columns))];
  return { ...model, tables };
}

/** Binds a role, or with null leaves it out. */
export function bindRole<M extends BindingModel>(model: M, table: TableId, role: string, bound: RoleValue | null): M {
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
export function problemsOf(model: BindingModel, { table, roles }: ChosenTable, today?: number): Problem[] {
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

export function isComplete(model: BindingModel): boolean {
  return model.tables.every((chosen) => problemsOf(model, chosen).every(({ severity }) => severity !== 'error'));
}

/** The bindings of the notebook, once the file is there as `source`. */
export function bindingsOf(model: BindingModel, source: string): Binding[] {
  return model.tables.map(({ table, roles }) => ({
    table,
    source,
    columns: Object.fromEntries(Object.entries(roles).map(([role, { bound }]) => [role, bound])),
  }));
}

const formulas = new WeakMap<readonly PreviewColumn[], string | null>();

/** Quantity times unit price, where the file has both: offered for amounts. */
export function amountFormula({ columns }: BindingModel): string | null {
  let formula = formulas.get(columns);
  if (formula === undefined) {
    formula = productOf(columns);
    formulas.set(columns, formula);
  }
  return formula;
}

function chosenTable({ table, columns }: ProposedBinding): ChosenTable {
  return {
    table,
    roles: Object.fromEntries(Object.entries(columns).map(([role, proposed]) => [role, { bound: proposed.bound, proposed }])),
  };
}

const same = (a: RoleValue, b: RoleValue): boolean => JSON.stringify(a) === JSON.stringify(b);
