import { rolesOf, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { Binding, Source } from '../notebook/document.ts';
import { hash64 } from '../util/hash.ts';
import { oneSelect } from '../util/one-select.ts';
import { ident, join, personsSql, type Sql, sql } from '../util/sql.ts';
import { isBound } from './canonical-columns.ts';
import type { Environment } from './executor.ts';

/** The table that holds the customers a notebook is about, and how it is made; null where it is about all. */
export interface ScopeTable {
  name: string;
  create: Sql;
}

/**
 * Consent and the active segment as one set of customers. Its name follows what it is made from, so that the set is
 * made once and stays as it was chosen: a segment over a cell's own result would otherwise shrink at each re-run.
 */
export function scopeTable(environment: Environment, customers: Sql | null, customerType: string | null): ScopeTable | null {
  const { consent, active, segments } = environment.scope;
  const segment = segments.find(({ id }) => id === active);
  const parts: Sql[] = [];
  if (consent) parts.push(customers ? sql`SELECT customer FROM (${customers}) WHERE consent` : sql`SELECT NULL AS customer WHERE FALSE`);
  if (segment) parts.push(sql`SELECT customer FROM (${personsSql(oneSelect(segment.select).text)}\n)`);
  if (parts.length === 0) return null;
  const made = join(parts, ' INTERSECT ');
  const name = `scope__${hash64(`${made.text} ${environment.sources.map((source) => source.fingerprint).join()} ${customerType}`)}`;
  const key = customerType ? sql`TRY_CAST(customer AS ${personsSql(customerType)})` : sql`customer`;
  return {
    name,
    create: sql`CREATE TABLE IF NOT EXISTS ${ident('run', name)} AS SELECT DISTINCT ${key} AS customer FROM (${made}) WHERE customer IS NOT NULL`,
  };
}

const OWN_KEYS = ['customer', 'account', 'respondent'];
const VIA: Readonly<Record<string, TableId>> = { order_id: 'orders' as TableId, opportunity: 'opportunities' as TableId };

/**
 * Whom a row of a table belongs to, as a condition: its own customer (account, respondent), or the order or deal that
 * it is part of. False for all rows where nothing links them, null for tables that are not about customers.
 */
export function scopeCondition(table: TableId, bindings: readonly Binding[], scope: string): Sql | null {
  const possible = rolesOf(table);
  const own = OWN_KEYS.find((role) => role in possible && isBound(bindings, table, role));
  if (own) return sql`t.${ident(own)} IN (SELECT customer FROM ${ident('run', scope)})`;
  const via = Object.keys(VIA).find((role) => linked(table, role, bindings));
  if (via) return sql`t.${ident(via)} IN (SELECT ${ident(via)} FROM ${ident('main', VIA[via] as string)})`;
  return [...OWN_KEYS, ...Object.keys(VIA)].some((role) => role in possible) ? sql`FALSE` : null;
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
