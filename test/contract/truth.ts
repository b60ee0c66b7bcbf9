import { expect } from 'vitest';
import type { Dataset } from '../../datasets/index.ts';
import type { CellDefinition } from '../../src/cell/index.ts';
import { type RanCell, type RunCellOptions, runCell } from '../support/run-cell.ts';

/**
 * How a cell finds a truth that its sample states: parameters to run with, and where the number is in the result.
 * Kept by name in `test/cells/<id>/recovers.ts`.
 */
export type Recovers = Readonly<
  Record<string, { params?: Readonly<Record<string, unknown>>; value: (ran: RanCell) => number | Promise<number> }>
>;

const FOUND = import.meta.glob<{ recovers: Recovers }>('../cells/*/recovers.ts', { eager: true });

/** What was planted in the sample is found, each number within the tolerance that the sample states. */
export async function expectTruth(cell: CellDefinition, dataset: Dataset, options: RunCellOptions): Promise<void> {
  const recovers = FOUND[`../cells/${cell.id}/recovers.ts`]?.recovers ?? {};
  const truths = await dataset.truth();
  expect(Object.keys(recovers).length).toBeGreaterThan(0);
  for (const [name, { params, value }] of Object.entries(recovers)) {
    const truth = truths[name];
    expect(truth, `no such truth in ${dataset.id}: ${name}`).toBeDefined();
    const found = await value(await runCell(cell, { ...options, ...(params ? { params } : {}) }));
    expect(Math.abs(found - (truth?.value ?? Number.NaN)), `${name}: ${found} for ${truth?.value}`).toBeLessThanOrEqual(
      truth?.tolerance ?? 0,
    );
  }
}
