import fc from 'fast-check';
import { expect, it } from 'vitest';
import cell from '../../../cells/cohort-retention/cell.ts';
import { Day, sql } from '../../../src/util/sql.ts';
import { runCell } from '../../support/run-cell.ts';
import { bruteForce, type Order, type Person, type Settings } from './brute-force.ts';

const dayAfter = (start: string, days: number) => new Date(Date.parse(start) + days * 86_400_000).toISOString().slice(0, 10);
const BEGIN = '2023-11-20';
const maybe = <T>(value: fc.Arbitrary<T>, missing = 0.05) => fc.option(value, { nil: null, freq: Math.round(1 / missing) });
const cents = (min: number, max: number) => fc.integer({ min, max }).map((n) => n / 4);

/** Orders of a dozen customers over a span of days that decides how the cell counts: 62 periods, 126, or more. */
const input = fc
  .record({ span: fc.constantFrom(20, 100, 400, 1500), ordersAt: fc.integer({ min: 0, max: 20 }) })
  .chain(({ span, ordersAt }) =>
    fc.record({
      orders: fc.array(
        fc.record<Order>({
          order_id: maybe(fc.integer({ min: 1, max: 30 }).map(String), 0.3),
          customer: maybe(fc.integer({ min: 1, max: 12 })),
          day: maybe(fc.integer({ min: ordersAt, max: span }).map((d) => dayAfter(BEGIN, d))),
          amount: maybe(cents(-200, 2000)),
          cost: maybe(cents(0, 900)),
          channel: maybe(fc.constantFrom('web', 'shop', '门店')),
          is_return: maybe(fc.integer({ min: 0, max: 9 }).map((n) => n === 0)),
        }),
        { minLength: 1, maxLength: 60 },
      ),
      people: fc.array(
        fc.record<Person>({
          customer: fc.integer({ min: 1, max: 14 }),
          acquired_at: maybe(
            fc.integer({ min: 0, max: span + 10 }).map((d) => dayAfter(BEGIN, d)),
            0.2,
          ),
          region: maybe(fc.constantFrom('north', 'south'), 0.2),
        }),
        { minLength: 1, maxLength: 14 },
      ),
      from: fc.option(fc.integer({ min: 0, max: span }), { nil: null, freq: 3 }).map((d) => (d === null ? 'auto' : dayAfter(BEGIN, d))),
      asOf: fc
        .option(fc.integer({ min: 5, max: span + 20 }), { nil: null, freq: 3 })
        .map((d) => (d === null ? 'auto' : dayAfter(BEGIN, d))),
    }),
  );
const settings = fc.record({
  cohortBy: fc.constantFrom<Settings['cohortBy'][]>('first_order', 'acquired_at', 'channel', 'attribute'),
  grain: fc.constantFrom<Settings['grain'][]>('day', 'week', 'month', 'quarter'),
  measure: fc.constantFrom<Settings['measure'][]>('customers', 'customers', 'customers', 'orders', 'revenue', 'margin'),
  relativeTo: fc.constantFrom<Settings['relativeTo'][]>('first', 'previous', 'none'),
  retention: fc.constantFrom<Settings['retention'][]>('period', 'unbounded', 'bracket'),
  brackets: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
  entry: fc.constantFrom<Settings['entry'][]>('first', 'recurring'),
  periods: fc.integer({ min: 1, max: 30 }),
  weekStart: fc.integer({ min: 1, max: 7 }),
});

it('agrees with the definitions written out as loops, for all parameters', async () => {
  await fc.assert(
    fc.asyncProperty(input, settings, async ({ orders, people, from, asOf }, chosen) => {
      const { weekStart, ...params } = chosen;
      fc.pre(orders.some((o) => o.day !== null && o.customer !== null));
      const expected = bruteForce(orders, people, { ...chosen, from, asOf });
      const ran = await runCell(cell, {
        tables: {
          orders: {
            columns: {
              order_id: 'VARCHAR',
              customer: 'INTEGER',
              time: 'DATE',
              amount: 'DOUBLE',
              cost: 'DOUBLE',
              channel: 'VARCHAR',
              is_return: 'BOOLEAN',
            },
            rows: orders.map((o) => [
              o.order_id,
              o.customer,
              o.day === null ? null : (new Day(o.day) as never),
              o.amount,
              o.cost,
              o.channel,
              o.is_return,
            ]),
          },
          customers: {
            columns: { customer: 'INTEGER', acquired_at: 'TIMESTAMP', region: 'VARCHAR' },
            rows: people.map((p) => [p.customer, p.acquired_at, p.region]),
          },
        },
        params: { ...params, from, asOf, attribute: 'region' },
        definitions: { weekStart },
      });
      const rows = (
        await ran.query(sql`select cohort, period, size, n, amount, base, value, low, high, complete from cohort_cells`)
      ).rows();
      expect(sorted(rows as never)).toEqual(sorted(expected.cells as never));
      if (chosen.entry === 'recurring') return;
      const listed = await ran.query(sql`select customer, cohort, started, active_periods, last_period from cohort_customers`);
      const byCustomer = (a: { customer?: unknown }, b: { customer?: unknown }) => Number(a.customer) - Number(b.customer);
      expect(listed.rows().sort(byCustomer)).toEqual(expected.customers.sort(byCustomer));
    }),
    { numRuns: Number(process.env.CLIENTELE_RUNS ?? 40) },
  );
}, 300_000);

type Plain = Record<string, string | number | boolean | null>;

/** In one order, and with numbers rounded so that the order of additions does not show. */
function sorted(rows: readonly Plain[]): Plain[] {
  const rounded = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(7)) + 0 : value]),
    ),
  );
  // An interval of no width may come out as a hair on either side.
  for (const row of rounded)
    for (const name of ['low', 'high'] as const)
      if (typeof row[name] === 'number' && Math.abs(row[name] - Number(row.value)) < 1e-5) row[name] = row.value ?? null;
  return rounded.sort((a, b) => String(a.cohort).localeCompare(String(b.cohort)) || Number(a.period) - Number(b.period));
}
