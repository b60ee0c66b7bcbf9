import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sql } from '../../../src/cell/index.ts';
import { elevenAtFive, type Order, rfm, type Settings } from './reference.ts';
import { dayOf, isoDay, runRfm, scoresOf } from './run-rfm.ts';

const START = dayOf('2023-01-01');
const orders = fc.array(
  fc.record({
    customer: fc.integer({ min: 0, max: 12 }).map((n) => `c${String(n).padStart(2, '0')}`),
    day: fc.integer({ min: START, max: START + 400 }),
    // Few values, so that ties are the rule; quarters, so that sums are exact in any order.
    amount: fc.oneof(
      fc.integer({ min: -8, max: 40 }).map((n) => n / 4),
      fc.constant(null),
    ),
  }),
  { minLength: 1, maxLength: 60 },
) satisfies fc.Arbitrary<Order[]>;
const cuts = (min: number, max: number) =>
  fc.uniqueArray(fc.integer({ min, max }), { minLength: 4, maxLength: 4 }).map((found) => found.sort((a, b) => a - b));

const settings = fc.record({
  method: fc.constantFrom('quantile' as const, 'ntile' as const, 'fixed' as const),
  bins: fc.integer({ min: 3, max: 10 }),
  cuts: fc.record({ r: cuts(0, 400), f: cuts(0, 10), m: cuts(-5, 60) }),
  weights: fc.tuple(...([0, 1, 2] as const).map(() => fc.integer({ min: 0, max: 4 }))) as fc.Arbitrary<[number, number, number]>,
  monetary: fc.constantFrom('total' as const, 'mean' as const),
  returns: fc.constantFrom('net' as const, 'keep' as const, 'drop' as const),
  frequency: fc.constantFrom('orders' as const, 'days' as const),
  ago: fc.constantFrom(0, 0, 50, 200),
});

describe('RFM agrees with a second implementation in plain loops', { timeout: 180_000 }, () => {
  test('for any orders, method, number of scores, weights, monetary, frequency and treatment of returns', async () => {
    await fc.assert(
      fc.asyncProperty(orders, settings, async (given, chosen) => {
        const asOf = Math.max(...given.map(({ day }) => day)) - chosen.ago;
        const expected = rfm(given, { ...chosen, asOf, since: null } as Settings);
        const ran = await runRfm(given, {
          asOf: isoDay(asOf),
          method: chosen.method,
          bins: chosen.bins,
          recencyCuts: chosen.cuts.r,
          frequencyCuts: chosen.cuts.f,
          monetaryCuts: chosen.cuts.m,
          weightR: chosen.weights[0],
          weightF: chosen.weights[1],
          weightM: chosen.weights[2],
          monetary: chosen.monetary,
          returns: chosen.returns,
          frequency: chosen.frequency,
          compareMonths: 0,
        });
        expectSame(await scoresOf(ran, sql`select * from rfm_scores`), expected);
      }),
      { numRuns: 40 },
    );
  });

  test('over a window of months', async () => {
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 12 }), async (given, months) => {
        const asOf = dayOf('2024-02-15');
        const since = Date.UTC(2024, 1 - months, 15) / 86_400_000 + 1;
        const expected = rfm(given, { ...PLAIN, asOf, since });
        const ran = await runRfm(given, { asOf: '2024-02-15', window: 'months', windowMonths: months, compareMonths: 0 });
        expectSame(await scoresOf(ran, sql`select * from rfm_scores`), expected);
      }),
      { numRuns: 15 },
    );
  });

  test('and every customer is in the segment that the map of the eleven shows', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async (given) => {
        const ran = await runRfm(given, { compareMonths: 0 });
        for (const { r, f, m, segment, rfm: code } of (await scoresOf(ran, sql`select * from rfm_scores`)).values()) {
          expect(segment).toBe(elevenAtFive(r, f, m));
          expect(code).toBe(`${r}${f}${m}`);
        }
      }),
      { numRuns: 15 },
    );
  });
});

const PLAIN = { method: 'quantile', bins: 5, weights: [1, 1, 1], monetary: 'total', returns: 'net', frequency: 'orders' } as const as Omit<
  Settings,
  'asOf' | 'since'
>;

function expectSame(found: Awaited<ReturnType<typeof scoresOf>>, expected: ReturnType<typeof rfm>): void {
  expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [customer, want] of expected) {
    const got = found.get(customer);
    expect(got).toMatchObject({ recency: want.recency, frequency: want.frequency, r: want.r, f: want.f, m: want.m });
    expect(got?.monetary).toBeCloseTo(want.monetary, 9);
    expect(got?.score).toBeCloseTo(want.score, 3);
  }
}
