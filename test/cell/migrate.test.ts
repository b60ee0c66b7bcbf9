import { expect, test } from 'vitest';
import { migrateParams } from '../../src/cell/index.ts';

const cell = {
  version: 3,
  migrations: {
    1: ({ groups, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, bins: groups }),
    2: (params: Readonly<Record<string, unknown>>) => ({ ...params, bins: Number(params.bins) * 2 }),
  },
};

test('parameters go through every version between', () => {
  expect(migrateParams(cell, 1, { groups: 2, other: 'x' })).toEqual({ bins: 4, other: 'x' });
  expect(migrateParams(cell, 2, { bins: 2 })).toEqual({ bins: 4 });
});

test('those of this version and of a newer one stay as they are', () => {
  const params = { bins: 2 };
  expect(migrateParams(cell, 3, params)).toBe(params);
  expect(migrateParams(cell, 9, params)).toBe(params);
});
