import type { Random } from '../../src/stats/random.ts';
import { CALENDAR } from './calendar.ts';
import { chance, cumulative, draw, pick } from './draw.ts';
import { type Behaviour, CANCELLED, RETURNS, WRAPPED } from './mechanism.ts';
import { GIFT_WRAP, PRODUCTS, type Product, productWeights } from './products.ts';

export interface Line {
  product: Product;
  /** Negative in a return. */
  quantity: number;
  /** Paid for all pieces, in fen; negative in a return. */
  amount: number;
}

export interface Order {
  month: number;
  day: number;
  /** Minutes since midnight. */
  minute: number;
  status: 'completed' | 'cancelled' | 'returned';
  channel: string;
  payment: string;
  lines: readonly Line[];
}

/** What a customer tends to: a favourite category, channel and way to pay, as indices. */
export interface Habits {
  favourite: number;
  channel: number;
  payment: number;
}

export const ORDER_CHANNELS = ['app', 'mini_program', 'web', 'store'] as const;
export const PAYMENTS = ['wechat', 'alipay', 'card'] as const;
const HOURS = cumulative([12, 6, 3, 2, 2, 4, 10, 22, 36, 50, 58, 56, 64, 54, 48, 48, 50, 52, 56, 70, 92, 100, 72, 34]);
const DISCOUNTS = [5, 10, 15, 20, 30];
const FESTIVAL_DISCOUNT = 6500;

/** An order, where need be with the cancelled one before it and the return after it, all within the month. */
export function drawOrder(random: Random, behaviour: Behaviour, habits: Habits, month: number, day: number): Order[] {
  const { days, festivals, giftDays } = CALENDAR[month] as (typeof CALENDAR)[number];
  const minute = draw(random, HOURS) * 60 + random.below(60);
  const festival = festivals.has(day);
  const discounted = chance(random, festival ? Math.max(FESTIVAL_DISCOUNT, behaviour.discounted) : behaviour.discounted);
  const order: Order = {
    month,
    day,
    minute,
    status: 'completed',
    channel: chance(random, 7500) ? (ORDER_CHANNELS[habits.channel] as string) : pick(random, ORDER_CHANNELS),
    payment: chance(random, 8500) ? (PAYMENTS[habits.payment] as string) : pick(random, PAYMENTS),
    lines: drawLines(random, behaviour, habits, giftDays.has(day), discounted ? pick(random, DISCOUNTS) : 0),
  };
  const orders = [order];
  if (chance(random, CANCELLED)) orders.unshift({ ...order, minute: Math.max(0, minute - 1 - random.below(50)), status: 'cancelled' });
  if (chance(random, RETURNS)) {
    const back = Math.min(days, day + 1 + random.below(7));
    const at = back > day ? 540 + random.below(540) : Math.min(1439, minute + 30);
    orders.push({ ...order, day: back, minute: at, status: 'returned', lines: order.lines.map(negative) });
  }
  return orders;
}

function drawLines(random: Random, behaviour: Behaviour, habits: Habits, gifts: boolean, discount: number): Line[] {
  const count = 1 + draw(random, lineWeights(behaviour));
  const products: Product[] = [];
  for (let tries = 0; products.length < count && tries < 20; tries++) {
    const product = PRODUCTS[draw(random, productWeights(habits.favourite, behaviour.premium, gifts))] as Product;
    if (!products.includes(product)) products.push(product);
  }
  const line = (product: Product, quantity: number): Line => ({
    product,
    quantity,
    amount: Math.floor((product.price * quantity * (100 - discount) + 50) / 100),
  });
  const lines = products.map((product) => line(product, product.dear ? 1 : 1 + draw(random, QUANTITIES)));
  if (products.some(({ category }) => category === 'gift') && chance(random, WRAPPED)) lines.push(line(GIFT_WRAP, 1));
  return lines;
}

const QUANTITIES = cumulative([76, 18, 6]);
const linesOf = new Map<Behaviour, readonly number[]>();
function lineWeights(behaviour: Behaviour): readonly number[] {
  const known = linesOf.get(behaviour) ?? cumulative(behaviour.lines);
  linesOf.set(behaviour, known);
  return known;
}

const negative = (line: Line): Line => ({ ...line, quantity: -line.quantity, amount: -line.amount });
