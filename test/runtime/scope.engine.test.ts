import { beforeEach, describe, expect, test } from 'vitest';
import { type CellDefinition, defineCell, quantity, sql } from '../../src/cell/index.ts';
import type { Connector } from '../../src/engine/connector.ts';
import type { NotebookDocument, Source } from '../../src/notebook/document.ts';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import * as op from '../../src/notebook/operations.ts';
import { createRuntime, type ResultKeep, type Runtime } from '../../src/runtime/index.ts';
import { Sql } from '../../src/util/sql.ts';
import { Compute } from '../../src/workers/compute.ts';
import { nodeEngine, wipe } from '../support/engine.ts';
import { libraryOf } from '../support/library.ts';
import { load } from '../workers/environment.ts';
import { keepInMemory } from './notebook-kit.ts';

// Definitions and scope, end to end on the engine: an analysis and SQL side by side.

const spend = defineCell({
  id: 'spend',
  version: 1,
  group: 'segments',
  alias: 'spend',
  title: { en: 'Spend', zh: '消费' },
  question: { en: 'Who spends?', zh: '谁在消费？' },
  terms: [],
  sample: 'none',
  needs: { all: ['orders.customer', 'orders.amount'] },
  params: {},
  produces: { totals: { grain: 'customer', columns: { customer: { type: 'KEY' }, total: { type: 'DOUBLE' } } } },
  facts: { customers: 'customers', revenue: 'money' },
  views: [],
  text: async () => ({ messages: { en: {}, zh: {} } }),
  charts: async () => ({ charts: {} }),
  notes: { en: async () => ({ default: '' }), zh: async () => ({ default: '' }) },
  run: async () => ({
    run: async (context) => {
      const totals = await context.table(
        'totals',
        sql`SELECT customer, CAST(sum(amount) AS DOUBLE) AS total FROM orders GROUP BY 1 ORDER BY 1`,
      );
      const all = await context.query(sql`SELECT count(*) AS n, CAST(sum(total) AS DOUBLE) AS revenue FROM ${totals}`);
      context.fact('customers', quantity(all.numbers('n')[0] ?? 0, 'customers'));
      context.fact('revenue', quantity(all.numbers('revenue')[0] ?? 0, 'money'));
    },
  }),
}) as CellDefinition;

const ORDERS = new Sql(`SELECT * FROM (VALUES
  ('o1', 'a', DATE '2024-01-01', 100.0::DOUBLE, 'paid'), ('o2', 'a', DATE '2024-01-02', -10.0, 'paid'),
  ('o3', 'b', DATE '2024-01-03', 60.0, 'paid'), ('o4', 'b', DATE '2024-01-04', 7.0, 'cancelled'),
  ('o5', 'c', DATE '2024-01-05', 50.0, 'paid'), ('o6', 'd', DATE '2024-01-06', 5.0, NULL),
  ('o7', NULL, DATE '2024-01-07', 3.0, 'paid')) t(order_id, customer, time, amount, status)`);
const CUSTOMERS = new Sql("SELECT * FROM (VALUES ('a', TRUE), ('b', FALSE), ('c', TRUE), ('d', NULL)) t(customer, consent)");

let connector: Connector;
let sources: Source[];
beforeEach(async () => {
  connector = await nodeEngine();
  await wipe(connector);
  sources = [await load(connector, 'shop', ORDERS), await load(connector, 'people', CUSTOMERS)];
});

/** c1 spend, c2 the same by SQL, c3 spend again (`spend_2`), c4 SQL over spend and the orders. */
function notebook(): NotebookDocument {
  let document = emptyDocument({ id: 'scope' });
  for (const [i, table] of (['orders', 'customers'] as const).entries()) {
    const source = sources[i] as Source;
    const hex = { ...source, fingerprint: `${i + 1}`.repeat(64) };
    const columns = Object.fromEntries(source.columns.map(({ name }) => [name, { column: name }]));
    document = op.bindTable(op.putSource(document, hex), { table, source: source.id, columns });
  }
  document = op.addAnalysis(document, spend).document;
  const code = 'select count(distinct customer)::int as customers, sum(amount)::double as revenue from orders';
  document = op.addSql(document, { name: 'by_sql', code }).document;
  document = op.addAnalysis(document, spend).document;
  return op.addSql(document, { name: 'both', code: 'select total from spend_totals where customer in (select customer from orders)' })
    .document;
}
const segmented = (select: string, document = notebook()) => op.addSegment(document, { name: 'Big', select });

function open(document: NotebookDocument, keep?: ResultKeep) {
  const ran: string[] = [];
  const compute = new Compute(connector, libraryOf(spend), { strict: true });
  const run = compute.run.bind(compute);
  compute.run = (job, ...rest) => {
    ran.push(job.alias);
    return run(job, ...rest);
  };
  const options = { library: libraryOf(spend), engine: connector.version, app: 'test', ...(keep && { keep }) };
  const runtime = createRuntime({ executor: compute, ...options });
  runtime.update(document);
  return { runtime, compute, ran: () => ran.splice(0) };
}

const told = (runtime: Runtime, alias: string) => [
  runtime.facts()[`${alias}.customers`]?.value,
  runtime.facts()[`${alias}.revenue`]?.value,
];
const rowsOf = (runtime: Runtime, id: string) => {
  const view = runtime.state(id).shown?.views[0];
  return view?.kind === 'table' ? view.rows : undefined;
};
const inputs = (runtime: Runtime, id: string) => runtime.state(id).shown?.provenance?.inputs.map(({ fingerprint: _, ...rest }) => rest);
const kinds = (runtime: Runtime) => ['c1', 'c2', 'c3', 'c4'].map((id) => runtime.state(id).status.kind);

describe('definitions', () => {
  test('hold for analysis and SQL alike, and what they leave out is counted by reason and status', async () => {
    const { runtime } = open(op.setDefinitions(notebook(), { statuses: ['paid'], returns: 'drop', knownRevenue: 200 }));
    await runtime.settled();
    expect(told(runtime, 'spend')).toEqual([4, 213]);
    expect(rowsOf(runtime, 'c2')).toEqual([{ customers: 3, revenue: 213 }]);
    const orders = {
      table: 'orders',
      rows: 4,
      ofRows: 7,
      left: [
        {
          reason: 'status',
          rows: 2,
          values: [
            { value: '', rows: 1 },
            { value: 'cancelled', rows: 1 },
          ],
        },
        { reason: 'returns', rows: 1 },
      ],
    };
    expect(inputs(runtime, 'c1')).toEqual([orders]);
    expect(inputs(runtime, 'c2')).toEqual([orders]);
    const { definitions, scope } = runtime.state('c1').shown?.provenance ?? {};
    expect(definitions).toMatchObject({ statuses: ['paid'], returns: 'drop' });
    expect(definitions).not.toHaveProperty('knownRevenue');
    expect(scope).toEqual({ consent: false, segment: null });
  });

  test('an order without a status can be named as one, and returns kept as the file has them', async () => {
    const { runtime } = open(op.setDefinitions(notebook(), { statuses: ['paid', ''], returns: 'keep' }));
    await runtime.settled();
    expect(rowsOf(runtime, 'c2')).toEqual([{ customers: 4, revenue: 208 }]);
  });

  test('what a person knows of the total changes no run', async () => {
    const { runtime, ran } = open(notebook());
    await runtime.settled();
    ran();
    runtime.update(op.setDefinitions(notebook(), { knownRevenue: 1 }));
    await runtime.settled();
    expect(ran()).toEqual([]);
  });
});

describe('consent', () => {
  test('holds for analysis and SQL alike; orders of nobody known are told apart', async () => {
    const { runtime } = open(op.setScope(notebook(), { consent: true }));
    await runtime.settled();
    expect(told(runtime, 'spend')).toEqual([2, 140]);
    expect(rowsOf(runtime, 'c2')).toEqual([{ customers: 2, revenue: 140 }]);
    const left = [
      { reason: 'nobody', rows: 1 },
      { reason: 'consent', rows: 3 },
    ];
    expect(inputs(runtime, 'c1')).toEqual([{ table: 'orders', rows: 3, ofRows: 7, left }]);
  });
});

describe('a segment over a cell', () => {
  const BIG = 'select customer from spend_totals where total > 55 -- big';

  test('is made after that cell has run on all customers, and holds for every other one', async () => {
    const { runtime, ran } = open(segmented(BIG));
    await runtime.settled();
    expect(kinds(runtime)).toEqual(['done', 'done', 'done', 'done']);
    expect(ran()[0]).toBe('spend');
    expect(told(runtime, 'spend')).toEqual([5, 215]);
    expect(told(runtime, 'spend_2')).toEqual([2, 157]);
    expect(rowsOf(runtime, 'c2')).toEqual([{ customers: 2, revenue: 157 }]);
    expect(rowsOf(runtime, 'c4')?.map(({ total }) => total)).toEqual([90, 67]);
    expect(runtime.state('c1').shown?.provenance?.scope).toEqual({ consent: false, segment: null });
    expect(runtime.state('c3').shown?.provenance?.scope).toEqual({ consent: false, segment: { name: 'Big', customers: 2 } });
    expect(inputs(runtime, 'c3')?.[0]?.left).toEqual([
      { reason: 'nobody', rows: 1 },
      { reason: 'segment', rows: 2 },
    ]);
  });

  test('follows a definition that changes the cell, and goes away with a way back', async () => {
    const document = segmented(BIG);
    const { runtime, ran } = open(document);
    await runtime.settled();
    ran();
    runtime.update(op.setDefinitions(document, { returns: 'drop', statuses: ['paid', ''] }));
    await runtime.settled();
    expect(told(runtime, 'spend_2')).toEqual([2, 160]);
    runtime.update(op.setScope(document, { active: null }));
    await runtime.settled();
    expect(told(runtime, 'spend_2')).toEqual([5, 215]);
    ran();
    runtime.update(document);
    await runtime.settled();
    expect(told(runtime, 'spend_2')).toEqual([2, 157]);
    expect(ran()).toEqual([]);
  });

  test('is made again in a new engine, where only files and kept results are', async () => {
    const keep = keepInMemory();
    const document = segmented(BIG);
    await open(document, keep).runtime.settled();
    for (const { schema, name, kind } of await connector.tables()) {
      if (schema !== 'raw') await connector.exec(new Sql(`DROP ${kind} IF EXISTS "${schema}"."${name}" CASCADE`));
    }
    const { runtime } = open(document, keep);
    await runtime.settled();
    expect(kinds(runtime)).toEqual(['done', 'done', 'done', 'done']);
    expect(told(runtime, 'spend_2')).toEqual([2, 157]);
    expect(await runtime.state('c4').shown?.tables[0]?.rows).toBe(2);
  });

  test('with consent counts both, each on its own', async () => {
    const { runtime } = open(op.setScope(segmented(BIG), { consent: true }));
    await runtime.settled();
    expect(told(runtime, 'spend')).toEqual([2, 140]);
    expect(told(runtime, 'spend_2')).toEqual([1, 90]);
    expect(inputs(runtime, 'c3')?.[0]?.left).toEqual([
      { reason: 'nobody', rows: 1 },
      { reason: 'consent', rows: 3 },
      { reason: 'segment', rows: 1 },
    ]);
  });

  test('that fails holds back what it would narrow, by name, and heals', async () => {
    const missing = segmented('select customer from gone_table');
    const { runtime } = open(missing);
    await runtime.settled();
    expect(runtime.state('c1').status).toMatchObject({ kind: 'failed', error: { code: 'scope.segment', fields: { name: 'Big' } } });
    runtime.update(op.removeSegment(missing, 's1'));
    await runtime.settled();
    expect(kinds(runtime)).toEqual(['done', 'done', 'done', 'done']);
  });

  test('on SQL that cannot run: that cell fails, the others wait for it, none runs unscoped', async () => {
    const broken = op.addSql(notebook(), { name: 'broken', code: 'select nothing from spend_totals' }).document;
    const { runtime, ran } = open(segmented('select customer from broken', broken));
    await runtime.settled();
    expect(ran()).toEqual(['spend', 'broken']);
    expect(runtime.state('c2').status).toEqual({ kind: 'blocked', reason: { kind: 'upstream', cells: ['c5'] } });
    expect(runtime.state('c3').status).toEqual({ kind: 'blocked', reason: { kind: 'upstream', cells: ['c5'] } });
  });
});

test('a segment over the data is chosen out of all customers, whichever was in force before', async () => {
  const first = segmented('select customer from orders where amount between 50 and 60');
  const { runtime } = open(first);
  await runtime.settled();
  expect(told(runtime, 'spend')).toEqual([2, 117]);
  runtime.update(op.addSegment(first, { name: 'Other', select: "select customer from Orders where customer = 'a'" }));
  await runtime.settled();
  expect(told(runtime, 'spend')).toEqual([1, 90]);
});

test('the effects of definitions and consent are told without being prepared', async () => {
  const { compute, runtime } = open(notebook());
  await runtime.settled();
  const document = op.setScope(op.setDefinitions(notebook(), { statuses: ['paid'], returns: 'drop' }), { consent: true });
  const effects = await compute.effects({ ...document, definitions: document.definitions });
  expect(effects.tables).toEqual([
    { table: 'customers', rows: 2, ofRows: 4, left: [{ reason: 'consent', rows: 2 }] },
    {
      table: 'orders',
      rows: 2,
      ofRows: 7,
      left: [
        {
          reason: 'status',
          rows: 2,
          values: [
            { value: '', rows: 1 },
            { value: 'cancelled', rows: 1 },
          ],
        },
        { reason: 'returns', rows: 1 },
        { reason: 'nobody', rows: 1 },
        { reason: 'consent', rows: 1 },
      ],
    },
  ]);
  expect(effects.statuses).toEqual([
    { value: 'paid', rows: 5 },
    { value: '', rows: 1 },
    { value: 'cancelled', rows: 1 },
  ]);
  expect(effects.revenue).toBe(150);
  expect(told(runtime, 'spend')).toEqual([5, 215]);
});
