import { expect } from 'vitest';
import { findDataset } from '../../datasets/index.ts';
import { GROUPS, TABLE_IDS } from '../../src/cell/index.ts';
import type { FoundCell } from './cells.ts';
import { filesOf } from './cells.ts';

const HAN = /\p{Script=Han}/u;

/** A cell is known by its folder, stands in the catalogue in both languages, and is taught on a dataset that exists. */
export function expectIdentity({ folder, cell }: FoundCell): void {
  expect(cell.id).toBe(folder);
  expect(cell.id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
  expect(cell.alias).toMatch(/^[a-z][a-z0-9_]*$/);
  expect(TABLE_IDS as readonly string[]).not.toContain(cell.alias);
  expect(Number.isInteger(cell.version) && cell.version >= 1).toBe(true);
  expect(GROUPS).toContain(cell.group);
  for (const words of [cell.title, cell.question]) {
    expect(words.en.trim()).not.toBe('');
    expect(words.en).not.toMatch(HAN);
    expect(words.zh).toMatch(HAN);
  }
  expect(cell.terms.length).toBeGreaterThan(0);
  expect(cell.terms.some((term) => HAN.test(term))).toBe(true);
  expect(findDataset(cell.sample)?.id).toBe(cell.sample);
  expect(filesOf(folder)).toEqual(expect.arrayContaining(['cell.ts', 'run.ts', 'charts.ts', 'text.ts', 'notes.en.md', 'notes.zh.md']));
}

/** No two cells share an id or an alias. */
export function expectUnique(cells: readonly FoundCell[]): void {
  for (const key of ['id', 'alias'] as const) {
    const found = cells.map(({ cell }) => cell[key]);
    expect(found).toEqual([...new Set(found)]);
  }
}
