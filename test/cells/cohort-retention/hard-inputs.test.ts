import { describe, expect, it } from 'vitest';
import cell from '../../../cells/cohort-retention/cell.ts';
import { type SqlValue, sql } from '../../../src/util/sql.ts';
import { type RanCell, runCell } from '../../support/run-cell.ts';

const COLUMNS = { customer: 'VARCHAR', time: 'TIMESTAMP', amount: 'DOUBLE' };
const run = (rows: readonly (readonly SqlValue[])[], params = {}, more: Partial<Parameters<typeof runCell>[1]> = {}) =>
  runCell(cell, { tables: { orders: { columns: COLUMNS, rows } }, params, ...more });
const ids = (ran: RanCell) => ran.checks.map(({ id }) => id);
const cells = async (ran: RanCell) => (await ran.query(sql`select * from cohort_cells order by cohort, period`)).rows();
const check = (ran: RanCell, id: string) => ran.checks.find((found) => found.id === id);

describe('cohort retention on hard inputs', () => {
  it('says that there is nothing to follow where no row has a customer and a time', async () => {
    for (const rows of [
      [],
      [[null, null, null]],
      [
        ['a', null, 1],
        [null, '2024-01-01', 1],
      ],
    ]) {
      const ran = await run(rows);
      expect(ids(ran)).toContain('empty');
      expect(ran.views[0]).toMatchObject({ kind: 'headline', text: { key: 'headline.empty' } });
      expect(await cells(ran)).toEqual([]);
    }
  });

  it('takes one order, and all orders on one day, for a history that is too short', async () => {
    for (const rows of [
      [['a', '2024-05-31', 5]],
      [
        ['a', '2024-05-31', 5],
        ['b', '2024-05-31', 5],
        ['a', '2024-05-31', 7],
      ],
    ]) {
      const ran = await run(rows);
      expect(ran.views[0]).toMatchObject({ text: { key: 'headline.short' } });
      expect(ids(ran)).toContain('short');
      expect(await cells(ran)).toHaveLength(1);
    }
  });

  it('keeps a customer whose orders are all in one month in that month', async () => {
    const ran = await run([
      ['a', '2024-01-01', 1],
      ['a', '2024-01-31 23:59:59', 1],
      ['b', '2024-03-31', 1],
    ]);
    expect((await cells(ran)).map(({ n }) => n)).toEqual([1, 0, 0, 1]);
  });

  it('neither counts a return as a visit nor a customer of returns alone', async () => {
    const ran = await run(
      [
        ['a', '2024-01-01', 100],
        ['a', '2024-02-10', -40],
        ['b', '2024-01-05', -10],
        ['c', '2024-03-31', 5],
      ],
      { measure: 'revenue' },
    );
    const january = (await cells(ran)).filter(({ cohort }) => cohort === '2024-01');
    expect(january.map(({ size, n, amount }) => [size, n, amount])).toEqual([
      [1, 1, 100],
      [1, 0, -40],
      [1, 0, 0],
    ]);
    expect(check(ran, 'returns')?.text.args).toMatchObject({ n: { value: 2 } });
  });

  it('has no value where there is nothing to relate it to, and says so', async () => {
    const ran = await run(
      [
        ['a', '2024-01-01', 0],
        ['a', '2024-02-10', 40],
        ['b', '2024-03-31', 5],
      ],
      { measure: 'revenue' },
    );
    expect((await cells(ran))[1]).toMatchObject({ cohort: '2024-01', period: 1, amount: 40, base: 0, value: null, low: null, high: null });
    expect(ids(ran)).toContain('base');
  });

  it('never shows an infinite or undefined number', async () => {
    const rows = [
      ['a', '2024-01-01', 1e308],
      ['b', '2024-01-02', 1e308],
      ['a', '2024-02-01', Number.MAX_VALUE],
      ['c', '2024-03-31', 1],
    ];
    for (const relativeTo of ['first', 'previous', 'none']) {
      const ran = await run(rows, { measure: 'revenue', relativeTo });
      for (const row of await cells(ran))
        for (const value of Object.values(row)) if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      expect(JSON.stringify(ran)).not.toMatch(/NaN|Infinity/);
    }
    const odd = sql`select 'a' as customer, DATE '2024-01-01' as time, 'nan'::DOUBLE as amount union all select 'a', DATE '2024-02-29', 'infinity'::DOUBLE`;
    const ran = await runCell(cell, { tables: { orders: odd }, params: { measure: 'revenue' } });
    expect(JSON.stringify([ran, await cells(ran)])).not.toMatch(/NaN|Infinity/);
  });

  it('leaves out times that are on no calendar', async () => {
    const odd = sql`select * from (values ('a', TIMESTAMP 'infinity', 1.0::DOUBLE), ('a', TIMESTAMP '-infinity', 1), ('a', TIMESTAMP '2024-01-05', 1),
      ('a', TIMESTAMP '2024-03-31', 1), ('b', make_timestamp(20000, 1, 1, 0, 0, 0), 1)) t(customer, time, amount)`;
    const ran = await runCell(cell, { tables: { orders: odd } });
    expect((await cells(ran)).map(({ n }) => n)).toEqual([1, 0, 1]);
    expect(check(ran, 'time')?.text.args).toMatchObject({ n: { value: 3 } });
  });

  it('leaves out what is later than the as-of day, and says how much', async () => {
    const rows = [
      ['a', '2024-01-10', 1],
      ['a', '2024-02-10', 1],
      ['a', '2025-12-24', 1],
    ];
    const ran = await run(rows, {}, { definitions: { asOf: '2024-02-29' } });
    expect((await cells(ran)).map(({ n, complete }) => [n, complete])).toEqual([
      [1, true],
      [1, true],
    ]);
    expect(check(ran, 'later')?.text.args).toMatchObject({ n: { value: 1 } });
    expect(check(ran, 'complete')?.severity).toBe('ok');
  });

  it('reads a week as the notebook does', async () => {
    // 7 January 2024 is a Sunday.
    const rows = [
      ['a', '2024-01-06', 1],
      ['a', '2024-01-07', 1],
      ['b', '2024-01-13', 1],
    ];
    const monday = await run(rows, { grain: 'week' }, { definitions: { weekStart: 1 } });
    expect((await cells(monday)).map(({ cohort, n }) => [cohort, n])).toEqual([
      ['2024-01-01', 1],
      ['2024-01-01', 0],
      ['2024-01-08', 1],
    ]);
    const sunday = await run(rows, { grain: 'week' }, { definitions: { weekStart: 7 } });
    expect((await cells(sunday)).map(({ cohort, n, complete }) => [cohort, n, complete])).toEqual([
      ['2023-12-31', 1, true],
      ['2023-12-31', 1, true],
      ['2024-01-07', 1, true],
    ]);
  });

  it('warns of a first cohort that holds old customers, and offers to start after it', async () => {
    const rows: SqlValue[][] = [];
    let next = 0;
    for (const [month, size] of [
      [1, 120],
      [2, 30],
      [3, 35],
      [4, 32],
      [5, 31],
    ] as const)
      for (let i = 0; i < size; i++) rows.push([`c${++next}`, `2024-0${month}-15`, 1]);
    rows.push(['c1', '2024-05-31', 1]);
    const ran = await run(rows);
    expect(check(ran, 'truncated')).toMatchObject({ severity: 'warning', mend: { kind: 'param', param: 'from', value: '2024-02-01' } });
    const mended = await run(rows, { from: '2024-02-01' });
    expect(ids(mended)).not.toContain('truncated');
    expect((await cells(mended))[0]).toMatchObject({ cohort: '2024-02', size: 30 });
  });

  it('warns of months without any order', async () => {
    const ran = await run([
      ['a', '2024-01-10', 1],
      ['a', '2024-05-10', 1],
      ['b', '2024-06-30', 1],
    ]);
    expect(check(ran, 'gaps')).toMatchObject({ severity: 'warning', text: { args: { n: { value: 3 } } } });
  });

  it('falls back and says so where a parameter asks for what is not bound', async () => {
    const ran = await run(
      [
        ['a', '2024-01-10', 1],
        ['a', '2024-02-29', 1],
      ],
      { cohortBy: 'acquired_at', measure: 'margin' },
    );
    expect(check(ran, 'role')).toMatchObject({ severity: 'serious', mend: { kind: 'bind', table: 'customers', column: 'acquired_at' } });
    expect(check(ran, 'cost')).toMatchObject({ mend: { kind: 'bind', table: 'orders', column: 'cost' } });
    expect(ran.provenance.resolved).toMatchObject({ cohortBy: 'first_order', measure: 'revenue' });
  });

  it('follows the 20 largest of many groups, and takes hostile names as text', async () => {
    const orders = Array.from({ length: 300 }, (_, i) => [`c${i}`, `2024-0${1 + (i % 3)}-10`, 1]);
    const names = [`"; drop table orders; --`, '<img src=x onerror=alert(1)>', '{n, plural, }', "it's 😀"];
    const customers = {
      columns: { customer: 'VARCHAR', region: 'VARCHAR' },
      rows: orders.map(([customer], i): SqlValue[] => [customer as string, names[i % 9] ?? `region ${i % 40}`]),
    };
    const ran = await runCell(cell, {
      tables: { orders: { columns: COLUMNS, rows: orders }, customers },
      params: { cohortBy: 'attribute', compareA: names[0], compareB: names[1] },
    });
    expect(check(ran, 'groups')).toMatchObject({ severity: 'warning' });
    const found = (await ran.query(sql`select distinct cohort from cohort_cells`)).values('cohort');
    expect(found).toHaveLength(20);
    expect(found).toEqual(expect.arrayContaining(names));
    expect(ran.provenance.resolved).toMatchObject({ compareA: names[0], compareB: names[1] });
  });

  it('gives one row a customer, who is in one cohort', async () => {
    const orders = Array.from({ length: 200 }, (_, i) => [`c${(i * 7) % 40}`, `2024-0${1 + (i % 6)}-1${i % 9}`, 1]);
    const ran = await run(orders);
    const frame = await ran.query(
      sql`select count(*)::INTEGER as rows, count(distinct customer)::INTEGER as customers from cohort_customers`,
    );
    expect(frame.rows()).toEqual([{ rows: 40, customers: 40 }]);
    const sizes = await ran.query(sql`select sum(size)::INTEGER as size from cohort_cells where period = 0`);
    expect(sizes.values('size')).toEqual([40]);
  });
});
