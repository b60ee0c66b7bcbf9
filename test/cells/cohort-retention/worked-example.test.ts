import { describe, expect, it } from 'vitest';
import cell from '../../../cells/cohort-retention/cell.ts';
import { sql } from '../../../src/util/sql.ts';
import { type RanCell, type RunCellOptions, runCell } from '../../support/run-cell.ts';

/**
 * Three customers start in January (Ann, Bo, Cy), two in February (Di, Ed); the data end on 15 April.
 * Ann: Jan, Feb, Apr. Bo: Jan, Mar. Cy: Jan. Di: Feb, Mar, Apr. Ed: Feb.
 */
const ORDERS: RunCellOptions['tables'] = {
  orders: {
    columns: { customer: 'VARCHAR', time: 'DATE', amount: 'DOUBLE', cost: 'DOUBLE' },
    rows: [
      ['Ann', '2024-01-05', 100, 60],
      ['Ann', '2024-02-10', 50, 30],
      ['Ann', '2024-04-02', 30, 10],
      ['Bo', '2024-01-20', 60, 40],
      ['Bo', '2024-03-03', 20, 10],
      ['Cy', '2024-01-31', 40, 20],
      ['Di', '2024-02-01', 80, 50],
      ['Di', '2024-03-15', 80, 50],
      ['Di', '2024-04-15', 80, 50],
      ['Ed', '2024-02-28', 20, 10],
    ],
  },
};

const run = (params: Record<string, unknown> = {}) => runCell(cell, { tables: ORDERS, params });
async function column(ran: RanCell, cohort: string, name: string): Promise<unknown[]> {
  return (await ran.query(sql`select * from cohort_cells where cohort = ${cohort} order by period`)).values(name);
}

describe('cohort retention, worked by hand', () => {
  it('counts who ordered in exactly that month, and flags the month that is not over', async () => {
    const ran = await run();
    expect(await column(ran, '2024-01', 'n')).toEqual([3, 1, 1, 1]);
    expect(await column(ran, '2024-01', 'complete')).toEqual([true, true, true, false]);
    expect(await column(ran, '2024-02', 'value')).toEqual([1, 0.5, 0.5]);
    expect((await ran.query(sql`select value, size, cohorts from cohort_curve where complete order by period`)).rows()).toEqual([
      { value: 1, size: 5, cohorts: 2 },
      { value: 0.4, size: 5, cohorts: 2 },
      { value: 1 / 3, size: 3, cohorts: 1 },
    ]);
  });

  it('counts who ordered in it or later', async () => {
    const ran = await run({ retention: 'unbounded' });
    expect(await column(ran, '2024-01', 'n')).toEqual([3, 2, 2, 1]);
  });

  it('counts who ordered within a bracket; one that has begun is incomplete', async () => {
    const ran = await run({ retention: 'bracket', brackets: [1, 3] });
    expect(await column(ran, '2024-01', 'n')).toEqual([3, 1, 2]);
    expect(await column(ran, '2024-02', 'n')).toEqual([2, 1, 1]);
    expect(await column(ran, '2024-02', 'complete')).toEqual([true, true, false]);
    expect(await column(ran, '2024-02', 'period_to')).toEqual([0, 1, 3]);
  });

  it('sums money, relative to the start, to the month before, or to nothing', async () => {
    expect(await column(await run({ measure: 'revenue' }), '2024-01', 'value')).toEqual([1, 0.25, 0.1, 0.15]);
    expect(await column(await run({ measure: 'revenue', relativeTo: 'previous' }), '2024-01', 'value')).toEqual([1, 0.25, 0.4, 1.5]);
    expect(await column(await run({ measure: 'margin', relativeTo: 'none' }), '2024-01', 'value')).toEqual([80, 20, 10, 20]);
  });

  it('lets customers enter again with every month that they order in', async () => {
    const ran = await run({ entry: 'recurring' });
    expect(await column(ran, '2024-02', 'size')).toEqual([3, 3, 3]);
    expect(await column(ran, '2024-02', 'n')).toEqual([3, 1, 2]);
    expect(ran.checks.map(({ id }) => id)).toContain('recurring');
  });

  it('compares two cohorts that are named, with the table of Newcombe differences', async () => {
    const ran = await run({ compareA: '2024-01', compareB: '2024-02' });
    const rows = (await ran.query(sql`select period, n_a, size_a, n_b, size_b, difference, clear from cohort_comparison`)).rows();
    expect(rows).toEqual([{ period: 1, n_a: 1, size_a: 3, n_b: 1, size_b: 2, difference: 1 / 2 - 1 / 3, clear: false }]);
    expect(ran.facts.find(({ name }) => name === 'difference')?.value).toMatchObject({ unit: 'points', level: 0.95 });
  });

  it('says which cohort it took where the one named is not there', async () => {
    const ran = await run({ compareA: '1999-01' });
    expect(ran.checks.find(({ id }) => id === 'named')).toMatchObject({ severity: 'warning', text: { args: { name: '1999-01' } } });
    expect(ran.provenance.resolved).toMatchObject({ compareA: '2024-01', compareB: '2024-02' });
  });

  it('lists customers with their cohort, their months and their last one', async () => {
    const ran = await run();
    const rows = (
      await ran.query(sql`select customer, cohort, active_periods, last_period from cohort_customers order by customer`)
    ).rows();
    expect(rows[0]).toEqual({ customer: 'Ann', cohort: '2024-01', active_periods: 3, last_period: 3 });
    expect(rows[2]).toEqual({ customer: 'Cy', cohort: '2024-01', active_periods: 1, last_period: 0 });
  });

  it('takes everybody who was acquired as the cohort, and leaves out orders from before', async () => {
    const customers = {
      columns: { customer: 'VARCHAR', acquired_at: 'DATE' },
      rows: [
        ['Ann', '2024-01-01'],
        ['Bo', '2024-03-01'],
        ['Fay', '2024-01-15'],
      ],
    };
    const ran = await runCell(cell, { tables: { ...ORDERS, customers }, params: { cohortBy: 'acquired_at' } });
    expect(await column(ran, '2024-01', 'size')).toEqual([2, 2, 2, 2]);
    expect(await column(ran, '2024-01', 'n')).toEqual([1, 1, 0, 1]);
    expect(await column(ran, '2024-03', 'n')).toEqual([1, 0]);
    expect(ran.checks.map(({ id }) => id)).toEqual(expect.arrayContaining(['early', 'unknown']));
  });

  it('counts in a group only those who could have come so far', async () => {
    const customers = {
      columns: { customer: 'VARCHAR', region: 'VARCHAR' },
      rows: [
        ['Ann', 'north'],
        ['Bo', 'north'],
        ['Di', 'north'],
        ['Cy', 'south'],
        ['Ed', null],
      ],
    };
    const ran = await runCell(cell, { tables: { ...ORDERS, customers }, params: { cohortBy: 'attribute', attribute: 'region' } });
    // Month 2 is complete for those of January alone; month 3 for nobody, so that it keeps them, flagged.
    expect(await column(ran, 'north', 'size')).toEqual([3, 3, 2, 2]);
    expect(await column(ran, 'north', 'n')).toEqual([3, 2, 1, 1]);
    expect(await column(ran, 'north', 'complete')).toEqual([true, true, true, false]);
    expect(ran.checks.find(({ id }) => id === 'group')?.text.args).toMatchObject({ n: { value: 1 } });
  });

  it('follows one person day by day: 9, 11, 12, 13, 15, 17, 18 and 19 January', async () => {
    const days = [9, 11, 12, 13, 15, 17, 18, 19];
    const orders = {
      columns: { customer: 'INTEGER', time: 'TIMESTAMP', amount: 'DOUBLE' },
      rows: days.map((day) => [1, `2020-01-${String(day).padStart(2, '0')} 23:59:59`, 1]),
    };
    const once = await runCell(cell, { tables: { orders }, params: { grain: 'day' } });
    expect(await column(once, '2020-01-09', 'n')).toEqual([1, 0, 1, 1, 1, 0, 1, 0, 1, 1, 1]);
    const again = await runCell(cell, { tables: { orders }, params: { grain: 'day', entry: 'recurring' } });
    const mean = (await again.query(sql`select n, size from cohort_curve where complete order by period`)).rows();
    // Eight starts; seven could be followed by a day after, and those of 11, 12, 17 and 18 were.
    expect(mean[1]).toEqual({ n: 4, size: 7 });
  });
});
