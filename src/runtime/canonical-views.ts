import { rolesOf, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { Binding, Source } from '../notebook/document.ts';
import { AppError } from '../util/app-error.ts';
import { ident, join, type Sql, sql } from '../util/sql.ts';
import { canonicalColumns, isBound, mixedKeys } from './canonical-columns.ts';
import { customerType, linked, type ScopeTable, scopeCondition, scopeTable } from './canonical-scope.ts';
import type { Environment } from './executor.ts';

/**
 * The statements that make the canonical views of a notebook: `main.orders` and the like, typed by role, with the
 * notebook's definitions and scope applied. Views whose binding is gone are dropped. Pure; run them in order.
 */
export function canonicalViews(environment: Environment): Sql[] {
  const plan = new Plan(environment);
  const bound = ORDER.filter((table) => plan.bindingsOf(table).length > 0);
  const gone = TABLE_IDS.filter((table) => !bound.includes(table));
  return [
    ...gone.map((table) => sql`DROP VIEW IF EXISTS ${ident('main', table)}`),
    ...(plan.scope ? [plan.scope.create] : []),
    ...bound.map((table) => plan.view(table)),
  ];
}

/** Whether a table's view holds fewer rows than its sources, so that what was left out is worth counting. */
export function isFiltered(environment: Environment, table: TableId): boolean {
  const plan = new Plan(environment);
  return plan.conditions(table).length > 0 || (table === 'order_lines' && plan.ordersFiltered());
}

/** Tables that others are scoped through come first. */
const ORDER: readonly TableId[] = [...TABLE_IDS].sort((a, b) => rank(a) - rank(b));
function rank(table: string): number {
  return ['customers', 'orders', 'opportunities'].includes(table) ? 0 : 1;
}

class Plan {
  readonly sources: ReadonlyMap<string, Source>;
  readonly textKeys: ReadonlySet<string>;
  readonly scope: ScopeTable | null;

  constructor(readonly environment: Environment) {
    this.sources = new Map(environment.sources.map((source) => [source.id, source]));
    this.#check();
    this.textKeys = mixedKeys(environment.bindings, this.sources);
    const withConsent = isBound(environment.bindings, 'customers', 'customer') && isBound(environment.bindings, 'customers', 'consent');
    const type = customerType(environment.bindings, this.sources, this.textKeys);
    this.scope = scopeTable(environment, withConsent ? this.rows('customers') : null, type);
  }

  bindingsOf(table: TableId): readonly Binding[] {
    return this.environment.bindings.filter((binding) => binding.table === table && this.sources.has(binding.source));
  }

  view(table: TableId): Sql {
    const columns = this.#columns(table).map((name) => ({ name, value: this.#value(table, name) }));
    const through = table === 'order_lines' ? this.#throughOrders() : null;
    if (through) columns.push(...through.columns.map((name) => ({ name, value: sql`o.${ident(name)}` })));
    const conditions = this.conditions(table);
    const where = conditions.length > 0 ? sql` WHERE ${join(conditions, ' AND ')}` : sql``;
    return sql`CREATE OR REPLACE VIEW ${ident('main', table)} (${join(columns.map(({ name }) => ident(name)))}) AS SELECT ${join(
      columns.map(({ value }) => value),
    )} FROM (${this.rows(table)}) AS t${through?.join ?? sql``}${where}`;
  }

  /** All rows of a table under their canonical names, before definitions and scope. */
  rows(table: TableId): Sql {
    const names = this.#columns(table);
    const parts = this.bindingsOf(table).map((binding) => {
      const source = this.sources.get(binding.source) as Source;
      const columns = new Map(canonicalColumns(binding, source, this.textKeys).map(({ name, value }) => [name, value]));
      const list = names.map((name) => sql`${columns.get(name) ?? sql`NULL`} AS ${ident(name)}`);
      return sql`SELECT ${join(list)} FROM ${ident('raw', source.id)} AS s`;
    });
    return join(parts, ' UNION ALL ');
  }

  conditions(table: TableId): Sql[] {
    const found: Sql[] = [];
    if (table === 'orders') found.push(...this.#definitions());
    if (table === 'order_lines') {
      if (this.#drops() && this.#has('order_lines', 'amount')) found.push(sql`coalesce(t.amount, 0) >= 0`);
      if (!this.#throughOrders() && this.ordersFiltered() && linked('order_lines', 'order_id', this.environment.bindings)) {
        found.push(sql`t.order_id IN (SELECT order_id FROM main.orders)`);
      }
    }
    const scoped = this.scope && !this.#throughOrders(table)?.columns.includes('customer');
    const condition = scoped ? scopeCondition(table, this.environment.bindings, (this.scope as ScopeTable).name) : null;
    if (condition) found.push(condition);
    return found;
  }

  ordersFiltered(): boolean {
    return this.scope !== null || this.#definitions().length > 0;
  }

  /** Which orders count. */
  #definitions(): Sql[] {
    const found: Sql[] = [];
    const { statuses } = this.environment.definitions;
    if (statuses.length > 0 && this.#has('orders', 'status')) found.push(sql`list_contains(${statuses}, t.status)`);
    if (!this.#drops()) return found;
    if (this.#has('orders', 'is_return')) found.push(sql`t.is_return IS NOT TRUE`);
    if (this.#has('orders', 'amount')) found.push(sql`coalesce(t.amount, 0) >= 0`);
    return found;
  }

  /** Returns that a file writes as positive figures are turned round; what was given back was cost and discount too. */
  #value(table: TableId, name: string): Sql {
    const column = sql`t.${ident(name)}`;
    const signed = table === 'orders' && ['amount', 'cost', 'discount'].includes(name) && this.#has('orders', 'is_return');
    if (!signed || this.#drops()) return column;
    return sql`CASE WHEN t.is_return AND t.amount > 0 THEN -${column} ELSE ${column} END`;
  }

  /** Customer and time of a line whose file does not say them come from its order. */
  #throughOrders(table: TableId = 'order_lines'): { columns: string[]; join: Sql } | null {
    if (table !== 'order_lines' || !linked('order_lines', 'order_id', this.environment.bindings)) return null;
    const columns = ['customer', 'time'].filter((role) => !this.#has('order_lines', role) && this.#has('orders', role));
    if (columns.length === 0) return null;
    const kind = this.ordersFiltered() ? sql` JOIN ` : sql` LEFT JOIN `;
    const picked = join(columns.map((name) => sql`min(${ident(name)}) AS ${ident(name)}`));
    return { columns, join: sql`${kind}(SELECT order_id, ${picked} FROM main.orders GROUP BY order_id) AS o ON o.order_id = t.order_id` };
  }

  #columns(table: TableId): string[] {
    return Object.keys(rolesOf(table)).filter((role) => this.#has(table, role));
  }

  #has(table: TableId, role: string): boolean {
    return isBound(this.bindingsOf(table), table, role);
  }

  #drops(): boolean {
    return this.environment.definitions.returns === 'drop';
  }

  /** A binding to a column that its file does not have is said by name, before the engine finds it. */
  #check(): void {
    for (const binding of this.environment.bindings) {
      const source = this.sources.get(binding.source);
      for (const [role, bound] of Object.entries(binding.columns)) {
        if (!source || !bound || !('column' in bound) || source.columns.some(({ name }) => name === bound.column)) continue;
        const fields = { column: bound.column, role, table: binding.table, file: source.name };
        throw new AppError('binding.column', `missing column: ${bound.column} (role: ${role})`, fields);
      }
    }
  }
}
