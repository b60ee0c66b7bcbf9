import { expect } from 'vitest';
import { type CellDefinition, type Column, type Disclosure, KEY_TYPE, type ProducedTable, type Row } from '../../src/cell/index.ts';
import type { Snapshot } from './snapshot.ts';

const KEY_TYPES = ['VARCHAR', 'BIGINT', 'INTEGER', 'SMALLINT', 'TINYINT', 'HUGEINT', 'UBIGINT', 'UINTEGER', 'USMALLINT', 'UTINYINT'];

/** Tables, views, facts and checks are the ones declared, whole, finite and honest about what they disclose. */
export function expectSound(cell: CellDefinition, found: Snapshot): void {
  expectTables(cell, found);
  expectViews(cell, found);
  expectFacts(cell, found);
  const ids = found.result.checks.map((check) => check.id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(found.notFinite).toEqual([]);
}

/** Every declared table is there, column for column, in order, type by type. */
function expectTables(cell: CellDefinition, { result }: Snapshot): void {
  expect(result.tables.map((table) => table.name).sort()).toEqual(Object.keys(cell.produces).sort());
  for (const table of result.tables) {
    const declared = cell.produces[table.name] as ProducedTable;
    const made = new Map(table.columns.map(({ name, type }) => [name, type]));
    const expected = Object.entries(declared.columns).filter(([name, column]) => !column.optional || made.has(name));
    expect([...made.keys()], table.name).toEqual(expected.map(([name]) => name));
    for (const [name, { type }] of expected) {
      const allowed = type === KEY_TYPE ? KEY_TYPES : type === 'TIME' ? ['DATE', 'TIMESTAMP'] : [type];
      expect(allowed, `${table.name}.${name}`).toContain(made.get(name));
    }
    expectDisclosure(`table ${table.name}`, declared, Object.keys(declared.columns), keysOf(cell));
  }
}

function expectViews(cell: CellDefinition, { result }: Snapshot): void {
  const ids = result.views.map((view) => view.id);
  expect(ids).toEqual(cell.views.filter((id) => ids.includes(id)));
  expect(result.views[0]?.kind).toBe('headline');
  for (const view of result.views) {
    if (view.kind === 'tiles') expect(view.tiles.length).toBeGreaterThan(0);
    if (view.kind !== 'chart' && view.kind !== 'table') continue;
    const rows = view.kind === 'chart' ? view.data : view.rows;
    expect(rows.length, view.id).toBeLessThanOrEqual(view.kind === 'chart' ? 5000 : 200);
    expectColumns(view.id, view.columns, rows);
    const names = [...new Set([...view.columns.map((column) => column.name), ...rows.slice(0, 1).flatMap((row) => Object.keys(row))])];
    if (rows.length > 0) expectDisclosure(`view ${view.id}`, view, names, keysOf(cell));
    if (view.kind === 'table' && view.table) {
      const table = result.tables.find(({ name }) => name === view.table);
      expect(table, view.id).toBeDefined();
      expect(view.total, view.id).toBe(table?.rows);
      expect(
        table?.columns.map(({ name }) => name),
        view.id,
      ).toEqual(expect.arrayContaining(view.columns.map(({ name }) => name)));
    }
  }
}

/** Every shown column is in every row; one with a unit holds numbers (or ISO days), or nothing. */
function expectColumns(id: string, columns: readonly Column[], rows: readonly Row[]): void {
  expect(columns.length, id).toBeGreaterThan(0);
  for (const { name, unit } of columns) {
    for (const row of rows) {
      expect(name in row, `${id}.${name}`).toBe(true);
      const value = row[name] ?? null;
      if (!unit || value === null) continue;
      if (unit === 'date') expect(value, `${id}.${name}`).toMatch(/^\d{4}-\d{2}-\d{2}/);
      else expect(Number.isFinite(value), `${id}.${name}: ${value}`).toBe(true);
    }
  }
}

/** Groups say how many customers each row stands for; rows of customers say which columns could name them. */
function expectDisclosure(where: string, disclosure: Disclosure, columns: readonly string[], keys: readonly string[]): void {
  const personal = disclosure.personal ?? [];
  expect(columns, where).toEqual(expect.arrayContaining([...personal]));
  if (disclosure.grain === 'group') expect(columns, `${where}: count`).toContain(disclosure.count);
  if (disclosure.grain === 'customer') expect(personal.length, `${where}: personal`).toBeGreaterThan(0);
  else
    expect(
      columns.filter((column) => keys.includes(column)),
      `${where}: keys in a ${disclosure.grain}`,
    ).toEqual([]);
}

/** Columns that name a person in this cell: those of its tables that keep the type of a key. */
function keysOf(cell: CellDefinition): string[] {
  const columns = Object.values(cell.produces).flatMap((table) => Object.entries(table.columns));
  return columns.filter(([, column]) => column.type === KEY_TYPE).map(([name]) => name);
}

function expectFacts(cell: CellDefinition, { result }: Snapshot): void {
  for (const fact of result.facts) {
    expect(cell.facts[fact.name], fact.name).toBe(fact.value.unit);
    const { value, unit } = fact.value;
    if (value === null) continue;
    if (unit === 'date') expect(value, fact.name).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    else expect(Number.isFinite(value), fact.name).toBe(true);
  }
}
