import { requiredRoles, rolesOf, TABLE_IDS, type TableId } from '../../cell/roles.ts';
import { ident, sql } from '../../util/sql.ts';
import type { PreviewColumn } from '../options.ts';
import { rolesByName } from './name-index.ts';
import { suit } from './suit.ts';
import type { ProposedBinding, ProposedRole, Why } from './types.ts';

/** Below this a column is not proposed for a role. */
const LEAST = 0.35;

/**
 * The canonical tables that a file could feed, the likeliest first; every table is there, those whose required roles
 * were not all found with a fit of 0 and what was found. Judged by names, in English and Chinese, by types and by what
 * the sampled values look like. Pure.
 */
export function proposeBindings(columns: readonly PreviewColumn[]): ProposedBinding[] {
  const names = columns.map(({ name }) => rolesByName(name));
  const proposals = TABLE_IDS.map((table) => proposeFor(table, columns, names));
  return proposals.sort((a, b) => b.fit - a.fit || found(b) - found(a));
}

/** What each role of one table would be bound to. */
export function proposeBinding(table: TableId, columns: readonly PreviewColumn[]): ProposedBinding {
  return proposeFor(
    table,
    columns,
    columns.map(({ name }) => rolesByName(name)),
  );
}

/** For each column, the roles that its name speaks for. */
type Names = readonly ReadonlyMap<string, number>[];

function proposeFor(table: TableId, columns: readonly PreviewColumn[], names: Names): ProposedBinding {
  const roles = rolesOf(table);
  const candidates: { role: string; index: number; proposed: ProposedRole; name: number }[] = [];
  for (const [index, column] of columns.entries()) {
    for (const [role, { type }] of Object.entries(roles)) {
      const name = names[index]?.get(`${table}.${role}`) ?? 0;
      const content = contentMatch(role, column);
      if (name === 0 && content === 0) continue;
      const named = name * suit(column, type);
      const confidence = Math.max(named, content);
      if (confidence < LEAST) continue;
      const why: Why = content > named ? 'content' : name > 0.85 ? 'name' : 'similar_name';
      candidates.push({ role, index, name, proposed: { bound: { column: column.name }, confidence: round(confidence), why } });
    }
  }
  // the surest pair first; each column plays one role, each role is played by one column
  candidates.sort((a, b) => b.proposed.confidence - a.proposed.confidence || b.name - a.name || a.index - b.index);
  const chosen: Record<string, ProposedRole> = {};
  const taken = new Set<number>();
  for (const { role, index, proposed } of candidates) {
    if (role in chosen || taken.has(index)) continue;
    chosen[role] = proposed;
    taken.add(index);
  }
  onlyOfItsKind(table, columns, chosen, taken);
  quantityTimesPrice(table, columns, names, chosen);
  return { table, columns: inOrder(roles, chosen), fit: fitOf(table, columns, chosen) };
}

function contentMatch(role: string, column: PreviewColumn): number {
  if (role === 'email' && column.profile.email > 0.8) return 0.95;
  if (role === 'phone' && column.profile.phone > 0.8) return 0.85;
  return 0;
}

/** A required time or amount that no name told: the only column of dates, of numbers with fractions. */
function onlyOfItsKind(table: TableId, columns: readonly PreviewColumn[], chosen: Record<string, ProposedRole>, taken: Set<number>): void {
  for (const [role] of requiredRoles(table)) {
    if (role === undefined || role in chosen) continue;
    const type = rolesOf(table)[role]?.type;
    const fitting = [...columns.entries()].filter(([, column]) =>
      type === 'time'
        ? column.type === 'date' || column.type === 'timestamp'
        : type === 'money' && column.type === 'number' && column.profile.fractional > 0,
    );
    const [only] = fitting;
    if (!only || fitting.length > 1 || taken.has(only[0])) continue;
    chosen[role] = { bound: { column: only[1].name }, confidence: 0.45, why: 'only_one' };
    taken.add(only[0]);
  }
}

/** An amount that is not there, but for its factors: `Quantity` × `UnitPrice`. */
function quantityTimesPrice(table: TableId, columns: readonly PreviewColumn[], names: Names, chosen: Record<string, ProposedRole>): void {
  if ((table !== 'orders' && table !== 'order_lines') || (chosen.amount && chosen.amount.confidence > 0.6)) return;
  const product = productOf(columns, names);
  if (product) chosen.amount = { bound: { expression: product }, confidence: 0.85, why: 'product' };
}

/** SQL for quantity times unit price, where both columns are there. */
export function productOf(columns: readonly PreviewColumn[], names: Names = columns.map(({ name }) => rolesByName(name))): string | null {
  const best = (role: string): string | undefined => {
    let top = { score: 0.6, name: undefined as string | undefined };
    for (const [i, column] of columns.entries()) {
      const score = (names[i]?.get(role) ?? 0) * suit(column, 'number');
      if (score > top.score) top = { score, name: column.name };
    }
    return top.name;
  };
  const quantity = best('order_lines.quantity');
  const price = best('unit_price');
  return quantity && price && quantity !== price ? sql`${ident(quantity)} * ${ident(price)}`.text : null;
}

/** How sure the required roles are, raised a little by each further one that a name told. */
function fitOf(table: TableId, columns: readonly PreviewColumn[], chosen: Readonly<Record<string, ProposedRole>>): number {
  const required = requiredRoles(table).map((group) => Math.max(0, ...group.map((role) => chosen[role]?.confidence ?? 0)));
  if (required.some((confidence) => confidence === 0)) return 0;
  const mean = required.reduce((a, b) => a + b, 0) / required.length;
  const least = Math.min(...required);
  const told = Object.values(chosen).filter(({ why }) => why === 'name' || why === 'content').length;
  const covered = told / Math.max(columns.length, 1);
  const repeated = repeats(table, columns, chosen) ? 0.5 : 1;
  // three required roles that all fit say more than one
  const weight = 1 - 0.2 / required.length;
  return round(repeated * Math.min(1, weight * (0.35 * mean + 0.25 * least) + 0.4 * Math.min(1, covered + 0.05 * told)));
}

/** Tables whose first role names the row: one that comes back in a file that has a time and more is of another table. */
const ROW_KEYS: Partial<Record<TableId, string>> = {
  customers: 'customer',
  leads: 'lead',
  complaints: 'ticket',
  opportunities: 'opportunity',
  invoices: 'invoice',
  partners: 'partner',
};

/** The role that names a row of the table, where it has one. */
export const rowKey = (table: TableId): string | undefined => ROW_KEYS[table];

function repeats(table: TableId, columns: readonly PreviewColumn[], chosen: Readonly<Record<string, ProposedRole>>): boolean {
  const key = chosen[ROW_KEYS[table] ?? '']?.bound;
  const column = key && 'column' in key ? columns.find(({ name }) => name === key.column) : undefined;
  return column !== undefined && column.profile.distinct < column.profile.values * 0.95;
}

function inOrder(roles: Readonly<Record<string, unknown>>, chosen: Readonly<Record<string, ProposedRole>>): Record<string, ProposedRole> {
  return Object.fromEntries(
    Object.keys(roles).flatMap((role) => {
      const proposed = chosen[role];
      return proposed ? [[role, proposed]] : [];
    }),
  );
}

const found = ({ columns }: ProposedBinding): number => Object.values(columns).reduce((sum, { confidence }) => sum + confidence, 0);
const round = (value: number): number => Math.round(value * 100) / 100;
