import { expect, test } from 'vitest';
import { sql } from '../../../src/cell/index.ts';
import { checkOf, dayOf, factOf, runRfm, scoresOf } from './run-rfm.ts';

/**
 * Ten customers, worked by hand as of 2024-12-31. Recency 1, 2, …, 10 days; orders 10, 9, …, 1; each order is of 10, but
 * that of J, who bought once for 200.
 */
const orders = [...'ABCDEFGHIJ'].flatMap((customer, i) =>
  Array.from({ length: 10 - i }, (_, k) => ({
    customer,
    day: dayOf('2024-12-30') - i - 30 * k,
    amount: customer === 'J' ? 200 : 10,
  })),
);
const AS_OF = { asOf: '2024-12-31', compareMonths: 0 };

test('quantiles of type 7 put ten different values into five pairs', async () => {
  const scores = await scoresOf(await runRfm(orders, AS_OF), sql`select * from rfm_scores`);
  const column = (d: 'r' | 'f' | 'm') => [...'ABCDEFGHIJ'].map((customer) => scores.get(customer)?.[d]);
  // Cut points of 1…10 at 0.2, 0.4, …: 2.8, 4.6, 6.4, 8.2. Monetary is 100, 90, …, 20, 200: cut points 38, 56, 74, 92.
  expect(column('r')).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  expect(column('f')).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1]);
  expect(column('m')).toEqual([5, 4, 4, 3, 3, 2, 2, 1, 1, 5]);
  expect(scores.get('A')).toMatchObject({ recency: 1, frequency: 10, monetary: 100, rfm: '555', score: 5, segment: 'Champions' });
  // J: R 1, FM (1 + 5) / 2 = 3, score (1 + 1 + 5) / 3.
  expect(scores.get('J')).toMatchObject({ rfm: '115', score: 2.3333, segment: 'At risk' });
});

test('its facts add up', async () => {
  const ran = await runRfm(orders, AS_OF);
  expect(factOf(ran, 'customers')).toBe(10);
  expect(factOf(ran, 'orders')).toBe(55);
  expect(factOf(ran, 'revenue')).toBe(54 * 10 + 200);
  expect(factOf(ran, 'one_time_share')).toBe(0.1);
  // Champions: A 555, B 554, C 444 (FM 4). D 443 has FM 3.5, so that it is loyal.
  expect(factOf(ran, 'champions_customers')).toBe(3);
  expect(factOf(ran, 'champions_revenue_share')).toBeCloseTo((100 + 90 + 80) / 740, 12);
  // At risk: J alone; G 222 and H 221 hibernate.
  expect(factOf(ran, 'at_risk_customers')).toBe(1);
  expect(factOf(ran, 'at_risk_revenue')).toBe(200);
});

test('cut points of one’s own: a value equal to one is on its lower side', async () => {
  const ran = await runRfm(orders, {
    ...AS_OF,
    method: 'fixed',
    recencyCuts: [1, 5],
    frequencyCuts: [1, 9],
    monetaryCuts: [20, 100],
  });
  const scores = await scoresOf(ran, sql`select * from rfm_scores`);
  expect([...'ABEFJ'].map((customer) => scores.get(customer)?.rfm)).toEqual(['332', '222', '222', '122', '113']);
});

test('cut points need not be in order, nor as many in each dimension', async () => {
  const ran = await runRfm(orders, {
    ...AS_OF,
    method: 'fixed',
    recencyCuts: [8, 2, 2, 4, 6],
    frequencyCuts: [9, 1],
    monetaryCuts: [100, 20],
  });
  const scores = await scoresOf(ran, sql`select * from rfm_scores`);
  // F and M have three scores, stretched to 1, 3, 5 beside R's five: A is 5, 5, 3.
  expect(scores.get('A')).toMatchObject({ rfm: '532', score: 4.3333, segment: 'Champions' });
  expect(checkOf(ran, 'cuts')?.severity).toBe('note');
});

test('ranks split the same values by customer, and the tie report counts them', async () => {
  const twins = ['a', 'b', 'c', 'd', 'e', 'f'].map((customer) => ({ customer, day: dayOf('2024-06-01'), amount: 5 }));
  const ran = await runRfm(twins, { method: 'ntile', bins: 3, compareMonths: 0 });
  const scores = await scoresOf(ran, sql`select * from rfm_scores`);
  expect([...scores.keys()].sort().map((customer) => scores.get(customer)?.rfm)).toEqual(['111', '111', '222', '222', '333', '333']);
  const ties = ran.views.find((view) => view.id === 'ties');
  // By quantiles all six would be R 3 (the shortest recency), F 1 and M 1.
  expect(
    ties?.kind === 'table' &&
      ties.rows.map(({ dimension, changed, split, values, largest_share }) => [dimension, changed, split, values, largest_share]),
  ).toEqual([
    ['r', 4, 6, 1, 1],
    ['f', 4, 6, 1, 1],
    ['m', 4, 6, 1, 1],
  ]);
});

test('weights move the score, and no weight at all weighs the same', async () => {
  const one = async (params: object) =>
    (await scoresOf(await runRfm(orders, { ...AS_OF, ...params }), sql`select * from rfm_scores`)).get('J')?.score;
  expect(await one({ weightR: 0, weightF: 1, weightM: 3 })).toBe(4);
  expect(await one({ weightR: 0, weightF: 0, weightM: 0 })).toBe(2.3333);
});

test('rules of one’s own: the first that matches wins, and who matches none is in Others', async () => {
  const rules = [
    { name: 'VIP', ranges: { score: [4, 5] } },
    { name: 'Also good', ranges: { r: [4, 5] } },
    { name: 'Never', ranges: { m: [9, 10] } },
  ];
  const ran = await runRfm(orders, { ...AS_OF, segments: 'own', rules });
  const scores = await scoresOf(ran, sql`select * from rfm_scores`);
  expect([...'ABCDE'].map((customer) => scores.get(customer)?.segment)).toEqual(['VIP', 'VIP', 'VIP', 'Also good', 'Others']);
  expect(checkOf(ran, 'rules.unused')?.text.args).toMatchObject({ names: 'Never' });
  expect(checkOf(ran, 'others')?.text.args?.n).toEqual({ value: 6, unit: 'customers' });
  const headline = ran.views[0];
  expect(headline?.kind === 'headline' && headline.text.key).toBe('headline.largest');
});
