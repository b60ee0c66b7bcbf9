import type { Random } from '../../src/stats/random.ts';
import { CALENDAR, WON } from './calendar.ts';
import { chance, cumulative, draw, indexAt } from './draw.ts';
import {
  ACQUISITION,
  type AcquisitionChannel,
  ARCHETYPES,
  type Archetype,
  BEHAVIOUR,
  CHANNELS,
  CONSENT,
  MONTHS,
  PROSPECTS,
} from './mechanism.ts';
import { drawOrder, type Habits, type Order } from './order.ts';
import { CATEGORIES } from './products.ts';

/** A customer with their whole history; what no file shows is under `hidden`. */
export interface Customer {
  number: number;
  month: number;
  day: number;
  channel: AcquisitionChannel;
  /** Fen. */
  cost: number;
  /** Number of the customer who brought them, or null. */
  referredBy: number | null;
  /** Null where nobody asked. */
  consent: boolean | null;
  orders: readonly Order[];
  hidden: {
    /** Null for a prospect. */
    archetype: Archetype | null;
    /** Had not dropped out when the data end. */
    stayed: boolean;
  };
}

const CHANNEL_WEIGHTS = cumulative(CHANNELS.map((channel) => ACQUISITION[channel].share));
const KIND_WEIGHTS = Object.fromEntries(CHANNELS.map((channel) => [channel, cumulative(ACQUISITION[channel].kinds)]));
const CONSENT_WEIGHTS = cumulative(CONSENT);

/** Draws customer number 1…`of`; numbers follow the day of acquisition. The same number is another person in another size. */
export function customerOf(random: Random, number: number, of: number): Customer {
  const { month, day } = wonOn(number - 1, of);
  const channel = CHANNELS[draw(random, CHANNEL_WEIGHTS)] as AcquisitionChannel;
  const { cost, spread } = ACQUISITION[channel];
  const referredBy = channel === 'referral' && number > 1 ? 1 + random.below(number - 1) : null;
  const consent = [true, false, null][draw(random, CONSENT_WEIGHTS)] as boolean | null;
  const customer = { number, month, day, channel, cost: cost - spread + random.below(2 * spread + 1), referredBy, consent };
  const prospect = chance(random, PROSPECTS);
  const archetype = ARCHETYPES[draw(random, KIND_WEIGHTS[channel] as readonly number[])] as Archetype;
  if (prospect) return { ...customer, orders: [], hidden: { archetype: null, stayed: false } };
  const { orders, stayed } = life(random, archetype, month, day);
  return { ...customer, orders, hidden: { archetype, stayed } };
}

/** The day on which customer `index` of `of` is won: the quantile of the cumulated weights of months and days. */
function wonOn(index: number, of: number): { month: number; day: number } {
  const at = (index * (WON[MONTHS - 1] as number)) / of;
  const month = indexAt(WON, at);
  const start = month === 0 ? 0 : (WON[month - 1] as number);
  const days = CALENDAR[month]?.dayWeights[100] as readonly number[];
  const share = (at - start) / ((WON[month] as number) - start);
  return { month, day: 1 + indexAt(days, share * (days[days.length - 1] as number)) };
}

/** Month by month until they drop out or the data end. The first order is in the month of acquisition. */
function life(random: Random, archetype: Archetype, first: number, day: number): { orders: Order[]; stayed: boolean } {
  const behaviour = BEHAVIOUR[archetype];
  const habits: Habits = { favourite: random.below(CATEGORIES.length), channel: random.below(4), payment: random.below(3) };
  const orders: Order[] = [];
  const buy = (month: number, on: number) => orders.push(...drawOrder(random, behaviour, habits, month, on));
  const daysOf = (month: number) => CALENDAR[month]?.days as number;

  const firstDay = chance(random, 7000) ? day : day + random.below(daysOf(first) - day + 1);
  buy(first, firstDay);
  for (let n = 0; n < 3 && chance(random, behaviour.again); n++) buy(first, firstDay + random.below(daysOf(first) - firstDay + 1));
  let month = first + 1;
  for (; month < MONTHS; month++) {
    if (chance(random, behaviour.leaves)) break;
    const { season, dayWeights } = CALENDAR[month] as (typeof CALENDAR)[number];
    if (!chance(random, Math.floor((behaviour.buys * season) / 100))) continue;
    const weights = dayWeights[behaviour.festival] as readonly number[];
    buy(month, 1 + draw(random, weights));
    for (let n = 0; n < 3 && chance(random, behaviour.again); n++) buy(month, 1 + draw(random, weights));
  }
  return { orders, stayed: month === MONTHS };
}
