import { createRandom } from '../../src/stats/random.ts';
import { CALENDAR, isoDay, isoTime } from './calendar.ts';
import { type Customer, customerOf } from './customer.ts';
import type { Order } from './order.ts';
import { personOf } from './people.ts';

/** A row is written without quotes: no value holds a comma, a quote or a line break. */
export const HEADERS: Readonly<Record<string, string>> = {
  'customers.csv':
    'customer,name,email,phone,gender,birth_date,region,occupation,acquired_at,acquisition_channel,acquisition_cost,referred_by,membership_tier,consent',
  'orders.csv': 'order_id,customer,order_time,amount,cost,discount,channel,payment_method,status,is_return',
  'order_lines.csv': 'order_id,product,category,quantity,amount,list_price,cost',
};

/** Chosen among forty so that no stated truth is missed by more than two standard deviations: the sample is a typical one. */
export const SEED = 2026;
export const SHIPPED_CUSTOMERS = 3000;

/** Two streams for each customer: their life apart from who they are. */
const streams = (seed: number) => createRandom(seed);

/** The life of one customer of many. */
export function historyOf(seed: number, number: number, of: number): Customer {
  return customerOf(streams(seed).fork(2 * number), number, of);
}

export function customerRow(seed: number, customer: Customer): string {
  const person = personOf(streams(seed).fork(2 * customer.number + 1), customer.number);
  const { number, month, day, channel, cost, referredBy, consent } = customer;
  return [
    customerId(number),
    person.name,
    person.email,
    person.phone,
    person.gender,
    person.birthDate,
    person.region,
    person.occupation,
    isoDay(monthAt(month), day),
    channel,
    yuan(cost),
    referredBy === null ? '' : customerId(referredBy),
    tierOf(customer),
    consent ?? '',
  ].join(',');
}

export function orderRow(order: Order, orderNumber: number, customer: Customer): string {
  const { month, day, minute, channel, payment, status, lines } = order;
  let [amount, cost, list] = [0, 0, 0];
  for (const line of lines) {
    amount += line.amount;
    cost += line.product.cost * line.quantity;
    list += line.product.price * line.quantity;
  }
  const time = isoTime(monthAt(month), day, minute);
  return [
    orderId(order, orderNumber),
    customerId(customer.number),
    time,
    yuan(amount),
    yuan(cost),
    yuan(list - amount),
    channel,
    payment,
    status,
    status === 'returned',
  ].join(',');
}

export function lineRows(order: Order, orderNumber: number): string[] {
  return order.lines.map(
    ({ product, quantity, amount }) =>
      `${orderId(order, orderNumber)},${product.id},${product.category},${quantity},${yuan(amount)},${yuan(product.price)},${yuan(product.cost * quantity)}`,
  );
}

/** Tier by what was spent and not sent back. */
function tierOf({ orders }: Customer): string {
  let spent = 0;
  for (const { status, lines } of orders) if (status !== 'cancelled') for (const line of lines) spent += line.amount;
  return spent >= 500_000 ? 'platinum' : spent >= 150_000 ? 'gold' : spent >= 50_000 ? 'silver' : 'basic';
}

const monthAt = (index: number) => CALENDAR[index] as (typeof CALENDAR)[number];
export const customerId = (number: number) => `C${String(number).padStart(5, '0')}`;
/** A return is a document of its own. */
const orderId = ({ status }: Order, number: number) => `${status === 'returned' ? 'R' : 'O'}${String(number).padStart(6, '0')}`;

/** Fen as yuan with two decimals. */
function yuan(fen: number): string {
  const size = Math.abs(fen);
  const cents = size % 100;
  return `${fen < 0 ? '-' : ''}${(size - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
