import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { renameInSql } from '../../src/notebook/rename.ts';
import { knownNames } from '../../src/notebook/sql-names.ts';
import { ident, personsSql, sql } from '../../src/util/sql.ts';

// The engine as an oracle: a statement reads a table exactly if it fails while the table is away.

const TABLES = ['orders', 'customers', 'rfm_scores', 'champions'] as const;
const STATEMENTS = [
  'select * from orders',
  'from Orders',
  'from orders select customer, orders.amount',
  'select o.amount, customers.region from main.orders o, customers where o.customer = customers.customer',
  'select amount as customers from orders',
  'select orders from orders',
  'select count(*) filter (where amount > 1) champions from orders order by champions',
  'select * from (orders join customers using (customer)) join champions using (customer)',
  'select * from orders o left join (select customer, max(r) r from rfm_scores group by 1) s on o.customer = s.customer, champions',
  'select * from customers where customer in (select customer from champions) or exists (from rfm_scores where r = 5)',
  'select (select max(amount) from orders), (select count(*) from champions)',
  'select * from customers union all by name select * from champions except from rfm_scores',
  'from customers union all by name from champions',
  'with orders as (select 1 as customer) select * from orders join customers using (customer)',
  'with orders as (select * from orders) select * from orders',
  'with recursive orders as (select 1 as n union all select n + 1 from orders where n < 3) select * from orders',
  'with a as materialized (from orders), b(x) as not materialized (select customer from a) from b, champions',
  'with orders as (select 1 as n) select * from (select * from orders) t, main.orders',
  'with a as (with orders as (select 1 as n) from orders) from a, orders',
  'with orders as (select 1 as n) (select * from orders)',
  'select * from (with champions as (select 1 as one) from champions) t, orders',
  "select extract(year from time) y, orders.time is distinct from date '2024-01-01' from orders",
  "select trim(both ' ' from region), substring(region from 2 for 3) from customers",
  "select 'from champions' as x, $$from orders$$, $t$ from orders $t$ -- from orders\n from customers /* , champions /* nested */ */",
  "select e'it\\'s from orders' as x from customers",
  'describe orders',
  'summarize champions',
  'pivot orders on region using sum(amount) group by customer',
  "select * from orders pivot (sum(amount) for region in ('a', 'b') group by customer)",
  'unpivot rfm_scores on r, f into name k value v',
  'select * from rfm_scores unpivot (v for k in (r, f))',
  "from query_table('orders')",
  "from query_table(['champions', 'customers'])",
  "select * from query('from orders join customers using (customer)')",
  'select * from range(3) orders',
  'select * from generate_series(1, 2) as champions(n), orders',
  'select * from (values (1), (2)) customers(n)',
  'values ((select count(*) from orders))',
  'select list_transform([1, 2], x -> x + 1), (select count(*) from champions) from orders',
  'select * from orders, lateral (select * from champions where champions.customer = orders.customer) c',
  'select * from orders asof join customers on orders.customer = customers.customer and orders.time >= customers.time',
  'select * from orders positional join champions',
  'select * from orders using sample 10 rows',
  'select * from orders tablesample 50%, champions',
  'select sum(amount) over w, customer from orders window w as (partition by customer order by time) qualify row_number() over w = 1',
  'select region, grouping(region) from orders group by grouping sets ((region), ()) having count(*) > (select min(r) from rfm_scores)',
  'select case when r > 3 then (select count(*) from orders) else 0 end, r between 1 and (select 5 from champions limit 1) from rfm_scores',
  'select * exclude (amount) replace (customer as customer) from orders limit (select 1 from champions limit 1) offset 0',
  'select cast(customer as varchar) from orders where amount > all (select amount from champions) and amount not in (from (select 1))',
  'select struct_pack(orders := 1).orders, {customers: 1} from champions',
  'table orders',
  'select distinct on (region) region from orders order by region, time',
  'select a.customer from orders a semi join champions b using (customer) anti join rfm_scores c on a.customer = c.customer',
  'select unnest([orders.customer, champions.amount]) from orders cross join champions',
  'from orders as o(a, b), customers as c',
];

let engine: Connector;

beforeAll(async () => {
  engine = await connectNode();
  for (const table of TABLES) await make(table);
}, 60_000);
afterAll(() => engine.close());

async function make(table: string): Promise<void> {
  await engine.exec(
    sql`create table ${ident(table)} as select 1 as customer, 2.5::double as amount, timestamp '2024-01-02' as time, 'a' as region, 5 as r, 4 as f`,
  );
}

async function works(statement: string): Promise<boolean> {
  try {
    await engine.query(personsSql(statement));
    return true;
  } catch {
    return false;
  }
}

test.each(STATEMENTS)('%s', async (statement) => {
  expect(await works(statement), 'the statement is one').toBe(true);
  const needed: string[] = [];
  for (const table of TABLES) {
    await engine.exec(sql`alter table ${ident(table)} rename to away`);
    if (!(await works(statement))) needed.push(table);
    await engine.exec(sql`alter table away rename to ${ident(table)}`);
  }
  expect(knownNames(statement, TABLES).sort()).toEqual(needed.sort());
});

// A name within a string, and a whole row under its table's name, are not followed.
const followed = STATEMENTS.filter((statement) => !/query|^select orders from/.test(statement));

test.each(followed)('renamed: %s', async (statement) => {
  for (const table of TABLES) {
    await engine.exec(sql`alter table ${ident(table)} rename to renamed`);
    const fine = await works(renameInSql(statement, { [table]: 'renamed' }));
    await engine.exec(sql`alter table renamed rename to ${ident(table)}`);
    expect(fine, `with ${table} renamed`).toBe(true);
  }
});
