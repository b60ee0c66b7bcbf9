/**
 * RFM written a second time, in plain loops over arrays and from the notes rather than from the cell's SQL: what the
 * tests hold the cell against.
 */

export interface Order {
  customer: string;
  /** Days since 1970-01-01. */
  day: number;
  amount: number | null;
}

export interface Settings {
  asOf: number;
  method: 'quantile' | 'ntile' | 'fixed';
  bins: number;
  cuts?: { r: number[]; f: number[]; m: number[] };
  weights: [number, number, number];
  monetary: 'total' | 'mean';
  returns: 'net' | 'keep' | 'drop';
  frequency: 'orders' | 'days';
  /** The first day that counts, or null. */
  since: number | null;
}

export interface Scored {
  customer: string;
  recency: number;
  frequency: number;
  monetary: number;
  r: number;
  f: number;
  m: number;
  score: number;
}

export function rfm(orders: readonly Order[], settings: Settings): Map<string, Scored> {
  const customers = figures(orders, settings);
  const column = (pick: (c: Figures) => number) => customers.map(pick);
  const r = scoresOf(
    customers,
    column((c) => c.recency),
    'r',
    settings,
  );
  const f = scoresOf(
    customers,
    column((c) => c.frequency),
    'f',
    settings,
  );
  const m = scoresOf(
    customers,
    column((c) => c.monetary),
    'm',
    settings,
  );
  const [wr, wf, wm] = settings.weights.some((w) => w > 0) ? settings.weights : [1, 1, 1];
  return new Map(
    customers.map((c, i) => {
      const [a, b, d] = [r[i] as number, f[i] as number, m[i] as number];
      return [c.customer, { ...c, r: a, f: b, m: d, score: (wr * a + wf * b + wm * d) / (wr + wf + wm) }];
    }),
  );
}

interface Figures {
  customer: string;
  recency: number;
  frequency: number;
  monetary: number;
}

function figures(orders: readonly Order[], settings: Settings): Figures[] {
  const byCustomer = new Map<string, Order[]>();
  for (const order of orders) {
    if (order.day > settings.asOf || (settings.since !== null && order.day < settings.since)) continue;
    byCustomer.set(order.customer, [...(byCustomer.get(order.customer) ?? []), order]);
  }
  const found: Figures[] = [];
  for (const [customer, all] of byCustomer) {
    const isPurchase = (order: Order) => settings.returns === 'keep' || (order.amount ?? 0) >= 0;
    const purchases = all.filter(isPurchase);
    if (purchases.length === 0) continue;
    const paid = settings.returns === 'drop' ? purchases : all;
    let total = 0;
    for (const { amount } of paid) total += amount ?? 0;
    const frequency = settings.frequency === 'days' ? new Set(purchases.map((o) => o.day)).size : purchases.length;
    const last = purchases.reduce((day, order) => Math.max(day, order.day), Number.NEGATIVE_INFINITY);
    found.push({ customer, recency: settings.asOf - last, frequency, monetary: settings.monetary === 'mean' ? total / frequency : total });
  }
  return found;
}

function scoresOf(customers: readonly Figures[], values: readonly number[], d: 'r' | 'f' | 'm', settings: Settings): number[] {
  if (settings.method === 'ntile') return ranked(customers, values, settings.bins, d === 'r');
  const cuts =
    settings.method === 'fixed'
      ? (settings.cuts?.[d] ?? [])
      : Array.from({ length: settings.bins - 1 }, (_, i) => quantile7(values, (i + 1) / settings.bins));
  return values.map((value) => {
    let interval = 0;
    for (const cut of cuts) if (value > cut) interval += 1;
    return d === 'r' ? cuts.length + 1 - interval : 1 + interval;
  });
}

/** Hyndman and Fan's type 7, by its definition. */
export function quantile7(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const low = sorted[Math.floor(h)] as number;
  const high = sorted[Math.ceil(h)] as number;
  return low + (high - low) * (h - Math.floor(h));
}

/** Deals the sorted customers into groups, the first ones taking one more where it does not come out even. */
function ranked(customers: readonly Figures[], values: readonly number[], bins: number, descending: boolean): number[] {
  const order = values.map((_, i) => i);
  order.sort((a, b) => {
    const difference = (values[a] as number) - (values[b] as number);
    if (difference !== 0) return descending ? -difference : difference;
    return (customers[a]?.customer ?? '') < (customers[b]?.customer ?? '') ? -1 : 1;
  });
  const scores = new Array<number>(values.length).fill(0);
  let at = 0;
  for (let bin = 1; bin <= bins; bin++) {
    const size = Math.floor(order.length / bins) + (bin <= order.length % bins ? 1 : 0);
    for (const i of order.slice(at, at + size)) scores[i] = bin;
    at += size;
  }
  return scores;
}

const [C, L, P, N, O, A, S, X, R, G, H] = [
  'Champions',
  'Loyal customers',
  'Potential loyalists',
  'New customers',
  'Promising',
  'Need attention',
  'About to sleep',
  'Cannot lose them',
  'At risk',
  'Lost',
  'Hibernating',
] as const;

/** The eleven segments at five scores as a map: rows are R 5…1, columns FM 1, 1.5, … 5. */
const MAP = [
  [N, N, P, P, L, L, C, C, C],
  [O, O, P, P, L, L, C, C, C],
  [S, S, A, A, L, L, L, L, L],
  [H, H, H, R, R, R, R, R, R],
  [G, G, H, R, R, R, X, X, X],
];

export const elevenAtFive = (r: number, f: number, m: number): string => MAP[5 - r]?.[f + m - 2] ?? 'off the map';
