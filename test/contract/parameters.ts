import { expect } from 'vitest';
import { type CellDefinition, defaultParams, migrateParams, type RoleId, readParams } from '../../src/cell/index.ts';
import type { OlderParams } from './cells.ts';

const OLDER = import.meta.glob<{ olderParams: OlderParams }>('../cells/*/older-params.ts', { eager: true });

/** Defaults fit their schemas, limits and choices; what depends on data names a role that the cell asks for. */
export function expectParams(cell: CellDefinition): void {
  const defaults = defaultParams(cell.params);
  expect(readParams(cell.params, defaults)).toEqual({ values: defaults, refused: [] });
  const roles = rolesIn(cell);
  for (const [name, p] of Object.entries(cell.params)) {
    if (p.kind === 'choice') expect(p.choices, name).toContain(p.default);
    if (p.kind === 'number') {
      expect(p.default, name).toBeGreaterThanOrEqual(p.min ?? Number.NaN);
      expect(p.default, name).toBeLessThanOrEqual(p.max ?? Number.NaN);
    }
    if (p.of) expect(roles, name).toContain(p.of);
    if (p.when) expect(typeof p.when(defaults), name).toBe('boolean');
    expect(readParams(cell.params, { [name]: Symbol('nonsense') as unknown }).refused).toEqual([name]);
  }
}

/** Parameters of every older version become ones that this version takes, whole. */
export function expectMigrations(cell: CellDefinition): void {
  const steps = Object.keys(cell.migrations ?? {}).map(Number);
  expect(steps).toEqual(Array.from({ length: cell.version - 1 }, (_, i) => i + 1));
  const older = OLDER[`../cells/${cell.id}/older-params.ts`]?.olderParams ?? {};
  expect(Object.keys(older).map(Number)).toEqual(steps);
  for (const [version, params] of Object.entries(older)) {
    const migrated = migrateParams(cell, Number(version), params);
    expect(readParams(cell.params, migrated).refused, `version ${version}`).toEqual([]);
  }
}

export const rolesIn = (cell: CellDefinition): RoleId[] => [
  ...cell.needs.all,
  ...(cell.needs.oneOf ?? []).flat(),
  ...(cell.needs.optional ?? []),
];
