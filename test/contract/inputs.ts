import { type CellDefinition, type RoleId, type RoleType, rolesOf, type TableId } from '../../src/cell/index.ts';
import type { SqlValue } from '../../src/util/sql.ts';
import type { RunCellOptions, TestTable } from '../support/run-cell.ts';

type Tables = RunCellOptions['tables'];
type Key = 'VARCHAR' | 'INTEGER';

/** The least that a cell can run on: what all of it needs, and the shortest of the alternatives. */
export function leastRoles(cell: CellDefinition): RoleId[] {
  const shortest = [...(cell.needs.oneOf ?? [])].sort((a, b) => a.length - b.length)[0] ?? [];
  return [...new Set([...cell.needs.all, ...shortest])];
}

/** The most: with every alternative and all that is optional. */
export function mostRoles(cell: CellDefinition): RoleId[] {
  return [...new Set([...cell.needs.all, ...(cell.needs.oneOf ?? []).flat(), ...(cell.needs.optional ?? [])])];
}

/** Roles of one alternative each, for cells that have several. */
export function alternatives(cell: CellDefinition): RoleId[][] {
  return (cell.needs.oneOf ?? []).map((roles) => [...new Set([...cell.needs.all, ...roles])]);
}

/** Tables without a row. */
export const emptyTables = (roles: readonly RoleId[]): Tables => tablesOf(roles, 'VARCHAR', 0, () => null);

/** Tables of a few rows without a value. */
export const nullTables = (roles: readonly RoleId[]): Tables => tablesOf(roles, 'VARCHAR', 3, () => null);

/** Rows as they might come: `rows` of them over two years, some values missing where `gaps`. */
export function someTables(roles: readonly RoleId[], rows: number, options: { key?: Key; gaps?: boolean } = {}): Tables {
  return tablesOf(roles, options.key ?? 'VARCHAR', rows, (type, role, row) =>
    options.gaps && (row * 7 + role.length) % 5 === 0 ? null : valueIn(type, role, row, options.key ?? 'VARCHAR'),
  );
}

function tablesOf(
  roles: readonly RoleId[],
  key: Key,
  rows: number,
  value: (type: RoleType, role: string, row: number) => SqlValue,
): Tables {
  const tables: Partial<Record<TableId, TestTable>> = {};
  for (const table of new Set(roles.map((role) => role.split('.')[0] as TableId))) {
    const names = roles.filter((role) => role.startsWith(`${table}.`)).map((role) => role.slice(table.length + 1));
    const types = names.map((name) => rolesOf(table)[name]?.type ?? 'text');
    tables[table] = {
      columns: Object.fromEntries(names.map((name, i) => [name, columnType(types[i] as RoleType, key)])),
      rows: Array.from({ length: rows }, (_, row) => names.map((name, i) => value(types[i] as RoleType, name, row))),
    };
  }
  return tables;
}

function columnType(type: RoleType, key: Key): string {
  const types: Record<RoleType, string> = {
    key,
    time: 'TIMESTAMP',
    money: 'DOUBLE',
    number: 'DOUBLE',
    flag: 'BOOLEAN',
    category: 'VARCHAR',
    text: 'VARCHAR',
  };
  return types[type];
}

/** Names that break what is not careful: quotes, SQL, markup, Chinese, nothing at all. */
const NAMES = ["O'Brien", '"; drop table orders; --', '<b>&amp;</b>', '客户甲', '', '{n, plural, other {x}}', '🙂', 'plain'];
const START = Date.UTC(2023, 0, 15);
const DAY = 86_400_000;

function valueIn(type: RoleType, role: string, row: number, key: Key): SqlValue {
  // Multipliers without common factors, so that customers, days and amounts do not move in step.
  const spread = (row * 37 + role.length * 11) % 97;
  switch (type) {
    case 'key':
      if (/_id$|^(order|ticket|opportunity|text)/.test(role)) return key === 'INTEGER' ? row + 1 : `k${row + 1}`;
      return key === 'INTEGER' ? (row * 5) % 23 : `${NAMES[((row * 5) % 23) % NAMES.length]} ${(row * 5) % 23}`;
    case 'time':
      return new Date(START + ((row * 37) % 700) * DAY + (row % 24) * 3_600_000);
    case 'money':
      return spread / 4 + 1;
    case 'number':
      return /scale_max/.test(role) ? 10 : spread % 11;
    case 'flag':
      return spread % 3 === 0;
    default:
      return NAMES[spread % NAMES.length] ?? '';
  }
}
