import { describe, expect, test } from 'vitest';
import cell from '../../../cells/rfm-segmentation/cell.ts';
import { sql } from '../../../src/cell/index.ts';
import { runCell } from '../../support/run-cell.ts';
import type { Order } from './reference.ts';
import { checkOf, dayOf, factOf, runRfm, scoresOf } from './run-rfm.ts';

const DAY = dayOf('2024-03-01');
const order = (customer: string, day = DAY, amount: number | null = 10): Order => ({ customer, day, amount });
const many = (n: number, make: (i: number) => Order) => Array.from({ length: n }, (_, i) => make(i));
const SCORES = sql`select * from rfm_scores`;

describe('hard inputs', { timeout: 60_000 }, () => {
  test('all customers alike: one score each, said so, nothing split', async () => {
    const ran = await runRfm(many(200, (i) => order(`c${i}`)));
    const scores = await scoresOf(ran, SCORES);
    expect(new Set([...scores.values()].map((row) => row.rfm))).toEqual(new Set(['511']));
    for (const d of ['r', 'f', 'm']) expect(checkOf(ran, `scores.${d}`)?.severity).toBe('warning');
    expect(checkOf(ran, 'once')?.severity).toBe('warning');
    expect(checkOf(ran, 'history.short')).toBeDefined();
  });

  test('one customer', async () => {
    const ran = await runRfm([order('only', DAY - 400), order('only')]);
    expect((await scoresOf(ran, SCORES)).get('only')).toMatchObject({ recency: 0, frequency: 2, monetary: 20, rfm: '511' });
    expect(checkOf(ran, 'customers.few')?.severity).toBe('serious');
  });

  test('one order each leaves recency and monetary to decide', async () => {
    const ran = await runRfm(many(100, (i) => order(`c${String(i).padStart(3, '0')}`, DAY - 3 * i, 1 + i)));
    expect(factOf(ran, 'one_time_share')).toBe(1);
    expect(new Set([...(await scoresOf(ran, SCORES)).values()].map((row) => row.f))).toEqual(new Set([1]));
  });

  test('a future date makes a lonely as-of day, and an earlier one leaves it out and says so', async () => {
    const orders = [...many(300, (i) => order(`c${i}`, DAY - i)), order('typo', dayOf('2099-01-01'))];
    const auto = await runRfm(orders);
    expect(factOf(auto, 'as_of')).toBe('2099-01-01');
    expect(checkOf(auto, 'day.lonely')).toMatchObject({ severity: 'warning', mend: { kind: 'param', param: 'asOf', value: '2024-03-01' } });
    const mended = await runRfm(orders, { asOf: '2024-03-01' });
    expect(factOf(mended, 'customers')).toBe(300);
    expect(checkOf(mended, 'future')?.text.args?.n).toEqual({ value: 1, unit: 'rows' });
    expect(checkOf(mended, 'day.lonely')).toBeUndefined();
  });

  test('an as-of date before all orders, and one long after them', async () => {
    const before = await runRfm([order('a')], { asOf: '1999-01-01' });
    expect(checkOf(before, 'empty')).toMatchObject({ severity: 'serious', text: { key: 'check.empty.period' } });
    const after = await runRfm([order('a')], {}, { asOf: '2024-12-31' });
    expect(factOf(after, 'as_of')).toBe('2024-12-31');
    expect(checkOf(after, 'period.gap')?.mend).toEqual({ kind: 'param', param: 'asOf', value: '2024-03-01' });
  });

  test('amounts of 1e308 are cut off, not infinite, and said to be', async () => {
    const ran = await runRfm([...many(30, (i) => order(`c${i % 10}`, DAY - i, 1e308)), order('debt', DAY, -1e308), order('debt', DAY, 1)]);
    const scores = await scoresOf(ran, SCORES);
    for (const { monetary } of scores.values()) expect(Number.isFinite(monetary)).toBe(true);
    expect(scores.get('debt')?.m).toBe(1);
    expect(checkOf(ran, 'amount.huge')?.severity).toBe('serious');
    expect(factOf(ran, 'revenue')).toBeNull();
  });

  test('infinite amounts and times are left out, not spread', async () => {
    const orders = sql`select * from (values
      ('a', TIMESTAMP '2024-01-01', 5.0::DOUBLE), ('a', TIMESTAMP '2024-02-01', 'inf'::DOUBLE), ('b', TIMESTAMP 'infinity', 1.0),
      ('c', TIMESTAMP '2024-02-03', 'nan'::DOUBLE), ('d', make_timestamp(12000, 1, 1, 0, 0, 0.0), 1.0)) t(customer, time, amount)`;
    const ran = await runCell(cell, { tables: { orders } });
    const scores = await scoresOf(ran, SCORES);
    expect([...scores.keys()].sort()).toEqual(['a', 'c']);
    expect(scores.get('a')).toMatchObject({ recency: 2, frequency: 2, monetary: 5 });
    expect(scores.get('c')?.monetary).toBe(0);
    expect([checkOf(ran, 'time.odd')?.severity, checkOf(ran, 'amount.odd')?.severity]).toEqual(['warning', 'warning']);
  });

  test('who only sent things back never bought', async () => {
    const orders = [order('buyer', DAY - 10, 30), order('buyer', DAY, -10), order('sender', DAY, -5)];
    const net = await runRfm(orders);
    expect([...(await scoresOf(net, SCORES)).values()]).toMatchObject([{ customer: 'buyer', recency: 10, frequency: 1, monetary: 20 }]);
    expect(checkOf(net, 'returns.only')?.text.args?.n).toEqual({ value: 1, unit: 'customers' });
    const kept = await scoresOf(await runRfm(orders, { returns: 'keep' }), SCORES);
    expect(kept.get('buyer')).toMatchObject({ recency: 0, frequency: 2, monetary: 20 });
    expect(kept.get('sender')).toMatchObject({ monetary: -5 });
    const dropped = await scoresOf(await runRfm(orders, { returns: 'drop' }), SCORES);
    expect([...dropped.values()]).toMatchObject([{ customer: 'buyer', recency: 10, frequency: 1, monetary: 30 }]);
  });

  test('a return that the file writes as a positive figure is a return all the same', async () => {
    const orders = {
      columns: { customer: 'VARCHAR', time: 'DATE', amount: 'DOUBLE', is_return: 'BOOLEAN' },
      rows: [
        ['a', '2024-01-01', 30, false],
        ['a', '2024-02-01', 10, true],
        ['b', '2024-02-02', 8, null],
      ],
    } as const;
    const scores = await scoresOf(await runCell(cell, { tables: { orders } }), SCORES);
    expect(scores.get('a')).toMatchObject({ recency: 32, frequency: 1, monetary: 20 });
    expect(scores.get('b')).toMatchObject({ recency: 0, frequency: 1, monetary: 8 });
  });

  test('order numbers on several rows are noticed, and counted once when asked', async () => {
    const orders = {
      columns: { order_id: 'INTEGER', customer: 'INTEGER', time: 'TIMESTAMP', amount: 'DOUBLE' },
      rows: [
        [1, 7, '2024-01-01 10:00:00', 5],
        [1, 7, '2024-01-01 10:00:00', 6],
        [2, 7, '2024-01-09 23:59:59', 1],
        [null, 7, '2024-01-09 12:00:00', 1],
      ],
    } as const;
    const ran = await runCell(cell, { tables: { orders } });
    expect(checkOf(ran, 'numbers.repeat')).toMatchObject({ mend: { param: 'frequency', value: 'numbers' } });
    expect((await scoresOf(ran, SCORES)).get('7')?.frequency).toBe(4);
    const counted = await runCell(cell, { tables: { orders }, params: { frequency: 'numbers' } });
    expect((await scoresOf(counted, SCORES)).get('7')).toMatchObject({ frequency: 3, monetary: 13 });
    expect(checkOf(counted, 'numbers.repeat')).toBeUndefined();
  });

  test('rows without customer, time or amount are counted and said', async () => {
    const orders = {
      columns: { customer: 'VARCHAR', time: 'DATE', amount: 'DOUBLE' },
      rows: [
        ['a', '2024-01-01', 5],
        [null, '2024-01-02', 5],
        ['b', null, 5],
        ['c', '2024-01-03', null],
      ],
    } as const;
    const ran = await runCell(cell, { tables: { orders } });
    expect([...(await scoresOf(ran, SCORES)).keys()].sort()).toEqual(['a', 'c']);
    expect(['customer.missing', 'time.missing', 'amount.missing'].map((id) => checkOf(ran, id)?.text.args?.n)).toEqual(
      Array(3).fill({ value: 1, unit: 'rows' }),
    );
  });

  test('two currencies are never one', async () => {
    const rows = [
      ['a', '2024-01-01', 5, 'EUR'],
      ['b', '2024-01-02', 5, 'JPY'],
    ] as const;
    const orders = { columns: { customer: 'VARCHAR', time: 'DATE', amount: 'DOUBLE', currency: 'VARCHAR' }, rows };
    expect(checkOf(await runCell(cell, { tables: { orders } }), 'currencies')?.severity).toBe('serious');
  });
});
