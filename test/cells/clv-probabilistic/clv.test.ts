import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import clv from '../../../cells/clv-probabilistic/cell.ts';
import { simulateBtyd } from '../../../src/stats/btyd/simulate.ts';
import { createRandom } from '../../../src/stats/random.ts';
import type { SqlValue } from '../../../src/util/sql.ts';
import { Day, personsSql, sql } from '../../../src/util/sql.ts';
import { CDNOW } from '../../oracles/cdnow.ts';
import { type RanCell, runCell } from '../../support/run-cell.ts';
import { validationFile } from '../../support/validation.ts';

const columns = { customer: 'INTEGER', time: 'DATE', amount: 'DOUBLE' };
const fact = (result: RanCell, name: string) => result.facts.find((f) => f.name === name)?.value.value as number;
const check = (result: RanCell, id: string) => result.checks.find((c) => c.id === id);
const day = (n: number) => new Day(new Date(n * 864e5).toISOString().slice(0, 10));

const path = validationFile('CDNOW_sample.txt');
describe.skipIf(!path)('customer lifetime value on the CDNOW sample', () => {
  let result: RanCell;
  beforeAll(async () => {
    const rows = readFileSync(path as string, 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.trim().split(/\s+/))
      .map(([, id, d = '', , dollars]): SqlValue[] => [
        Number(id),
        new Day(`${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`),
        Number(dollars),
      ]);
    result = await runCell(clv, {
      tables: { orders: { columns, rows } },
      params: { asOf: '1997-09-30', horizon: 52, horizonUnit: 'week', draws: 50 },
    });
  }, 60_000);

  it('has the published parameters, standard errors and log-likelihood', () => {
    // The data hold free orders, which are no purchases here: eight customers fewer or shorter than published.
    CDNOW.bgNbd.params.forEach((value, i) => expect(Math.abs(fact(result, `param_${i + 1}`) / value - 1)).toBeLessThan(0.03));
    expect(fact(result, 'customers')).toBeGreaterThan(2340);
    expect(Math.abs(fact(result, 'expected_new') / CDNOW.newIn52Weeks.bg - 1)).toBeLessThan(0.02);
  });

  it('expects of each customer what the published model expects', async () => {
    const sum = await result.query(sql`select sum(expected_purchases)::DOUBLE as e, count(*) as n, max(p_alive) as p from clv_scores`);
    expect(Math.abs((sum.numbers('e')[0] as number) - fact(result, 'expected_purchases'))).toBeLessThan(1e-6);
    expect(sum.numbers('p')[0]).toBeLessThanOrEqual(1);
  });

  it('warns of one-time buyers and points to MBG/NBD', () => {
    expect(check(result, 'once')?.mend).toEqual({ kind: 'param', param: 'model', value: 'mbg-nbd' });
    expect(check(result, 'fitted')?.severity).toBe('ok');
  });
});

/** Orders of simulated customers, one a row. */
function orders(kind: 'bg-nbd' | 'pareto-nbd', params: [number, number, number, number], n: number, seed: number): SqlValue[][] {
  const random = createRandom(seed);
  const start = 19_000;
  const ages = Float64Array.from({ length: n }, () => 60 + random.below(44));
  const { times } = simulateBtyd({ kind, params, ages }, random);
  return times.flatMap((list, i) => {
    const first = start + Math.round((104 - (ages[i] as number)) * 7);
    return [0, ...list].map((t): SqlValue[] => [i, day(first + Math.ceil(t * 7)), 20 + (i % 7) * 5 + random.below(10)]);
  });
}

describe('customer lifetime value', () => {
  it('holds its 90 % intervals: about nine in ten of the futures that come', async () => {
    const seen = 19_000 + 104 * 7;
    const rows = orders('pareto-nbd', [0.9, 6, 0.7, 25], 1500, 3);
    const cut = 19_000 + 78 * 7;
    const result = await runCell(clv, {
      tables: { orders: { columns, rows } },
      params: { model: 'pareto-nbd', asOf: day(cut).iso, horizon: 26, horizonUnit: 'week', draws: 100 },
    });
    const later = new Map<number, Set<string>>();
    for (const [customer, when] of rows) {
      const iso = (when as Day).iso;
      if (iso > day(cut).iso && iso <= day(seen).iso) later.set(customer as number, (later.get(customer as number) ?? new Set()).add(iso));
    }
    const scores = (await result.query(personsSql('select customer, purchases_low, purchases_high from clv_scores'))).rows();
    const held = scores.filter((s) => {
      const n = later.get(s.customer as number)?.size ?? 0;
      return n >= (s.purchases_low as number) && n <= (s.purchases_high as number);
    });
    // Counts are whole, so an interval of at least 90 % holds more.
    expect(held.length / scores.length).toBeGreaterThan(0.88);
    const total = result.facts.find((f) => f.name === 'expected_purchases')?.value;
    const actual = scores.reduce((sum, s) => sum + (later.get(s.customer as number)?.size ?? 0), 0);
    expect(actual).toBeGreaterThan((total?.low as number) * 0.97);
    expect(actual).toBeLessThan((total?.high as number) * 1.03);
  }, 60_000);

  it('says that drop-out is not identified where nobody leaves', async () => {
    const result = await runCell(clv, {
      tables: { orders: { columns, rows: orders('bg-nbd', [1.5, 6, 1e-9, 1], 600, 4) } },
      params: { draws: 0 },
    });
    expect(check(result, 'no_drop_out')?.severity).toBe('serious');
  }, 60_000);

  it('a longer horizon, no discount and no cost are worth more', async () => {
    const rows = orders('bg-nbd', [0.8, 8, 0.8, 2.5], 400, 5);
    const run = async (params: Record<string, unknown>) =>
      fact(await runCell(clv, { tables: { orders: { columns, rows } }, params: { draws: 0, ...params } }), 'clv_total');
    const plain = await run({});
    expect(await run({ horizon: 24 })).toBeGreaterThan(plain);
    expect(await run({ discount: 0 })).toBeGreaterThan(plain);
    expect(await run({ retentionCost: 1 })).toBeLessThan(plain);
    expect(Math.abs((await run({ margin: 'share', marginShare: 0.5 })) / plain - 0.5)).toBeLessThan(1e-9);
    // The unit changes the parameters, not what follows from them.
    expect(Math.abs((await run({ unit: 'day' })) / plain - 1)).toBeLessThan(1e-3);
  }, 60_000);

  it.each([
    ['no rows', []],
    ['one customer', [[1, day(19_000), 5]]],
    [
      'one order each',
      [
        [1, day(19_000), 5],
        [2, day(19_100), 7],
      ],
    ],
    [
      'all on one day',
      [
        [1, day(19_000), 5],
        [1, day(19_000), 6],
        [2, day(19_000), 7],
      ],
    ],
    [
      'nothing known',
      [
        [null, null, null],
        [1, null, null],
      ],
    ],
    [
      'returns alone',
      [
        [1, day(19_000), -5],
        [1, day(19_010), -5],
      ],
    ],
    [
      'huge amounts',
      [
        [1, day(19_000), 1e308],
        [1, day(19_050), 1e308],
        [2, day(19_100), 1],
      ],
    ],
    [
      'one who came back',
      [
        [1, day(19_000), 5],
        [1, day(19_060), 5],
        [2, day(19_090), 1],
      ],
    ],
  ] as [string, SqlValue[][]][])(
    '%s: a result with a check, no throw',
    async (_, rows) => {
      const result = await runCell(clv, { tables: { orders: { columns, rows } } });
      expect(result.checks.length).toBeGreaterThan(0);
      expect(result.views[0]?.kind).toBe('headline');
    },
    60_000,
  );
});
