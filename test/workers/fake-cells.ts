import { type CellDefinition, type Check, defineCell, param, quantity, type RunContext, sql, text } from '../../src/cell/index.ts';

const frame = {
  version: 1,
  group: 'segments',
  title: { en: 'Fake', zh: '假' },
  question: { en: 'Is it run?', zh: '运行了吗？' },
  terms: [],
  sample: 'none',
  text: async () => ({ messages: { en: {}, zh: {} } }),
  charts: async () => ({ charts: {} }),
  notes: { en: async () => ({ default: '' }), zh: async () => ({ default: '' }) },
} as const;

/** Spend per customer: a table, views out of order, a fact, a check and a resolved parameter. */
export const spend = defineCell({
  ...frame,
  id: 'spend',
  alias: 'spend',
  needs: { all: ['orders.customer', 'orders.amount'], optional: ['orders.channel'] },
  params: { least: param.number({ default: 0, min: -1_000, max: 1_000 }), since: param.date({ of: 'orders.time' }) },
  produces: {
    totals: { grain: 'customer', personal: ['customer'], columns: { customer: { type: 'KEY' }, total: { type: 'DOUBLE', unit: 'money' } } },
  },
  facts: { customers: 'customers' },
  views: ['headline', 'table'],
  run: async () => ({
    run: async (context) => {
      context.resolved('since', '2024-01-01');
      const totals = await context.table(
        'totals',
        sql`SELECT customer, CAST(sum(amount) AS DOUBLE) AS total FROM orders GROUP BY 1 HAVING sum(amount) >= ${context.params.least as number} ORDER BY 1`,
      );
      const rows = await context.query(sql`SELECT customer, total FROM ${totals} ORDER BY customer`);
      context.show({
        kind: 'table',
        id: 'table',
        title: text('title'),
        table: 'totals',
        grain: 'customer',
        columns: [{ name: 'customer' }, { name: 'total', unit: 'money' }],
        rows: rows.rows(),
        total: rows.size,
      });
      context.show({ kind: 'headline', id: 'headline', text: text('headline', { best: quantity(Number.NaN, 'money') }) });
      context.fact('customers', quantity(rows.size, 'customers'));
      if (!context.has('orders.channel')) context.check({ id: 'channel', severity: 'note', text: text('no-channel') });
    },
  }),
});

type Act = (context: RunContext) => Promise<void>;
/** A cell that does one thing. */
const acting = (id: string, act: Act, more: Partial<CellDefinition> = {}): CellDefinition =>
  defineCell({
    ...frame,
    id,
    alias: id,
    needs: { all: [] },
    params: { rows: param.number({ default: 10, min: 0, max: 1e9 }) },
    produces: { t: { grain: 'total', columns: { a: { type: 'BIGINT' } } } },
    facts: {},
    views: [],
    run: async () => ({ run: act as (context: RunContext<any>) => Promise<void> }),
    ...more,
  }) as CellDefinition;

const check = (id: string): Check => ({ id, severity: 'ok', text: text(id) });

export const fakeCells: readonly CellDefinition<any>[] = [
  spend,
  acting('fails', async ({ table, scratch }) => {
    await scratch('s', sql`SELECT 1 AS a`);
    await table('t', sql`SELECT range AS a FROM range(10)`);
    throw new Error('the model broke');
  }),
  acting('loops', async ({ breathe, check: say }) => {
    say(check('looping'));
    for (;;) await breathe();
  }),
  acting('queries', async ({ query, table, check: say }) => {
    await table('t', sql`SELECT range AS a FROM range(10)`);
    say(check('querying'));
    await query(sql`SELECT count(*) AS n FROM range(1000000) a, range(1000000) b WHERE a.range + b.range = 7`);
  }),
  acting('scans', async ({ query, table, check: say }) => {
    await table('t', sql`SELECT range AS a FROM range(10)`);
    say(check('scanning'));
    await query(sql`SELECT count(*) AS n FROM range(100000000000)`);
  }),
  acting('fills', async ({ table, params }) => {
    await table('t', sql`SELECT range AS a FROM range(${params.rows as number})`);
  }),
  acting('undeclared', async ({ table }) => {
    await table('t', sql`SELECT 'x' AS a, 1 AS b`);
  }),
  acting('progresses', async ({ progress, breathe }) => {
    for (let i = 0; i <= 100_000; i++) {
      progress(i / 100_000);
      await breathe();
    }
  }),
];
