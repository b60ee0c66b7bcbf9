import { describe, expect, test } from 'vitest';
import { knownNames, tableReferences } from '../../src/notebook/sql-names.ts';

const KNOWN = ['orders', 'customers', 'rfm_scores', 'champions', 'cohort_cells', '客户', 'Mixed Case'];
const names = (sql: string) => knownNames(sql, KNOWN).sort();

describe('tables are found where they stand', () => {
  test.each([
    ['select * from orders', ['orders']],
    ['from orders', ['orders']],
    ['from orders select count(*)', ['orders']],
    ['SELECT * FROM ORDERS', ['orders']],
    ['select * from "orders" o', ['orders']],
    ['select * from "ORDERS"', ['orders']],
    ['select * from main.orders', ['orders']],
    ['select * from "main"."orders"', ['orders']],
    ['select * from memory.main.orders', ['orders']],
    ['select * from orders, customers c, rfm_scores', ['customers', 'orders', 'rfm_scores']],
    ['select * from orders o join customers c on o.customer = c.customer, champions', ['champions', 'customers', 'orders']],
    ['select * from orders left join rfm_scores using (customer) where r = 5', ['orders', 'rfm_scores']],
    ['select * from (orders join customers using (customer))', ['customers', 'orders']],
    ['select * from (select * from orders) t', ['orders']],
    ['select (select max(time) from orders) as last', ['orders']],
    ['select * from customers where customer in (select customer from champions)', ['champions', 'customers']],
    ['select * from customers where exists (from champions)', ['champions', 'customers']],
    ['select * from orders union all select * from rfm_scores', ['orders', 'rfm_scores']],
    ['from orders union all by name from rfm_scores', ['orders', 'rfm_scores']],
    ['select * from orders, lateral (select * from champions) c', ['champions', 'orders']],
    ['describe orders', ['orders']],
    ['summarize orders', ['orders']],
    ['summarize select * from orders', ['orders']],
    ['pivot orders on channel using sum(amount)', ['orders']],
    ['unpivot rfm_scores on r, f, m', ['rfm_scores']],
    ['select * from orders pivot (sum(amount) for channel in (1, 2))', ['orders']],
    ['table orders', ['orders']],
    ['select * from 客户', ['客户']],
    ['select * from "Mixed Case"', ['Mixed Case']],
    ["select * from query_table('orders')", ['orders']],
    ["select * from query_table(['orders', 'champions'])", ['champions', 'orders']],
    ["from query('select * from champions')", ['champions']],
    ['select * from orders tablesample 10%', ['orders']],
    ['select * from orders asof join customers using (customer, time)', ['customers', 'orders']],
    ['select * from orders positional join customers', ['customers', 'orders']],
    ['((select * from orders))', ['orders']],
    ['select case when x then (select 1 from orders) else 2 end', ['orders']],
    ['select [x for x in (select list(amount) from orders)]', ['orders']],
  ])('%s', (sql, expected) => {
    expect(names(sql)).toEqual(expected);
  });
});

describe('what is no table is left out', () => {
  test.each([
    ["select 'from orders' as x", []],
    ['select 1 -- from orders\n', []],
    ['select 1 /* from /* orders */ from customers */', []],
    ['select $$ from orders $$, $tag$ from customers $tag$', []],
    ["select e'it\\'s from orders'", []],
    ['select orders from champions', ['champions']],
    ['select count(*) as orders, 1 as customers from champions', ['champions']],
    ['select champions.orders from champions', ['champions']],
    ['select extract(year from orders) from champions', ['champions']],
    ["select trim(both ' ' from orders) from champions", ['champions']],
    ['select substring(orders from 2 for 3) from champions', ['champions']],
    ['select a is distinct from orders from champions', ['champions']],
    ['select a is not distinct from orders from champions', ['champions']],
    ['select * from orders(1)', []],
    ['select * from range(10) orders', []],
    ['select * from champions group by all order by orders, customers', ['champions']],
    ['select sum(amount), customers from champions', ['champions']],
    ["select * from read_csv('orders')", []],
    ['select * from raw.orders', []],
    ['select * from other.customers', []],
    ['', []],
    ['select * from', []],
    ["select * from 'orders", []],
  ])('%s', (sql, expected) => {
    expect(names(sql)).toEqual(expected);
  });

  test('a table of the files is told by its schema', () => {
    expect(tableReferences('select * from raw.shop_1')).toMatchObject([{ schema: 'raw', name: 'shop_1' }]);
  });
});

describe('a CTE hides a table where it is in reach', () => {
  test.each([
    ['with orders as (select 1) select * from orders', []],
    ['with Orders as materialized (select 1) select * from "ORDERS"', []],
    ['with a as (select * from orders), b as (select * from a) select * from b join customers using (x)', ['customers', 'orders']],
    ['with orders as (select * from orders) select * from orders', ['orders']],
    ['with recursive orders as (select 1 union all select * from orders) select * from orders', []],
    ['with orders(a, b) as (select 1, 2) select * from orders', []],
    ['with champions as (select 1), x as not materialized (from champions) from x', []],
    ['select * from (with orders as (select 1) select * from orders) t join orders using (x)', ['orders']],
    ['with orders as (select 1) select * from (select * from orders) t, main.orders', ['orders']],
    ['from (with a as (from orders) from a)', ['orders']],
    ['with a as (with orders as (select 1) from orders) from a, orders', ['orders']],
  ])('%s', (sql, expected) => {
    expect(names(sql)).toEqual(expected);
  });
});
