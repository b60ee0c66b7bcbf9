import { beforeAll, describe, expect, test } from 'vitest';
import { findDataset } from '../../datasets/index.ts';
import type { CellDefinition, RoleId } from '../../src/cell/index.ts';
import type { RunCellOptions } from '../support/run-cell.ts';
import { cells } from './cells.ts';
import { DESK, expectDrawn, expectNoUnusedCharts, PHONE, type Place } from './drawings.ts';
import { expectIdentity, expectUnique } from './identity.ts';
import { alternatives, emptyTables, leastRoles, mostRoles, nullTables, someTables } from './inputs.ts';
import { expectNotes } from './notes.ts';
import { expectMigrations, expectParams } from './parameters.ts';
import { expectSound } from './results.ts';
import { sampleOptions } from './sample.ts';
import { type Snapshot, snapshot, timeless } from './snapshot.ts';
import { expectTruth } from './truth.ts';
import { variants } from './variants.ts';
import { expectBothLanguages, expectLabels, expectNoUnusedWords, expectWritten, type Words } from './words.ts';

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
  let words: Words;
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
  test('has no word that nothing uses', () => expectNoUnusedWords(found, words));
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
    for (const [i, params] of variants(cell).entries()) {
      const changed = await snapshot(cell, { ...onSample, params });
      await expectAll(cell, words, changed, JSON.stringify(params), [i % 2 === 0 ? DESK : PHONE]);
      snapshots.push(changed);
    }
    await expectNoUnusedCharts(cell, snapshots);
  });

  describe.each(inputsOf(cell))('on %s', (_name, roles) => {
    test.each([
      ['text keys', {}],
      ['integer keys', { key: 'INTEGER' }],
      ['gaps', { gaps: true }],
    ] as const)('keeps its declaration with %s', async (name, options) => {
      await expectAll(cell, words, await snapshot(cell, { tables: someTables(roles, 120, options) }), name);
    });
    test.each([
      ['no rows', () => emptyTables(roles)],
      ['one row', () => someTables(roles, 1)],
      ['no values', () => nullTables(roles)],
    ] as const)('says what is wrong with %s', async (name, tables) => {
      const poor = await snapshot(cell, { tables: tables() });
      await expectAll(cell, words, poor, name);
      expect(poor.result.checks.some(({ severity }) => severity !== 'ok')).toBe(true);
    });
    test('keeps its declaration where optional columns are empty', async () => {
      await expectAll(cell, words, await snapshot(cell, { tables: onlyLeast(cell, roles) }), 'empty optional columns');
    });
  });
});

function inputsOf(cell: CellDefinition): [string, RoleId[]][] {
  return [
    ['the least input', leastRoles(cell)],
    ['the most input', mostRoles(cell)],
    ...alternatives(cell).map((roles): [string, RoleId[]] => [`an alternative: ${roles.join(' ')}`, roles]),
  ];
}

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

async function expectAll(cell: CellDefinition, words: Words, found: Snapshot, where: string, places?: readonly Place[]): Promise<void> {
  try {
    expectSound(cell, found);
    expectWritten(words, found);
    await expectDrawn(cell, words, found, places);
  } catch (error) {
    throw new Error(`${cell.id}, ${where}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
