import { type LeftOutReason, rolesOf, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { Binding, Segment, Source } from '../notebook/document.ts';
import { hash64 } from '../util/hash.ts';
import { oneSelect } from '../util/one-select.ts';
import { ident, personsSql, type Sql, sql } from '../util/sql.ts';
import { isBound } from './canonical-columns.ts';
import type { Environment } from './executor.ts';
import { sourceKey } from './source-key.ts';

/** A set of customers that a notebook is narrowed to: a table in `run`, and the select that makes it. */
export interface ScopeSet {
  reason: 'consent' | 'segment';
  name: string;
  /** One column, `customer`, without nulls. */
  select: Sql;
  create: Sql;
}

/** What a row of a table has to be, or it is left out for this reason. */
export interface Condition {
  reason: LeftOutReason;
  keep: Sql;
  /** The view does this by a join, so that it stands in no WHERE. */
  joined?: true;
}

/** The segment in force, if any. */
export function activeSegment({ scope }: Pick<Environment, 'scope'>): Segment | null {
  return scope.segments.find(({ id }) => id === scope.active) ?? null;
}

/** The same data about all customers, with or without a segment in force: what the segment itself is made from. */
export function wholeEnvironment({ basis: _, ...environment }: Environment): Environment {
  return { ...environment, scope: { ...environment.scope, active: null } };
}

/**
 * Consent and the segment in force as sets of customers. The name of each follows what it is made from, so that it is
 * made once: `consented` are the customers who said yes, null where no file speaks of consent, and then nobody has.
 */
export function scopeSets(environment: Environment, consented: Sql | null, customerType: string | null): ScopeSet[] {
  const segment = activeSegment(environment);
  const data = `${environment.sources.map(sourceKey).join()} ${customerType}`;
  const key = customerType ? sql`TRY_CAST(customer AS ${personsSql(customerType)})` : sql`customer`;
  const set = (reason: ScopeSet['reason'], from: Sql, basis: string): ScopeSet => {
    const name = `scope__${reason}_${hash64(`${from.text} ${data} ${basis}`)}`;
    const select = sql`SELECT DISTINCT ${key} AS customer FROM (${from}) WHERE customer IS NOT NULL`;
    return { reason, name, select, create: sql`CREATE TABLE IF NOT EXISTS ${ident('run', name)} AS ${select}` };
  };
  return [
    ...(environment.scope.consent ? [set('consent', consented ?? sql`SELECT NULL AS customer WHERE FALSE`, '')] : []),
    ...(segment
      ? [set('segment', sql`SELECT customer FROM (${personsSql(oneSelect(segment.select).text)}\n)`, environment.basis ?? '')]
      : []),
  ];
}

const OWN_KEYS = ['customer', 'account', 'respondent'];
const VIA: Readonly<Record<string, TableId>> = { order_id: 'orders', opportunity: 'opportunities' };

/**
 * Whom a row of a table belongs to, as conditions: its own customer (account, respondent) has to be of every set, or
 * the order or deal that it is part of has to count. Where nothing links them all rows go; none for a table that is
 * not about customers. `members` is what to select the customers of a set from, `parents` the rows of a parent table.
 */
export function scopeConditions(
  table: TableId,
  bindings: readonly Binding[],
  sets: readonly ScopeSet[],
  members: (set: ScopeSet) => Sql,
  parents: (table: TableId) => Sql,
): Condition[] {
  if (sets.length === 0) return [];
  const possible = rolesOf(table);
  const own = OWN_KEYS.find((role) => role in possible && isBound(bindings, table, role));
  if (own) {
    const key = sql`t.${ident(own)}`;
    // A respondent's or an account's key may be of another type than a customer's.
    const within = (set: ScopeSet): Sql =>
      own === 'customer'
        ? sql`${key} IN (SELECT customer FROM ${members(set)})`
        : sql`CAST(${key} AS VARCHAR) IN (SELECT CAST(customer AS VARCHAR) FROM ${members(set)})`;
    return [
      { reason: 'nobody', keep: sql`${key} IS NOT NULL` },
      ...sets.map((set): Condition => ({ reason: set.reason, keep: within(set) })),
    ];
  }
  const via = Object.keys(VIA).find((role) => linked(table, role, bindings));
  if (via) return [{ reason: 'parent', keep: sql`t.${ident(via)} IN (SELECT ${ident(via)} FROM ${parents(VIA[via] as TableId)})` }];
  const aboutCustomers = [...OWN_KEYS, ...Object.keys(VIA)].some((role) => role in possible);
  return aboutCustomers ? [{ reason: 'unlinked', keep: sql`FALSE` }] : [];
}

/** Whether a table's rows can be found in the table of orders or deals that they are part of. */
export function linked(table: TableId, role: string, bindings: readonly Binding[]): boolean {
  const via = VIA[role];
  return via !== undefined && via !== table && TABLE_IDS.includes(via) && isBound(bindings, table, role) && isBound(bindings, via, role);
}

/** DuckDB's type of the customer key, where all files agree and it can be written in SQL. */
export function customerType(
  bindings: readonly Binding[],
  sources: ReadonlyMap<string, Source>,
  textKeys: ReadonlySet<string>,
): string | null {
  if (textKeys.has('customer')) return 'VARCHAR';
  for (const binding of bindings) {
    const bound = binding.columns.customer;
    const found = bound && 'column' in bound ? sources.get(binding.source)?.columns.find(({ name }) => name === bound.column) : undefined;
    if (found && /^(VARCHAR|BIGINT|INTEGER|SMALLINT|TINYINT|HUGEINT|U\w+INT\w*|DOUBLE|UUID)$/.test(found.type)) return found.type;
  }
  return null;
}
