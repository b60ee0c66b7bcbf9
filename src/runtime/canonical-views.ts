import { type LeftOutReason, rolesOf, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { Binding, Source } from '../notebook/document.ts';
import { AppError } from '../util/app-error.ts';
import { ident, join, type Sql, sql } from '../util/sql.ts';
import { canonicalColumns, isBound, mixedKeys } from './canonical-columns.ts';
import {
  activeSegment,
  type Condition,
  customerType,
  linked,
  type ScopeSet,
  scopeConditions,
  scopeSets,
  wholeEnvironment,
} from './canonical-scope.ts';
import { canonicalTables } from './canonical-tables.ts';
import type { Environment } from './executor.ts';

/**
 * The statements that make the canonical views of a notebook: `main.orders` and the like, typed by role, with the
 * notebook's definitions and scope applied. Views whose binding is gone are dropped. Pure; run them in order.
 */
export function canonicalViews(environment: Environment): Sql[] {
  const plan = new Plan(environment);
  const bound = ORDER.filter((table) => plan.bindingsOf(table).length > 0);
  const gone = TABLE_IDS.filter((table) => !bound.includes(table));
  const segment = activeSegment(environment);
  // A segment over the data itself is chosen out of all customers, whatever the views held before.
  const whole = segment && canonicalTables(segment.select).length > 0 ? canonicalViews(wholeEnvironment(environment)) : [];
  return [
    ...gone.map((table) => sql`DROP VIEW IF EXISTS ${ident('main', table)}`),
    ...whole,
    ...plan.sets.map(({ create }) => create),
    ...bound.map((table) => plan.view(table)),
  ];
}

/** The sets of customers that an environment is narrowed to, as tables in `run`. */
export function scopeTables(environment: Environment): readonly ScopeSet[] {
  return new Plan(environment).sets;
}

/** Whether a table's view holds fewer rows than its sources, so that what was left out is worth counting. */
export function isFiltered(environment: Environment, table: TableId): boolean {
  return new Plan(environment).conditions(table).length > 0;
}

/** A count of what a table has and of what is left out of it, with what each column of the answer is. */
export interface CountQuery {
  /** One row: `n` rows in the files, then `left_0`, `left_1` … rows left out, each counted under the first reason that it has. */
  statement: Sql;
  reasons: readonly LeftOutReason[];
  /** Rows by status (`value`, `n`) of those that are left out for it; null where none are. */
  statuses: Sql | null;
}

/**
 * Counts what definitions and scope leave out of a table. Reads the prepared sets and views, or with `inline` the raw
 * tables alone, so that an environment can be looked at before it is prepared (then without its segment).
 */
export function countQuery(environment: Environment, table: TableId, options: { inline?: boolean } = {}): CountQuery {
  const plan = new Plan(options.inline ? wholeEnvironment(environment) : environment, options.inline);
  const conditions = plan.conditions(table);
  const left = conditions.map(({ reason }, i) => {
    const before = conditions.slice(0, i).map((_, j) => sql`${ident(`keep_${j}`)} AND `);
    return { reason, count: sql`count(*) FILTER (WHERE ${join(before, '')}${ident(`keep_${i}`)} IS NOT TRUE) AS ${ident(`left_${i}`)}` };
  });
  const kept = join([sql`1 AS one`, ...conditions.map(({ keep }, i) => sql`(${keep}) AS ${ident(`keep_${i}`)}`)]);
  const byStatus = conditions.find(({ reason }) => reason === 'status');
  return {
    statement: sql`SELECT ${join([sql`count(*) AS n`, ...left.map(({ count }) => count)])} FROM (SELECT ${kept} FROM (${plan.rows(table)}) AS t)`,
    reasons: left.map(({ reason }) => reason),
    statuses: byStatus
      ? sql`SELECT coalesce(t.status, '') AS value, count(*) AS n FROM (${plan.rows(table)}) AS t WHERE (${byStatus.keep}) IS NOT TRUE GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 5`
      : null,
  };
}

/** Statuses of all orders, the most frequent first, and the revenue of those that count, out of the raw tables. */
export function orderQueries(environment: Environment): { statuses: Sql | null; revenue: Sql | null } {
  const plan = new Plan(wholeEnvironment(environment), true);
  const rows = plan.rows('orders');
  if (plan.bindingsOf('orders').length === 0) return { statuses: null, revenue: null };
  return {
    statuses: isBound(environment.bindings, 'orders', 'status')
      ? sql`SELECT coalesce(t.status, '') AS value, count(*) AS n FROM (${rows}) AS t GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200`
      : null,
    revenue: isBound(environment.bindings, 'orders', 'amount')
      ? sql`SELECT CAST(sum(amount) AS DOUBLE) AS revenue FROM (${plan.select('orders')})`
      : null,
  };
}

/** Tables that others are scoped through come first. */
const ORDER: readonly TableId[] = [...TABLE_IDS].sort((a, b) => rank(a) - rank(b));
function rank(table: string): number {
  return ['customers', 'orders', 'opportunities'].includes(table) ? 0 : 1;
}

class Plan {
  readonly sources: ReadonlyMap<string, Source>;
  readonly textKeys: ReadonlySet<string>;
  readonly sets: readonly ScopeSet[];

  constructor(
    readonly environment: Environment,
    readonly inline = false,
  ) {
    this.sources = new Map(environment.sources.map((source) => [source.id, source]));
    this.#check();
    this.textKeys = mixedKeys(environment.bindings, this.sources);
    const withConsent = isBound(environment.bindings, 'customers', 'customer') && isBound(environment.bindings, 'customers', 'consent');
    const type = customerType(environment.bindings, this.sources, this.textKeys);
    this.sets = scopeSets(environment, withConsent ? sql`SELECT customer FROM (${this.rows('customers')}) WHERE consent` : null, type);
  }

  bindingsOf(table: TableId): readonly Binding[] {
    return this.environment.bindings.filter((binding) => binding.table === table && this.sources.has(binding.source));
  }

  view(table: TableId): Sql {
    return sql`CREATE OR REPLACE VIEW ${ident('main', table)} (${join(this.#shown(table).map(({ name }) => ident(name)))}) AS ${this.select(table)}`;
  }

  /** The rows of a table that count, as cells see them. */
  select(table: TableId): Sql {
    const conditions = this.conditions(table).filter(({ joined }) => !joined);
    const where =
      conditions.length > 0
        ? sql` WHERE ${join(
            conditions.map(({ keep }) => keep),
            ' AND ',
          )}`
        : sql``;
    const through = table === 'order_lines' ? this.#throughOrders() : null;
    const list = this.#shown(table).map(({ name, value }) => (this.inline ? sql`${value} AS ${ident(name)}` : value));
    return sql`SELECT ${join(list)} FROM (${this.rows(table)}) AS t${through?.join ?? sql``}${where}`;
  }

  #shown(table: TableId): { name: string; value: Sql }[] {
    const columns = this.#columns(table).map((name) => ({ name, value: this.#value(table, name) }));
    const through = table === 'order_lines' ? this.#throughOrders() : null;
    return [...columns, ...(through?.columns ?? []).map((name) => ({ name, value: sql`o.${ident(name)}` }))];
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

  /** What a row has to be to count, in the order in which reasons are given. */
  conditions(table: TableId): Condition[] {
    const { bindings } = this.environment;
    const found: Condition[] = [];
    if (table === 'orders') found.push(...this.#definitions());
    const through = table === 'order_lines' ? this.#throughOrders() : null;
    if (table === 'order_lines') {
      if (this.#drops() && this.#has('order_lines', 'amount')) {
        found.push({ reason: 'returns', keep: sql`coalesce(t.amount, 0) >= 0` });
      }
      if (this.#ordersFiltered() && linked('order_lines', 'order_id', bindings)) {
        const keep = sql`t.order_id IN (SELECT order_id FROM ${this.#parents('orders')})`;
        found.push({ reason: 'parent', keep, ...(through && { joined: true as const }) });
      }
    }
    if (through?.columns.includes('customer')) return found;
    const members = (set: ScopeSet): Sql => (this.inline ? sql`(${set.select})` : ident('run', set.name));
    const scoped = scopeConditions(table, bindings, this.sets, members, (parent) => this.#parents(parent));
    return [...found, ...scoped.filter(({ reason }) => reason !== 'parent' || !found.some((each) => each.reason === 'parent'))];
  }

  /** The rows of a table that others are part of. */
  #parents(table: TableId): Sql {
    return this.inline ? sql`(${this.select(table)})` : ident('main', table);
  }

  #ordersFiltered(): boolean {
    return this.sets.length > 0 || this.#definitions().length > 0;
  }

  /** Which orders count. */
  #definitions(): Condition[] {
    const found: Condition[] = [];
    const { statuses } = this.environment.definitions;
    if (statuses.length > 0 && this.#has('orders', 'status')) {
      found.push({ reason: 'status', keep: sql`list_contains(${statuses}, coalesce(t.status, ''))` });
    }
    if (!this.#drops()) return found;
    const kept = [
      ...(this.#has('orders', 'is_return') ? [sql`t.is_return IS NOT TRUE`] : []),
      ...(this.#has('orders', 'amount') ? [sql`coalesce(t.amount, 0) >= 0`] : []),
    ];
    if (kept.length > 0) found.push({ reason: 'returns', keep: join(kept, ' AND ') });
    return found;
  }

  /** Returns that a file writes as positive figures are turned round; what was given back was cost and discount too. */
  #value(table: TableId, name: string): Sql {
    const column = sql`t.${ident(name)}`;
    const signed = table === 'orders' && ['amount', 'cost', 'discount'].includes(name) && this.#has('orders', 'is_return');
    if (!signed || this.environment.definitions.returns !== 'net') return column;
    return sql`CASE WHEN t.is_return AND t.amount > 0 THEN -${column} ELSE ${column} END`;
  }

  /** Customer and time of a line whose file does not say them come from its order. */
  #throughOrders(table: TableId = 'order_lines'): { columns: string[]; join: Sql } | null {
    if (table !== 'order_lines' || !linked('order_lines', 'order_id', this.environment.bindings)) return null;
    const columns = ['customer', 'time'].filter((role) => !this.#has('order_lines', role) && this.#has('orders', role));
    if (columns.length === 0) return null;
    const kind = this.#ordersFiltered() ? sql` JOIN ` : sql` LEFT JOIN `;
    const picked = join(columns.map((name) => sql`min(${ident(name)}) AS ${ident(name)}`));
    return {
      columns,
      join: sql`${kind}(SELECT order_id, ${picked} FROM ${this.#parents('orders')} GROUP BY order_id) AS o ON o.order_id = t.order_id`,
    };
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
