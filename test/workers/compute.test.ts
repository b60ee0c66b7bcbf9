import { beforeEach, describe, expect, test } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import type { JobEvent } from '../../src/runtime/executor.ts';
import { AppError, Cancelled } from '../../src/util/app-error.ts';
import { personsSql, sql } from '../../src/util/sql.ts';
import { Compute, type ComputeOptions } from '../../src/workers/compute.ts';
import { rows } from '../engine/connector-suite.ts';
import { nodeEngine, wipe } from '../support/engine.ts';
import { libraryOf } from '../support/library.ts';
import { analysis, environmentOf, KEY, loadOrders, sqlJob } from './environment.ts';
import { fakeCells } from './fake-cells.ts';

const never = new AbortController().signal;
let connector: Connector;
let compute: Compute;

async function start(options: ComputeOptions = { strict: true }): Promise<Compute> {
  compute = new Compute(connector, libraryOf(...fakeCells), options);
  await compute.prepare(environmentOf(await loadOrders(connector)));
  return compute;
}
const runTables = async () => (await connector.tables()).filter(({ schema }) => schema === 'run').map(({ name }) => name);
const views = async () =>
  (await connector.tables()).filter(({ schema, name }) => schema === 'main' && name !== 'orders').map(({ name }) => name);

beforeEach(async () => {
  connector = await nodeEngine();
  await wipe(connector);
  await start();
});

describe('a run that succeeds', () => {
  test('leaves its tables under its alias, and a result in the declared order', async () => {
    const events: JobEvent[] = [];
    const { result, bytes } = await compute.run(analysis('spend', { params: { least: 5 } }), (event) => events.push(event), never);
    expect(await rows(connector, sql`SELECT customer, total FROM spend_totals`)).toEqual([
      { customer: 'ann', total: 12 },
      { customer: '李', total: 5 },
    ]);
    expect(await runTables()).toEqual([`spend_totals__${KEY}`]);
    expect(result.views.map(({ id }) => id)).toEqual(['headline', 'table']);
    expect(events.map(({ type }) => type)).toEqual(['started', 'view', 'view', 'fact', 'check']);
    expect(result.tables).toEqual([
      {
        name: 'totals',
        rows: 2,
        grain: 'customer',
        personal: ['customer'],
        columns: [
          { name: 'customer', type: 'VARCHAR' },
          { name: 'total', type: 'DOUBLE' },
        ],
      },
    ]);
    expect(result.facts).toEqual([{ name: 'customers', grain: 'total', value: { value: 2, unit: 'customers' } }]);
    expect(bytes).toBe(2 * (16 + 8));
  });

  test('says in its provenance what it was made from, by which statements, and what auto became', async () => {
    const { provenance } = (await compute.run(analysis('spend', { params: { least: 5, since: 'not a date' } }), () => {}, never)).result;
    expect(provenance).toMatchObject({
      cell: 'spend',
      cellVersion: 1,
      params: { least: 5, since: 'auto' },
      resolved: { since: '2024-01-01' },
    });
    expect(provenance.inputs).toEqual([{ table: 'orders', fingerprint: 'f-orders', rows: 6, ofRows: 6, left: [] }]);
    expect(provenance.statements.map(({ rows: made }) => made)).toEqual([2, 2]);
    expect(provenance.statements[0]?.sql).toContain('>= 5');
    expect(provenance.engine).toMatch(/^v1\./);
  });

  test('shows no NaN: what is not a number is null', async () => {
    const { result } = await compute.run(analysis('spend'), () => {}, never);
    expect(result.views[0]).toMatchObject({ text: { args: { best: { value: null } } } });
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });

  test('replaces what its alias showed before, and both stay told apart', async () => {
    await compute.run(analysis('spend', { runKey: '1'.repeat(16) }), () => {}, never);
    await compute.run(analysis('spend', { runKey: '2'.repeat(16), params: { least: 10 } }), () => {}, never);
    await compute.run(analysis('spend', { runKey: '3'.repeat(16), alias: 'spend_2' }), () => {}, never);
    expect(await views()).toEqual(['spend_2_totals', 'spend_totals']);
    expect(await rows(connector, sql`SELECT count(*) AS n FROM spend_totals`)).toEqual([{ n: 1 }]);
    expect(await rows(connector, sql`SELECT count(*) AS n FROM spend_2_totals`)).toEqual([{ n: 3 }]);
  });

  test('may be made again under the same key', async () => {
    await compute.run(analysis('spend'), () => {}, never);
    await compute.run(analysis('spend'), () => {}, never);
    expect(await rows(connector, sql`SELECT count(*) AS n FROM spend_totals`)).toEqual([{ n: 3 }]);
    expect(await runTables()).toHaveLength(1);
  });

  test('reports progress at most ten times a second', async () => {
    const progress: JobEvent[] = [];
    const start = performance.now();
    await compute.run(analysis('progresses'), (event) => event.type === 'progress' && progress.push(event), never);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.length).toBeLessThanOrEqual(2 + (performance.now() - start) / 100);
  });
});

describe('a run that fails', () => {
  test('drops all it made and leaves the earlier result in its place', async () => {
    await compute.run(analysis('fills', { alias: 'x', params: { rows: 3 } }), () => {}, never);
    const before = await runTables();
    await expect(compute.run(analysis('fails', { alias: 'x', runKey: 'f'.repeat(16) }), () => {}, never)).rejects.toThrow(
      'the model broke',
    );
    expect(await runTables()).toEqual(before);
    expect(await rows(connector, sql`SELECT count(*) AS n FROM x_t`)).toEqual([{ n: 3 }]);
  });

  test('by breaking what its cell declares is an error in development, and is let pass for people', async () => {
    const error = await compute.run(analysis('undeclared'), () => {}, never).catch((reason) => reason);
    expect(error).toBeInstanceOf(AppError);
    expect(error.code).toBe('cell.contract');
    expect(error.message).toContain('column t.a is VARCHAR, declared BIGINT');
    expect(error.message).toContain('undeclared column: t.b');
    expect(await runTables()).toEqual([]);
    await start({ strict: false });
    await expect(compute.run(analysis('undeclared'), () => {}, never)).resolves.toMatchObject({ result: { tables: [{ name: 't' }] } });
  });

  test('for want of such a cell says which', async () => {
    await expect(compute.run(analysis('no-such'), () => {}, never)).rejects.toMatchObject({
      code: 'cell.unknown',
      fields: { cell: 'no-such' },
    });
  });

  test('does not hold up the next one', async () => {
    const failing = compute.run(analysis('fails'), () => {}, never).catch(() => 'failed');
    const next = compute.run(analysis('spend'), () => {}, never);
    expect([await failing, (await next).result.facts.length]).toEqual(['failed', 1]);
  });
});

describe('a cancelled run', () => {
  test('that waits rejects at once, and never starts', async () => {
    const stop = new AbortController();
    const looping = compute.run(analysis('loops'), () => {}, stop.signal).catch((error) => error);
    const waiting = new AbortController();
    const events: JobEvent[] = [];
    const queued = compute.run(analysis('spend'), (event) => events.push(event), waiting.signal).catch((error) => error);
    waiting.abort();
    expect(await queued).toBeInstanceOf(Cancelled);
    stop.abort();
    expect(await looping).toBeInstanceOf(Cancelled);
    expect(events).toEqual([]);
  });

  test('in a loop stops soon, and the next job runs', async () => {
    const stop = new AbortController();
    const running = compute.run(analysis('loops'), (event) => event.type === 'check' && setTimeout(() => stop.abort(), 30), stop.signal);
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    await expect(compute.run(analysis('spend'), () => {}, never)).resolves.toBeDefined();
    expect(await runTables()).toHaveLength(1);
  });
});

describe('tables of earlier runs', () => {
  const run = (runKey: string, rowCount: number, alias = 'fills') =>
    compute.run(analysis('fills', { runKey: runKey.repeat(16), params: { rows: rowCount }, alias }), () => {}, never);
  const count = async () => (await rows(connector, sql`SELECT count(*) AS n FROM fills_t`))[0]?.n;

  test('come back under their names without being made again', async () => {
    await run('1', 1);
    await run('2', 2);
    expect(await compute.restore('1'.repeat(16), 'fills')).toBe(true);
    expect(await count()).toBe(1);
    expect(await compute.restore('2'.repeat(16), 'fills')).toBe(true);
    expect(await count()).toBe(2);
    expect(await compute.restore('9'.repeat(16), 'fills')).toBe(false);
    expect(await count()).toBe(2);
  });

  test('come back under another alias after a renaming', async () => {
    await run('1', 4);
    await compute.forget('fills');
    expect(await views()).toEqual([]);
    expect(await compute.restore('1'.repeat(16), 'renamed')).toBe(true);
    expect(await rows(connector, sql`SELECT count(*) AS n FROM renamed_t`)).toEqual([{ n: 4 }]);
  });

  test('go, least used first, when they no longer fit the budget, but never those that are shown', async () => {
    await start({ strict: true, budgetBytes: 10_000 });
    await run('1', 500);
    await run('2', 500);
    expect(await compute.restore('1'.repeat(16), 'fills')).toBe(true);
    await run('3', 500);
    expect(await runTables()).toEqual([`fills_t__${'1'.repeat(16)}`, `fills_t__${'3'.repeat(16)}`]);
    expect(await compute.restore('2'.repeat(16), 'fills')).toBe(false);
    await run('4', 50_000);
    expect(await runTables()).toEqual([`fills_t__${'4'.repeat(16)}`]);
    expect(await count()).toBe(50_000);
  });
});

describe('two cells with one run key', () => {
  test('share a result, and nothing is left over when both are gone', async () => {
    await start({ strict: true, budgetBytes: 0 });
    const job = analysis('fills', { params: { rows: 2 } });
    await compute.run(job, () => {}, never);
    expect(await compute.restore(KEY, 'other')).toBe(true);
    await compute.run({ ...job, alias: 'third' }, () => {}, never);
    expect(await runTables()).toEqual([`fills_t__${KEY}`, `third_t__${KEY}`]);
    for (const alias of ['fills', 'other', 'third']) {
      expect(await rows(connector, personsSql(`SELECT count(*) AS n FROM ${alias}_t`))).toEqual([{ n: 2 }]);
      await compute.forget(alias);
    }
    expect([await runTables(), await views()]).toEqual([[], []]);
  });
});

describe('preparing', () => {
  test('does nothing where nothing changed, and drops sets of customers that are no longer meant', async () => {
    const environment = environmentOf(await loadOrders(connector));
    const segment = (id: string) => ({ id, name: id, select: `select '${id}' as customer` });
    const scoped = (active: string | null) => ({
      ...environment,
      scope: { consent: false, segments: [segment('ann'), segment('李')], active },
    });
    await compute.prepare(scoped('ann'));
    await compute.prepare(scoped('李'));
    expect(await rows(connector, sql`SELECT DISTINCT customer FROM orders`)).toEqual([{ customer: '李' }]);
    expect(await runTables()).toHaveLength(1);
    await connector.exec(sql`DROP VIEW main.orders`);
    await compute.prepare(scoped('李'));
    expect(await views()).toEqual([]);
    expect((await connector.tables()).filter(({ schema }) => schema === 'main')).toEqual([]);
    await compute.prepare(scoped(null));
    expect([await runTables(), await rows(connector, sql`SELECT count(*) AS n FROM orders`)]).toEqual([[], [{ n: 6 }]]);
  });

  test('counts what definitions and scope leave out', async () => {
    const environment = environmentOf(await loadOrders(connector));
    await compute.prepare({
      ...environment,
      scope: { consent: false, segments: [{ id: 's', name: 's', select: "select 'ann' as customer" }], active: 's' },
    });
    const { result } = await compute.run(analysis('spend'), () => {}, never);
    expect(result.provenance.inputs).toEqual([
      { table: 'orders', fingerprint: 'f-orders', rows: 3, ofRows: 6, left: [{ reason: 'segment', rows: 3 }] },
    ]);
  });
});

describe('SQL of a person', () => {
  const run = (code: string, name = 'mine') => compute.run(sqlJob(code, name), () => {}, never);

  test('becomes a table of its name, with its first rows as a result', async () => {
    const { result } = await run('select customer, count(*) as n from orders group by 1 order by n desc, 1 -- 客户\n;');
    expect(await rows(connector, sql`SELECT customer, n FROM mine`)).toEqual([
      { customer: 'ann', n: 3 },
      { customer: '李', n: 2 },
      { customer: `o'neil"`, n: 1 },
    ]);
    expect(result.views[0]).toMatchObject({ kind: 'table', id: 'table', table: 'mine', total: 3, grain: 'customer' });
    expect(result.tables).toEqual([
      {
        name: 'mine',
        rows: 3,
        grain: 'customer',
        columns: [
          { name: 'customer', type: 'VARCHAR' },
          { name: 'n', type: 'BIGINT' },
        ],
      },
    ]);
  });

  test('keeps 200 rows in the result and says how many there are', async () => {
    const [view] = (await run('from range(1000)')).result.views;
    expect(view).toMatchObject({ total: 1000 });
    expect(view?.kind === 'table' && view.rows.length).toBe(200);
  });

  test.each([
    'values (1), (2)',
    'from orders',
    'summarize orders',
    'describe orders',
    'show tables',
    'pivot orders on channel using sum(amount)',
    'unpivot (select 1 as a, 2 as b) on a, b',
    '(select 1 as a) union all (select 2)',
    '/* one; two */ with x as (select \';\' as a) select a, $$;$$ as b, ";" from (select a, 3 as ";" from x);;',
    'select sum(amount) as s, sum(amount) as s from orders',
  ])('may be any statement that reads: %s', async (code) => {
    await expect(run(code)).resolves.toMatchObject({ result: { views: [{ id: 'table' }] } });
  });

  test.each([
    ['', 'sql.empty'],
    ['-- nothing', 'sql.empty'],
    ['select 1; drop view orders', 'sql.many'],
    ['drop view orders', 'sql.not-a-select'],
    ['create table x as select 1', 'sql.not-a-select'],
    ["copy orders to 'x.csv'", 'sql.not-a-select'],
    ["attach 'x.db'", 'sql.not-a-select'],
    ['set memory_limit = 1', 'sql.not-a-select'],
    ['pragma version', 'sql.not-a-select'],
    ['install httpfs', 'sql.not-a-select'],
    ["select 'open", 'sql.unclosed'],
    ['select (1', 'sql.unclosed'],
    ['select 1)', 'sql.unclosed'],
    ['select 1 /* ', 'sql.unclosed'],
    ['with x as (select 1) insert into orders from x', 'sql'],
    ['select nope from orders', 'sql'],
  ])('is refused with a reason where it is anything else: %s', async (code, reason) => {
    await expect(run(code)).rejects.toMatchObject({ code: reason });
    expect(await runTables()).toEqual([]);
  });

  test.each([
    ['select 1,\n  nope', 2, 3],
    ['\n\n-- first\nselect 1,\n  nope', 5, 3],
    ['summarize nope', 1, 11],
    ['  select nope', 1, 10],
  ])('has its errors where they are in its own text: %j', async (code, line, column) => {
    const error = await run(code).catch((reason) => reason);
    expect(error.fields).toMatchObject({ sql: code, line });
    if (error.fields.column !== undefined) expect(error.fields.column).toBe(column);
  });

  test('cannot take the name of a table of the data', async () => {
    await expect(run('select 1 as a', 'Orders')).rejects.toMatchObject({ code: 'name.taken' });
    expect(await rows(connector, sql`SELECT count(*) AS n FROM orders`)).toEqual([{ n: 6 }]);
  });
});
