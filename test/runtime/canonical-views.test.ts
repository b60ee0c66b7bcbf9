import { beforeEach, describe, expect, test } from 'vitest';
import type { Definitions, TableId } from '../../src/cell/index.ts';
import type { Connector } from '../../src/engine/connector.ts';
import type { Binding, Scope, Source } from '../../src/notebook/document.ts';
import { canonicalViews, isFiltered } from '../../src/runtime/canonical-views.ts';
import type { Environment } from '../../src/runtime/executor.ts';
import { personsSql, Sql } from '../../src/util/sql.ts';
import { rows } from '../engine/connector-suite.ts';
import { nodeEngine, wipe } from '../support/engine.ts';
import { load } from '../workers/environment.ts';

let connector: Connector;
beforeEach(async () => {
  connector = await nodeEngine();
  await wipe(connector);
});

const byName = (source: Source): Binding['columns'] => Object.fromEntries(source.columns.map(({ name }) => [name, { column: name }]));
const bind = (table: TableId, source: Source, columns = byName(source)): Binding => ({ table, source: source.id, columns });

interface Setting {
  definitions?: Partial<Definitions>;
  scope?: Partial<Scope>;
}
function environment(sources: readonly Source[], bindings: readonly Binding[], { definitions, scope }: Setting = {}): Environment {
  return {
    sources,
    bindings,
    definitions: { currency: '', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [], ...definitions },
    scope: { consent: false, segments: [], active: null, ...scope },
  };
}
async function make(...given: Parameters<typeof environment>): Promise<Environment> {
  const made = environment(...given);
  for (const statement of canonicalViews(made)) await connector.exec(statement);
  return made;
}
const ask = (text: string) => rows(connector, personsSql(text));
const types = async (name: string) => Object.fromEntries((await connector.columns({ schema: 'main', name })).map((c) => [c.name, c.type]));
const source = (id: string, select: string) => load(connector, id, new Sql(select));

const ORDERS = `SELECT * FROM (VALUES
  ('o1', 'a', DATE '2024-01-01', 10.0, 4.0, 'paid', FALSE), ('o2', 'a', DATE '2024-01-02', 6.0, 2.0, 'paid', TRUE),
  ('o3', 'b', DATE '2024-01-03', -3.0, -1.0, 'paid', NULL), ('o4', 'b', DATE '2024-01-04', 8.0, 3.0, 'cancelled', FALSE),
  ('o5', 'c', DATE '2024-01-05', 5.0, 1.0, NULL, FALSE)) t(order_id, customer, time, amount, cost, status, is_return)`;

describe('columns', () => {
  test('are typed by their role, and only cast where they have to be', async () => {
    const raw = await source(
      'raw_orders',
      `SELECT 7::INTEGER AS nr, 'k' AS kunde, '2024-03-05 10:00:00' AS wann, '12.5' AS wert, 3::DECIMAL(10,2) AS kosten, 5 AS kanal, '是' AS rueck`,
    );
    const columns = {
      order_id: 'nr',
      customer: 'kunde',
      time: 'wann',
      amount: 'wert',
      cost: 'kosten',
      channel: 'kanal',
      is_return: 'rueck',
    };
    const bound = Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, { column }]));
    const made = await make([raw], [bind('orders', raw, bound)]);
    expect(await types('orders')).toEqual({
      order_id: 'INTEGER',
      customer: 'VARCHAR',
      time: 'TIMESTAMP',
      amount: 'DOUBLE',
      cost: 'DOUBLE',
      channel: 'VARCHAR',
      is_return: 'BOOLEAN',
    });
    expect(await ask('from orders')).toEqual([
      { order_id: 7, customer: 'k', time: '2024-03-05 10:00:00', amount: -12.5, cost: -3, channel: '5', is_return: true },
    ]);
    const plain = await source('plain', "SELECT 1::BIGINT AS customer, DATE '2024-01-01' AS time, 2::DOUBLE AS amount");
    expect(
      canonicalViews(environment([plain], [bind('orders', plain)]))
        .map(({ text }) => text)
        .join(),
    ).not.toContain('CAST');
    expect(isFiltered(made, 'orders')).toBe(false);
  });

  test('that cannot be read as their type are nothing, not an error', async () => {
    const raw = await source('r', "SELECT 'a' AS customer, 'yesterday' AS time, 'much' AS amount, 'perhaps' AS is_return");
    await make([raw], [bind('orders', raw)]);
    expect(await ask('from orders')).toEqual([{ customer: 'a', time: null, amount: null, is_return: null }]);
  });

  test('may be a constant, the row number or an expression', async () => {
    const raw = await source('r', "SELECT range AS n, 'c' || range % 2 AS who FROM range(3)");
    const columns: Binding['columns'] = {
      order_id: { row: true },
      customer: { column: 'who' },
      time: { constant: '2024-05-01' },
      amount: { expression: 'n * 2.5 -- doubled\n' },
      channel: { constant: 'it\'s; "web"' },
      discount: { constant: 3 },
      is_return: { constant: false },
    };
    await make([raw], [bind('orders', raw, columns)]);
    expect(await ask('from orders order by order_id')).toEqual(
      [0, 2.5, 5].map((amount, i) => ({
        order_id: i + 1,
        customer: `c${i % 2}`,
        time: '2024-05-01 00:00:00',
        amount,
        discount: 3,
        channel: 'it\'s; "web"',
        is_return: false,
      })),
    );
  });

  test('keep to names that are SQL, Chinese, emoji and quotes', async () => {
    const hostile = ['客户编号', 'a"b', "o'clock", '😀 time', '"; drop table raw.r; --', 'select'];
    const list = hostile.map((name, i) => `${i === 3 ? "DATE '2024-01-01'" : i} AS "${name.replaceAll('"', '""')}"`).join();
    const raw = await source('r', `SELECT ${list}`);
    const roles = ['customer', 'order_id', 'amount', 'time', 'cost', 'discount'];
    await make([raw], [bind('orders', raw, Object.fromEntries(roles.map((role, i) => [role, { column: hostile[i] as string }])))]);
    expect(await ask('from orders')).toEqual([{ order_id: 1, customer: 0, time: '2024-01-01', amount: 2, cost: 4, discount: 5 }]);
  });

  test('an expression that is more than one is refused', async () => {
    const raw = await source('r', 'SELECT 1 AS customer');
    for (const expression of ['1) FROM raw.r; DROP TABLE raw.r; --', '1, 2)', "'open", '1 /*', '']) {
      const columns: Binding['columns'] = { customer: { column: 'customer' }, time: { constant: '2024-01-01' }, amount: { expression } };
      expect(() => canonicalViews(environment([raw], [bind('orders', raw, columns)])), expression).toThrow();
    }
  });

  test('a column that the file does not have is said by name and role', async () => {
    const raw = await source('r', 'SELECT 1 AS customer');
    const columns: Binding['columns'] = { customer: { column: 'customer' }, time: { column: 'when' } };
    expect(() => canonicalViews(environment([raw], [bind('orders', raw, columns)]))).toThrow('missing column: when (role: time)');
  });

  test('keys that are numbers in one file and text in another are text in both, so that they join', async () => {
    const orders = await source('o', "SELECT 17850.0::DOUBLE AS customer, DATE '2024-01-01' AS time, 1.0::DOUBLE AS amount");
    const customers = await source('c', "SELECT '17850' AS customer, 'north' AS region UNION ALL SELECT 'x', 'south'");
    await make([orders, customers], [bind('orders', orders), bind('customers', customers)]);
    expect(await ask('select region from orders join customers using (customer)')).toEqual([{ region: 'north' }]);
  });
});

describe('tables', () => {
  test('whose binding is gone are dropped', async () => {
    const raw = await source('r', ORDERS);
    await make([raw], [bind('orders', raw)]);
    await make([raw], []);
    expect((await connector.tables()).map(({ schema }) => schema)).toEqual(['raw']);
  });

  test('made from two files hold the rows of both', async () => {
    const one = await source('one', "SELECT 1 AS customer, DATE '2024-01-01' AS time, 1.0::DOUBLE AS amount, 'web' AS channel");
    const two = await source('two', "SELECT 2 AS customer, DATE '2024-02-01' AS time, 2.0::DOUBLE AS amount");
    await make([one, two], [bind('orders', one), bind('orders', two)]);
    expect(await ask('select customer, amount, channel from orders order by 1')).toEqual([
      { customer: 1, amount: 1, channel: 'web' },
      { customer: 2, amount: 2, channel: null },
    ]);
  });
});

describe('definitions', () => {
  const amounts = async () =>
    (await ask('select order_id, amount from orders order by 1')).map(({ order_id, amount }) => `${order_id} ${amount}`);

  test('net: returns that are written as positive figures are turned round, with what was given back', async () => {
    const raw = await source('r', ORDERS);
    await make([raw], [bind('orders', raw)]);
    expect(await amounts()).toEqual(['o1 10', 'o2 -6', 'o3 -3', 'o4 8', 'o5 5']);
    expect(await ask("select cost from orders where order_id in ('o2', 'o3') order by order_id")).toEqual([{ cost: -2 }, { cost: -1 }]);
  });

  test('drop: neither returns nor negative amounts count', async () => {
    const raw = await source('r', ORDERS);
    const made = await make([raw], [bind('orders', raw)], { definitions: { returns: 'drop' } });
    expect(await amounts()).toEqual(['o1 10', 'o4 8', 'o5 5']);
    expect(isFiltered(made, 'orders')).toBe(true);
  });

  test('statuses: only those named count, and none is named where the file has none', async () => {
    const raw = await source('r', ORDERS);
    await make([raw], [bind('orders', raw)], { definitions: { statuses: ['paid', "o'k"] } });
    expect(await amounts()).toEqual(['o1 10', 'o2 -6', 'o3 -3']);
    const { status: _, ...without } = byName(raw);
    await make([raw], [bind('orders', raw, without)], { definitions: { statuses: ['paid'] } });
    expect(await amounts()).toHaveLength(5);
  });
});

const LINES =
  "SELECT * FROM (VALUES ('o1', 'p', 4.0), ('o1', 'q', 6.0), ('o4', 'p', 8.0), ('o3', 'q', -3.0), ('o9', 'p', 1.0)) t(order_id, product, amount)";

describe('order lines', () => {
  test('have customer and time from their order where their file does not say', async () => {
    const [orders, lines] = [await source('o', ORDERS), await source('l', LINES)];
    await make([orders, lines], [bind('order_lines', lines), bind('orders', orders)]);
    expect(await ask('select order_id, product, customer, time from order_lines order by 1, 2')).toEqual([
      { order_id: 'o1', product: 'p', customer: 'a', time: '2024-01-01' },
      { order_id: 'o1', product: 'q', customer: 'a', time: '2024-01-01' },
      { order_id: 'o3', product: 'q', customer: 'b', time: '2024-01-03' },
      { order_id: 'o4', product: 'p', customer: 'b', time: '2024-01-04' },
      { order_id: 'o9', product: 'p', customer: null, time: null },
    ]);
  });

  test('are not doubled by an order that stands in several rows', async () => {
    const orders = await source('o', `${ORDERS} UNION ALL SELECT 'o1', 'a', DATE '2024-01-01', 1, 1, 'paid', FALSE`);
    const lines = await source('l', LINES);
    await make([orders, lines], [bind('orders', orders), bind('order_lines', lines)]);
    expect(await ask('select count(*) as n from order_lines')).toEqual([{ n: 5 }]);
  });

  test('count only with their order, whether or not they name the customer themselves', async () => {
    const orders = await source('o', ORDERS);
    const definitions = { statuses: ['paid'], returns: 'drop' } as const;
    for (const select of [LINES, `SELECT *, 'a' AS customer, DATE '2024-01-01' AS time FROM (${LINES})`]) {
      const lines = await source('l', select);
      await make([orders, lines], [bind('orders', orders), bind('order_lines', lines)], { definitions });
      expect(await ask('select order_id, product from order_lines order by 2')).toEqual([
        { order_id: 'o1', product: 'p' },
        { order_id: 'o1', product: 'q' },
      ]);
    }
  });
});

describe('scope', () => {
  const CUSTOMERS = "SELECT * FROM (VALUES ('a', TRUE), ('b', FALSE), ('c', NULL)) t(customer, consent)";
  const segment = { id: 's', name: 'Big', select: 'select customer from orders_totals where total > 4 -- big\n;' };
  const SURVEY = "SELECT * FROM (VALUES ('r1', 'nps', 9, 'a'), ('r2', 'nps', 3, NULL)) t(respondent, question, score, customer)";

  test('consent: only who said yes; unknown is no, and rows of nobody known are left out', async () => {
    const [orders, customers, surveys] = [await source('o', ORDERS), await source('c', CUSTOMERS), await source('s', SURVEY)];
    const bindings = [bind('orders', orders), bind('customers', customers), bind('surveys', surveys)];
    const made = await make([orders, customers, surveys], bindings, { scope: { consent: true } });
    expect(await ask('select distinct customer from orders')).toEqual([{ customer: 'a' }]);
    expect(await ask('select customer from customers')).toEqual([{ customer: 'a' }]);
    expect(await ask('select respondent from surveys')).toEqual([{ respondent: 'r1' }]);
    expect(['orders', 'customers', 'surveys'].every((table) => isFiltered(made, table as TableId))).toBe(true);
  });

  test('consent that no file speaks of is nobody’s', async () => {
    const orders = await source('o', ORDERS);
    await make([orders], [bind('orders', orders)], { scope: { consent: true } });
    expect(await ask('select count(*) as n from orders')).toEqual([{ n: 0 }]);
  });

  test('a segment holds for every table, through the order too', async () => {
    const [orders, lines] = [await source('o', ORDERS), await source('l', LINES)];
    await connector.exec(personsSql("CREATE TABLE run.t AS SELECT 'b' AS customer, 5 AS total UNION ALL SELECT 'a', 1"));
    await connector.exec(personsSql('CREATE VIEW main.orders_totals AS SELECT customer, total FROM run.t'));
    const scope = { segments: [segment], active: 's' };
    await make([orders, lines], [bind('orders', orders), bind('order_lines', lines)], { scope });
    expect(await ask('select distinct customer from orders')).toEqual([{ customer: 'b' }]);
    expect(await ask('select order_id from order_lines order by 1')).toEqual([{ order_id: 'o3' }, { order_id: 'o4' }]);
  });

  test('a segment stays the set that was chosen while the tables it came from change', async () => {
    const orders = await source('o', ORDERS);
    await connector.exec(personsSql("CREATE TABLE run.t AS SELECT 'b' AS customer, 5 AS total"));
    await connector.exec(personsSql('CREATE VIEW main.orders_totals AS SELECT customer, total FROM run.t'));
    const scope = { segments: [segment], active: 's' };
    await make([orders], [bind('orders', orders)], { scope });
    await connector.exec(personsSql('DELETE FROM run.t'));
    await make([orders], [bind('orders', orders)], { scope });
    expect(await ask('select distinct customer from orders')).toEqual([{ customer: 'b' }]);
  });

  test('consent and a segment hold both', async () => {
    const [orders, customers] = [await source('o', ORDERS), await source('c', CUSTOMERS)];
    const both = { id: 's', name: '', select: "select * from (values ('a'), ('b')) t(customer)" };
    const scope = { consent: true, segments: [both], active: 's' };
    await make([orders, customers], [bind('orders', orders), bind('customers', customers)], { scope });
    expect(await ask('select distinct customer from orders')).toEqual([{ customer: 'a' }]);
  });

  test('a segment of another type of key compares without an error', async () => {
    const orders = await source('o', "SELECT 7 AS customer, DATE '2024-01-01' AS time, 1.0::DOUBLE AS amount");
    const text = { id: 's', name: '', select: "select * from (values ('7'), ('x')) t(customer)" };
    await make([orders], [bind('orders', orders)], { scope: { segments: [text], active: 's' } });
    expect(await ask('select customer from orders')).toEqual([{ customer: 7 }]);
  });

  test('a segment that is more than one select is refused', async () => {
    const orders = await source('o', ORDERS);
    for (const select of ['drop table raw.o', 'select 1 as customer; drop table raw.o', 'select 1 as customer) x; drop table raw.o; --']) {
      const scope = { segments: [{ id: 's', name: '', select }], active: 's' };
      expect(() => canonicalViews(environment([orders], [bind('orders', orders)], { scope }))).toThrow();
    }
  });
});
