import { beforeAll, describe, expect, test } from 'vitest';
import { findDataset } from '../../datasets/index.ts';
import type { CellDefinition, Messages, RoleId } from '../../src/cell/index.ts';
import type { RunCellOptions } from '../support/run-cell.ts';
import { cells } from './cells.ts';
import { expectDrawn, expectNoUnusedCharts } from './drawings.ts';
import { expectIdentity, expectUnique } from './identity.ts';
import { alternatives, emptyTables, leastRoles, mostRoles, nullTables, someTables } from './inputs.ts';
import { expectNotes } from './notes.ts';
import { expectMigrations, expectParams } from './parameters.ts';
import { expectSound } from './results.ts';
import { sampleOptions } from './sample.ts';
import { type Snapshot, snapshot, timeless } from './snapshot.ts';
import { expectTruth } from './truth.ts';
import { variants } from './variants.ts';
import { expectBothLanguages, expectLabels, expectWritten } from './words.ts';

/**
 * What every analysis cell promises. A new cell is found by its folder and held to all of it; beside its own tests it
 * needs `test/cells/<id>/recovers.ts`, and `older-params.ts` once it has a second version.
 */

test('there are cells, and no two of them share an id or an alias', () => {
  expect(cells.length).toBeGreaterThan(0);
  expectUnique(cells);
});

describe.each(cells.map((found) => [found.folder, found] as const))('%s', (_, found) => {
  const { cell } = found;
  const dataset = findDataset(cell.sample);
  let words: { en: Messages; zh: Messages };
  let onSample: RunCellOptions;
  let usual: Snapshot;

  beforeAll(async () => {
    words = (await cell.text()).messages;
    if (!dataset) throw new RangeError(`no such dataset: ${cell.sample}`);
    onSample = await sampleOptions(dataset, cell);
    usual = await snapshot(cell, onSample);
  });

  test('is known by its folder, in both languages', () => expectIdentity(found));
  test('has defaults that fit', () => expectParams(cell));
  test('reads the parameters of its older versions', () => expectMigrations(cell));
  test('says the same in English and Chinese', () => expectBothLanguages(words));
  test('labels its parameters and columns', () => expectLabels(cell, words));
  test('has notes under the agreed headings', () => expectNotes(cell));

  test('keeps its declaration on its sample, and every text can be written', () => {
    expectSound(cell, usual);
    expectWritten(words, usual);
    expect(usual.result.checks.filter((check) => check.severity === 'serious')).toEqual([]);
  });
  test('draws its sample without a warning, wide and narrow', () => expectDrawn(cell, words, usual));
  test('gives the same result when it runs again', async () => {
    expect(timeless(await snapshot(cell, onSample))).toEqual(timeless(usual));
  });
  test('recovers what was planted in its sample', async () => {
    if (dataset) await expectTruth(cell, dataset, onSample);
  });

  test('keeps its declaration whatever parameter is changed', async () => {
    const snapshots = [usual];
    for (const params of variants(cell)) {
      const changed = await snapshot(cell, { ...onSample, params });
      await expectAll(cell, words, changed, JSON.stringify(params));
      snapshots.push(changed);
    }
    await expectNoUnusedCharts(cell, snapshots);
  });

  describe.each([
    ['the least input', (c: CellDefinition) => [leastRoles(c)]],
    ['the most input', (c: CellDefinition) => [mostRoles(c)]],
    ['each alternative', alternatives],
  ] as readonly [string, (c: CellDefinition) => RoleId[][]][])('on %s', (_name, rolesOf) => {
    test.each(rolesOf(cell).map((roles) => [roles.join(' '), roles] as const))('%s', async (_roles, roles) => {
      await expectAll(cell, words, await snapshot(cell, { tables: someTables(roles, 120) }), 'text keys');
      await expectAll(cell, words, await snapshot(cell, { tables: someTables(roles, 120, { key: 'INTEGER' }) }), 'integer keys');
      await expectAll(cell, words, await snapshot(cell, { tables: someTables(roles, 120, { gaps: true }) }), 'gaps');
    });
    test.each(rolesOf(cell).map((roles) => [roles.join(' '), roles] as const))('without rows or values: %s', async (_roles, roles) => {
      for (const [name, tables] of [
        ['no rows', emptyTables(roles)],
        ['one row', someTables(roles, 1)],
        ['no values', nullTables(roles)],
        ['nothing but the least', onlyLeast(cell, roles)],
      ] as const) {
        const poor = await snapshot(cell, { tables });
        await expectAll(cell, words, poor, name);
        if (name !== 'nothing but the least')
          expect(
            poor.result.checks.some(({ severity }) => severity !== 'ok'),
            name,
          ).toBe(true);
      }
    });
  });
});

/** Rows whose optional columns are there, but empty. */
function onlyLeast(cell: CellDefinition, roles: readonly RoleId[]): RunCellOptions['tables'] {
  const least = new Set(leastRoles(cell));
  const tables = someTables(roles, 40);
  return Object.fromEntries(
    Object.entries(tables).map(([table, given]) => {
      if (typeof given !== 'object' || !('rows' in given)) return [table, given];
      const kept = Object.keys(given.columns).map((name) => least.has(`${table}.${name}` as RoleId));
      return [table, { ...given, rows: given.rows.map((row) => row.map((value, i) => (kept[i] ? value : null))) }];
    }),
  );
}

async function expectAll(cell: CellDefinition, words: { en: Messages; zh: Messages }, found: Snapshot, where: string): Promise<void> {
  try {
    expectSound(cell, found);
    expectWritten(words, found);
    await expectDrawn(cell, words, found);
  } catch (error) {
    throw new Error(`${cell.id}, ${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
