import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sql } from '../../../src/cell/index.ts';
import { elevenAtFive, type Order, rfm, type Settings } from './reference.ts';
import { checkOf, dayOf, factOf, runRfm } from './run-rfm.ts';

const SETTINGS: Omit<Settings, 'asOf' | 'since'> = {
  method: 'quantile',
  bins: 5,
  weights: [1, 1, 1],
  monetary: 'total',
  returns: 'net',
  frequency: 'orders',
};
const NOW = dayOf('2024-08-31');
const THEN = dayOf('2024-02-29');

const orders = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 15 }).map((n) => `c${n}`),
    day: fc.integer({ min: dayOf('2023-06-01'), max: NOW }),
    amount: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 20, maxLength: 60 },
);

/** Segment then and now → customers, counted customer by customer. */
function expectedMoves(given: readonly Order[], since: (asOf: number) => number | null): Record<string, number> {
  const segments = (asOf: number) =>
    new Map([...rfm(given, { ...SETTINGS, asOf, since: since(asOf) })].map(([id, { r, f, m }]) => [id, elevenAtFive(r, f, m)]));
  const [before, after] = [segments(THEN), segments(NOW)];
  const moves: Record<string, number> = {};
  for (const customer of new Set([...before.keys(), ...after.keys()])) {
    const move = `${before.get(customer) ?? '(new)'} → ${after.get(customer) ?? '(gone)'}`;
    moves[move] = (moves[move] ?? 0) + 1;
  }
  return moves;
}

async function foundMoves(given: readonly Order[], params: Record<string, unknown>) {
  const ran = await runRfm(given, { asOf: '2024-08-31', compareMonths: 6, ...params });
  const rows = (await ran.query(sql`select * from rfm_migration`)).rows();
  return { ran, rows, moves: Object.fromEntries(rows.map((row) => [`${row.from_segment} → ${row.to_segment}`, row.customers])) };
}

describe('migration between two dates', { timeout: 120_000 }, () => {
  test('counts each customer once, from the segment six months before to the one now', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (given) => {
        fc.pre(given.some(({ day }) => day <= THEN));
        const { moves, rows } = await foundMoves(given, {});
        expect(moves).toEqual(expectedMoves(given, () => null));
        for (const from of new Set(rows.map((row) => row.from_segment))) {
          const shares = rows.filter((row) => row.from_segment === from).map((row) => Number(row.share_of_from));
          expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('moves the window along, so that some are gone', async () => {
    const monthsBefore = (asOf: number, months: number) => {
      const date = new Date(asOf * 86_400_000);
      // Both dates are the last of their month, and so is the day before each window.
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1 - months, 0) / 86_400_000;
    };
    const given: Order[] = [
      { customer: 'gone', day: THEN - 5, amount: 5 },
      { customer: 'both', day: THEN - 5, amount: 5 },
      { customer: 'both', day: NOW - 5, amount: 5 },
      { customer: 'new', day: NOW - 1, amount: 9 },
    ];
    const { moves } = await foundMoves(given, { window: 'months', windowMonths: 3 });
    expect(Object.keys(moves).some((move) => move.endsWith('→ (gone)'))).toBe(true);
    // 2024-08-31 less three months is 05-31; 2024-02-29 less three months is 11-29, which is not the end of its month.
    expect(moves).toEqual(expectedMoves(given, (asOf) => (asOf === NOW ? monthsBefore(asOf, 3) : dayOf('2023-11-29')) + 1));
  });

  test('says so where there is nothing to compare with', async () => {
    const ran = await runRfm([{ customer: 'a', day: NOW, amount: 1 }], { compareMonths: 6 });
    expect(checkOf(ran, 'migration.early')?.severity).toBe('note');
    expect(factOf(ran, 'stayed_share')).toBeUndefined();
    expect((await ran.query(sql`select count(*) as n from rfm_migration`)).numbers('n')[0]).toBe(0);
  });
});
