import { expect, it } from 'vitest';
import { nextSort, sortRows } from '../../../../src/ui/result/grid/local-sort.ts';

const rows = [
  { k: 'b', n: 2 },
  { k: 'a', n: null },
  { k: 'c', n: 10 },
  { k: 'd', n: 2 },
];

it('sorts numbers as numbers and text as text, unknown values last either way, ties as they came', () => {
  const keys = (column: string, descending: boolean) =>
    sortRows(rows, { column, descending })
      .map((row) => row.k)
      .join('');
  expect(keys('n', false)).toBe('bdca');
  expect(keys('n', true)).toBe('cbda');
  expect(keys('k', true)).toBe('dcba');
  expect(sortRows(rows, undefined)).toBe(rows);
});

it('turns through ascending, descending and as it came', () => {
  const first = nextSort(undefined, 'n');
  const second = nextSort(first, 'n');
  expect([first, second, nextSort(second, 'n'), nextSort(second, 'k')]).toEqual([
    { column: 'n', descending: false },
    { column: 'n', descending: true },
    undefined,
    { column: 'k', descending: false },
  ]);
});
