import { type RoleType, rolesOf, type TableId } from '../cell/index.ts';
import type { Binding, BoundTo, Source } from '../notebook/document.ts';
import { oneExpression } from '../util/one-select.ts';
import { ident, literal, personsSql, type Sql, sql } from '../util/sql.ts';

/** A canonical column: its name and the SQL that makes it out of the raw table. */
export interface CanonicalColumn {
  name: string;
  value: Sql;
}

/** The columns of a binding in the order of its table's roles. `textKeys` are the key roles that have to be text. */
export function canonicalColumns(binding: Binding, source: Source, textKeys: ReadonlySet<string>): CanonicalColumn[] {
  const roles = rolesOf(binding.table);
  return Object.keys(roles).flatMap((name) => {
    const bound = binding.columns[name];
    const role = roles[name];
    return bound && role ? [{ name, value: column(bound, role.type, source, textKeys.has(keyFamily(name))) }] : [];
  });
}

/** Roles that hold the same thing and are joined: a referrer is a customer. */
export function keyFamily(role: string): string {
  return role === 'referred_by' ? 'customer' : role;
}

/**
 * Key roles that arrive as text from one file and as numbers from another: those are made text everywhere, so that
 * the tables can be joined.
 */
export function mixedKeys(bindings: readonly Binding[], sources: ReadonlyMap<string, Source>): Set<string> {
  const kinds = new Map<string, Set<string>>();
  for (const binding of bindings) {
    for (const [name, role] of Object.entries(rolesOf(binding.table))) {
      const bound = binding.columns[name];
      if (role.type !== 'key' || !bound) continue;
      const kind = /INT/.test(boundType(bound, sources.get(binding.source))) ? 'integer' : boundType(bound, sources.get(binding.source));
      const family = keyFamily(name);
      kinds.set(family, (kinds.get(family) ?? new Set()).add(kind));
    }
  }
  return new Set([...kinds].filter(([, found]) => found.size > 1).map(([family]) => family));
}

function boundType(bound: BoundTo, source: Source | undefined): string {
  if ('column' in bound) return source?.columns.find(({ name }) => name === bound.column)?.type.toUpperCase() ?? 'VARCHAR';
  if ('row' in bound) return 'BIGINT';
  if ('constant' in bound) return typeof bound.constant === 'number' ? 'BIGINT' : 'VARCHAR';
  return 'expression';
}

function column(bound: BoundTo, role: RoleType, source: Source, textKey: boolean): Sql {
  const type = boundType(bound, source);
  return textKey && role === 'key' ? keyText(raw(bound), type) : cast(raw(bound), type, role);
}

function raw(bound: BoundTo): Sql {
  if ('column' in bound) return sql`s.${ident(bound.column)}`;
  if ('row' in bound) return sql`(s.rowid + 1)`;
  if ('constant' in bound) return literal(bound.constant);
  return sql`(${personsSql(oneExpression(bound.expression))})`;
}

function cast(value: Sql, type: string, role: RoleType): Sql {
  switch (role) {
    case 'key':
      return value;
    case 'time':
      return type === 'DATE' || type === 'TIMESTAMP' ? value : sql`TRY_CAST(${value} AS TIMESTAMP)`;
    case 'money':
    case 'number':
      return type === 'DOUBLE' ? value : sql`TRY_CAST(${value} AS DOUBLE)`;
    case 'flag':
      return type === 'BOOLEAN' ? value : flag(value, type);
    default:
      return type === 'VARCHAR' ? value : sql`CAST(${value} AS VARCHAR)`;
  }
}

/** A number that was stored with decimals is the same key as its text without them. */
function keyText(value: Sql, type: string): Sql {
  if (type === 'VARCHAR') return value;
  if (!/^(DOUBLE|FLOAT|DECIMAL)/.test(type)) return sql`CAST(${value} AS VARCHAR)`;
  return sql`CASE WHEN ${value} = trunc(${value}) AND abs(${value}) < 9e15 THEN CAST(CAST(${value} AS BIGINT) AS VARCHAR) ELSE CAST(${value} AS VARCHAR) END`;
}

const YES = ['true', 't', 'yes', 'y', '1', 'on', '是', '有', '同意', '已同意', '真'];
const NO = ['false', 'f', 'no', 'n', '0', 'off', '否', '无', '不同意', '未同意', '假'];

function flag(value: Sql, type: string): Sql {
  if (/INT|DOUBLE|FLOAT|DECIMAL/.test(type)) return sql`(${value} <> 0)`;
  const text = sql`lower(trim(CAST(${value} AS VARCHAR)))`;
  return sql`CASE WHEN list_contains(${YES}, ${text}) THEN TRUE WHEN list_contains(${NO}, ${text}) THEN FALSE END`;
}

/** Whether this role is there for a table, of its own or through its order. */
export function isBound(bindings: readonly Binding[], table: TableId, role: string): boolean {
  return bindings.some((binding) => binding.table === table && binding.columns[role] !== undefined);
}
