import { ratioInterval } from '../../../src/stats/ratio-interval.ts';
import { wilsonInterval } from '../../../src/stats/wilson-interval.ts';

/** The same analysis, written as its definition reads: loops over customers and periods, no bits, no sums of squares. */

export interface Order {
  order_id: string | null;
  customer: number | null;
  /** ISO day. */
  day: string | null;
  amount: number | null;
  cost: number | null;
  channel: string | null;
  is_return: boolean | null;
}
export interface Person {
  customer: number;
  acquired_at: string | null;
  region: string | null;
}
export interface Settings {
  cohortBy: 'first_order' | 'acquired_at' | 'channel' | 'attribute';
  grain: 'day' | 'week' | 'month' | 'quarter';
  measure: 'customers' | 'orders' | 'revenue' | 'margin';
  relativeTo: 'first' | 'previous' | 'none';
  retention: 'period' | 'unbounded' | 'bracket';
  brackets: readonly number[];
  entry: 'first' | 'recurring';
  periods: number;
  from: string;
  asOf: string;
  weekStart: number;
}
export interface Expected {
  cohort: string;
  period: number;
  size: number;
  n: number;
  amount: number;
  base: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
}

const DAY = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

/** The first day of the period that a day is in. */
function startOf(day: string, { grain, weekStart }: Settings): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (grain === 'week') while ((date.getUTCDay() || 7) !== weekStart) date.setTime(date.getTime() - DAY);
  if (grain === 'month' || grain === 'quarter') date.setUTCDate(1);
  if (grain === 'quarter') while (date.getUTCMonth() % 3 !== 0) date.setUTCMonth(date.getUTCMonth() - 1);
  return iso(date);
}

/** Periods from one to another; both are first days. */
function distance(from: string, to: string, { grain }: Settings): number {
  const [a, b] = [new Date(from), new Date(to)];
  const days = (b.getTime() - a.getTime()) / DAY;
  if (grain === 'day') return days;
  if (grain === 'week') return days / 7;
  const months = (b.getUTCFullYear() - a.getUTCFullYear()) * 12 + b.getUTCMonth() - a.getUTCMonth();
  return grain === 'month' ? months : months / 3;
}

function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}

/** A row of the list of customers. */
export interface Member {
  customer: number;
  cohort: string;
  started: string;
  active_periods: number;
  last_period: number | null;
}

interface Entry {
  customer: number;
  cohort: string;
  start: string;
}

export function bruteForce(
  all: readonly Order[],
  people: readonly Person[],
  settings: Settings,
): { cells: Expected[]; customers: Member[] } {
  const known = all.filter((o) => o.customer !== null && o.day !== null);
  const days = all.flatMap((o) => (o.day === null ? [] : [o.day])).sort();
  const asOf = settings.asOf === 'auto' ? (days.at(-1) as string) : settings.asOf;
  const orders = known.filter((o) => (o.day as string) <= asOf);
  const now = startOf(asOf, settings);
  const tomorrow = iso(new Date(Date.parse(asOf) + DAY));
  const over = startOf(tomorrow, settings) !== now;
  const isReturn = (o: Order) => (o.amount ?? 0) < 0 || o.is_return === true;
  const visits = orders.filter((o) => !isReturn(o));
  const periodOf = (o: Order) => startOf(o.day as string, settings);

  const byCustomer = (list: readonly Order[]) => groupBy(list, (o) => o.customer as number);
  const visitsOf = byCustomer(visits);
  const ordersOf = byCustomer(orders);
  const entries: Entry[] = [];
  const label = (start: string) =>
    settings.grain === 'month'
      ? start.slice(0, 7)
      : settings.grain === 'quarter'
        ? `${start.slice(0, 4)}-Q${Math.floor(new Date(start).getUTCMonth() / 3) + 1}`
        : start;
  if (settings.cohortBy === 'acquired_at') {
    const acquired = new Map<number, string>();
    for (const p of people) {
      const before = acquired.get(p.customer);
      if (p.acquired_at !== null && (before === undefined || p.acquired_at < before)) acquired.set(p.customer, p.acquired_at);
    }
    for (const [customer, day] of acquired) {
      const start = startOf(day, settings);
      if (start <= now) entries.push({ customer, cohort: label(start), start });
    }
  } else {
    for (const [customer, list] of visitsOf) {
      const first = list.map((o) => o.day as string).sort()[0] as string;
      const start = startOf(first, settings);
      if (settings.cohortBy === 'first_order') {
        const starts = settings.entry === 'recurring' ? new Set(list.map(periodOf)) : [start];
        for (const each of starts) entries.push({ customer, cohort: label(each), start: each });
        continue;
      }
      const names =
        settings.cohortBy === 'channel'
          ? list.filter((o) => o.day === first).map((o) => o.channel)
          : people.filter((p) => p.customer === customer).map((p) => p.region);
      const cohort = names.filter((name) => name !== null).sort()[0];
      if (cohort !== undefined) entries.push({ customer, cohort, start });
    }
  }
  const from = settings.from === 'auto' ? '0000' : startOf(settings.from, settings);
  const kept = entries.filter((e) => e.start >= from);

  const starts = [...days.slice(0, 1), ...(settings.cohortBy === 'acquired_at' ? people.flatMap((p) => p.acquired_at ?? []) : [])].sort();
  const reach = distance(startOf(starts[0] as string, settings), now, settings);
  const ends = [...new Set(settings.brackets)].sort((a, b) => a - b);
  const spans =
    settings.retention === 'bracket'
      ? [[0, 0], ...ends.map((end, i) => [(ends[i - 1] ?? 0) + 1, end])].filter(([a]) => (a as number) <= reach)
      : Array.from({ length: Math.min(settings.periods, reach) + 1 }, (_, k) => [k, k]);

  /** The measure of one entry in one column, and whether it was active. */
  const look = (e: Entry, [a, b]: readonly number[]) => {
    const inside = (o: Order) => {
      const k = distance(e.start, periodOf(o), settings);
      return settings.retention === 'unbounded' ? k >= (a as number) : k >= (a as number) && k <= (b as number);
    };
    const came = (visitsOf.get(e.customer) ?? []).filter(inside);
    const money = (ordersOf.get(e.customer) ?? []).filter(inside);
    const active = came.length > 0;
    const take = (o: Order, amount: number | null) => (isReturn(o) ? -Math.abs(amount ?? 0) : (amount ?? 0));
    // An order number counts once a period.
    const numbers = new Set(came.filter((o) => o.order_id !== null).map((o) => `${periodOf(o)} ${o.order_id}`)).size;
    const x = {
      customers: active ? 1 : 0,
      orders: numbers + came.filter((o) => o.order_id === null).length,
      revenue: money.reduce((s, o) => s + take(o, o.amount), 0),
      margin: money.reduce((s, o) => s + take(o, o.amount) - take(o, o.cost), 0),
    }[settings.measure];
    return { active, x };
  };

  const result: Expected[] = [];
  for (const [cohort, members] of groupBy(kept, (e) => e.cohort)) {
    for (const [j, span] of spans.entries()) {
      const [a, b] = span as [number, number];
      const seen = members.filter((e) => distance(e.start, now, settings) >= a);
      const whole = seen.filter((e) => distance(e.start, now, settings) >= b + (over ? 0 : 1));
      const used = whole.length > 0 ? whole : seen;
      if (used.length === 0) continue;
      const mine = used.map((e) => look(e, span as number[]));
      const held = used.map((e) => look(e, spans[settings.relativeTo === 'previous' ? Math.max(j - 1, 0) : 0] as number[]));
      const n = mine.filter((m) => m.active).length;
      const sum = (f: (m: { x: number }, b: { x: number }) => number) => mine.reduce((s, m, i) => s + f(m, held[i] as { x: number }), 0);
      const shared = { cohort, period: a, size: used.length, n, complete: whole.length > 0 };
      const x = sum((m) => m.x);
      const customers = settings.measure === 'customers';
      if (settings.relativeTo === 'none') {
        result.push({ ...shared, amount: x, base: null, value: x, low: null, high: null });
      } else if (customers && (settings.relativeTo === 'first' || settings.retention === 'unbounded')) {
        const base = settings.relativeTo === 'first' || j === 0 ? used.length : held.filter((h) => h.active).length;
        const bounds = base > 0 ? wilsonInterval(n, base) : { low: null, high: null };
        result.push({ ...shared, amount: n, base, value: base > 0 ? n / base : null, ...bounds });
      } else {
        const sums = {
          n: used.length,
          x,
          y: sum((_, h) => h.x),
          xx: sum((m) => m.x ** 2),
          xy: sum((m, h) => m.x * h.x),
          yy: sum((_, h) => h.x ** 2),
        };
        const ratio = ratioInterval(sums);
        const known = settings.retention !== 'unbounded' && ratio.low !== null;
        const low = known ? (customers ? Math.max(0, ratio.low as number) : ratio.low) : null;
        result.push({ ...shared, amount: x, base: sums.y, value: ratio.value, low, high: known ? ratio.high : null });
      }
    }
  }
  const customers = kept.map((e): Member => {
    const came = new Set((visitsOf.get(e.customer) ?? []).map((o) => distance(e.start, periodOf(o), settings)).filter((k) => k >= 0));
    return {
      customer: e.customer,
      cohort: e.cohort,
      started: e.start,
      active_periods: came.size,
      last_period: came.size > 0 ? Math.max(...came) : null,
    };
  });
  return { cells: result, customers };
}
