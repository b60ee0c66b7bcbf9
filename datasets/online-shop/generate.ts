import type { Generator } from '../dataset.ts';
import type { Customer } from './customer.ts';
import { expectedOrders } from './expected.ts';
import type { Order } from './order.ts';
import { customerRow, HEADERS, historyOf, lineRows, orderRow, SEED, SHIPPED_CUSTOMERS } from './tables.ts';

const CHUNK = 2 ** 16;

/** Writes the firm's files as CSV (UTF-8, LF, no quotes), the same bytes for the same seed and size in every engine. */
export const generator: Generator = {
  files: Object.keys(HEADERS),
  csv(file, { orders, seed = SEED } = {}) {
    const header = HEADERS[file];
    if (header === undefined) throw new RangeError(`no such file: ${file}`);
    if (orders !== undefined && !(Number.isSafeInteger(orders) && orders > 0)) throw new RangeError(`not a number of orders: ${orders}`);
    return chunks(header, rows(file, seed, orders));
  },
};

function* rows(file: string, seed: number, orders: number | undefined): Iterable<string> {
  if (file === 'customers.csv') {
    const of = orders === undefined ? SHIPPED_CUSTOMERS : customersFor(orders);
    for (let number = 1; number <= of; number++) yield customerRow(seed, historyOf(seed, number, of));
    return;
  }
  for (const { order, number, customer } of orders === undefined ? byTime(seed) : byCustomer(seed, orders)) {
    if (file === 'orders.csv') yield orderRow(order, number, customer);
    else yield* lineRows(order, number);
  }
}

interface Placed {
  order: Order;
  number: number;
  customer: Customer;
}

/** The shipped size: all orders in the order of time, numbered so. */
function byTime(seed: number): Placed[] {
  const placed: Omit<Placed, 'number'>[] = [];
  for (let number = 1; number <= SHIPPED_CUSTOMERS; number++) {
    const customer = historyOf(seed, number, SHIPPED_CUSTOMERS);
    for (const order of customer.orders) placed.push({ order, customer });
  }
  const when = ({ order: { month, day, minute } }: Omit<Placed, 'number'>) => (month * 31 + day) * 1440 + minute;
  placed.sort((a, b) => when(a) - when(b) || a.customer.number - b.customer.number);
  return placed.map((item, i) => ({ ...item, number: i + 1 }));
}

/**
 * Any size: customers in a scattered sequence, so that stopping after the last order asked for leaves out a few at
 * random and not the newest.
 */
function* byCustomer(seed: number, orders: number): Iterable<Placed> {
  const of = customersFor(orders);
  const step = scatter(of);
  let left = orders;
  for (let i = 0, at = 0; i < of; i++, at = (at + step) % of) {
    const customer = historyOf(seed, at + 1, of);
    for (const order of customer.orders) {
      yield { order, number: orders - left + 1, customer };
      if (--left === 0) return;
    }
  }
  throw new RangeError(`too few customers drawn for ${orders} orders`);
}

/** Enough customers for so many orders, with five standard deviations to spare. */
export function customersFor(orders: number): number {
  const mean = orders / expectedOrders();
  return Math.ceil(mean + 8 * Math.sqrt(mean) + 30);
}

/** A step near the golden section of n that shares no factor with it, so that it visits every number once. */
function scatter(n: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.floor(n * 0.618));
  while (divisor(step, n) !== 1) step++;
  return step;
}

/** Joined a few thousand at a time: one long concatenation keeps the collector busy instead. */
function* chunks(header: string, lines: Iterable<string>): Iterable<string> {
  let part = [header];
  let length = header.length;
  for (const line of lines) {
    part.push(line);
    length += line.length;
    if (length < CHUNK) continue;
    yield `${part.join('\n')}\n`;
    part = [];
    length = 0;
  }
  if (part.length > 0) yield `${part.join('\n')}\n`;
}
