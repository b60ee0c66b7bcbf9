import { expect, test } from 'vitest';
import { type Needs, type RoleId, resolveNeeds } from '../../src/cell/index.ts';

const needs: Needs = {
  all: ['orders.customer', 'orders.time'],
  oneOf: [['orders.amount'], ['order_lines.order_id', 'order_lines.amount']],
  optional: ['orders.cost', 'orders.amount'],
};
const resolve = (...roles: RoleId[]) => resolveNeeds(needs, new Set(roles));

test('all that is asked for is bound, and each role once', () => {
  expect(resolve('orders.customer', 'orders.time', 'orders.amount', 'orders.cost', 'orders.channel')).toEqual({
    bound: ['orders.customer', 'orders.time', 'orders.amount', 'orders.cost'],
    missing: [],
  });
});

test('the first alternative that is whole is taken', () => {
  const both = resolve('orders.customer', 'orders.time', 'orders.amount', 'order_lines.order_id', 'order_lines.amount');
  expect(both.bound).not.toContain('order_lines.amount');
  const second = resolve('orders.customer', 'orders.time', 'order_lines.order_id', 'order_lines.amount');
  expect(second).toEqual({
    bound: ['orders.customer', 'orders.time', 'order_lines.order_id', 'order_lines.amount'],
    missing: [],
  });
});

test('what is missing is said as alternatives, each of them enough', () => {
  const { missing } = resolve('orders.customer', 'order_lines.order_id');
  expect(missing).toEqual([
    ['orders.time', 'orders.amount'],
    ['orders.time', 'order_lines.amount'],
  ]);
  for (const roles of missing) expect(resolve('orders.customer', 'order_lines.order_id', ...roles).missing).toEqual([]);
});

test('without alternatives there is one list of what is missing, and none where nothing is', () => {
  const plain: Needs = { all: ['orders.customer', 'orders.time'] };
  expect(resolveNeeds(plain, new Set(['orders.time'])).missing).toEqual([['orders.customer']]);
  expect(resolveNeeds(plain, new Set(plain.all)).missing).toEqual([]);
});

test('a whole alternative does not make up for a role that all cells need', () => {
  expect(resolve('orders.amount').missing).toEqual([['orders.customer', 'orders.time']]);
});
