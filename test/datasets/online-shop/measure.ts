import { planted } from '../../../datasets/online-shop/planted.ts';

/** Rows of a CSV without quotes as objects. */
export function readRows(csv: string): Record<string, string>[] {
  const [header = '', ...lines] = csv.trimEnd().split('\n');
  const names = header.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

export interface Tables {
  customers: Record<string, string>[];
  orders: Record<string, string>[];
  lines: Record<string, string>[];
}

const CHANNELS = ['search', 'social', 'livestream', 'referral', 'store'];
const LAST_MONTH = 29;
const monthOf = (time: string) => (Number(time.slice(0, 4)) - 2023) * 12 + Number(time.slice(5, 7)) - 1;
const share = (part: number, whole: number) => part / whole;
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** Every stated truth, measured from the rows by plain code that knows nothing of the generator; kinds alone come from it. */
export function measure({ customers, orders, lines }: Tables, seed?: number): Record<string, number> {
  const sales = orders.filter((row) => row.status === 'completed');
  const returns = orders.filter((row) => row.status === 'returned');
  const kept = orders.filter((row) => row.status !== 'cancelled');
  const buyers = new Set(sales.map((row) => row.customer as string));

  const revenue = totals(kept.map((row) => [row.customer as string, Number(row.amount)]));
  const frequency = totals(sales.map((row) => [row.customer as string, 1]));
  const ranked = [...revenue.values()].sort((a, b) => b - a);
  const all = sum(ranked);
  const top = (part: number) => share(sum(ranked.slice(0, Math.ceil(ranked.length * part))), all);

  const kinds = planted(seed);
  const firstDay = new Map<string, string>();
  for (const row of sales) {
    const known = firstDay.get(row.customer as string);
    if (!known || (row.order_time as string) < known) firstDay.set(row.customer as string, row.order_time as string);
  }
  const byFrequency = [...buyers].sort((a, b) => (frequency.get(a) as number) - (frequency.get(b) as number) || (a < b ? -1 : 1));
  const fifth = new Set(byFrequency.slice(Math.floor(byFrequency.length * 0.8)));
  const loyal = [...buyers].filter((id) => kinds.get(id)?.archetype === 'loyal');
  const loyalLong = loyal.filter((id) => (firstDay.get(id) as string) < '2025-01-01');
  const november = sales.filter((row) => row.order_time?.slice(5, 7) === '11');

  const giftOrders = new Set(lines.filter((row) => row.category === 'gift').map((row) => row.order_id));
  const wrapped = new Set(lines.filter((row) => row.product === 'P900').map((row) => row.order_id));
  const categories = [...new Set(lines.map((row) => row.category as string))];
  const positive = lines.filter((row) => Number(row.quantity) > 0);
  const margins = categories.map((category) => {
    const own = positive.filter((row) => row.category === category);
    const list = sum(own.map((row) => Number(row.quantity) * Number(row.list_price)));
    return [`margin_at_list_${category}`, 1 - sum(own.map((row) => Number(row.cost))) / list] as const;
  });

  return {
    ...retention(customers, sales),
    ...Object.fromEntries(margins),
    prospect_share: share(customers.filter((row) => !buyers.has(row.customer as string)).length, customers.length),
    consent_yes_share: share(customers.filter((row) => row.consent === 'true').length, customers.length),
    consent_unknown_share: share(customers.filter((row) => row.consent === '').length, customers.length),
    return_share: share(returns.length, sales.length),
    cancelled_share: share(orders.length - kept.length, sales.length),
    gift_wrap_confidence: share([...giftOrders].filter((id) => wrapped.has(id)).length, giftOrders.size),
    top_decile_revenue_share: top(0.1),
    top_quintile_revenue_share: top(0.2),
    one_time_buyer_share: share([...frequency.values()].filter((n) => n === 1).length, frequency.size),
    loyal_customer_share: share(loyal.length, buyers.size),
    loyal_revenue_share: share(sum(loyal.map((id) => revenue.get(id) as number)), all),
    loyal_in_top_frequency_fifth: share(loyalLong.filter((id) => fifth.has(id)).length, loyalLong.length),
    double_eleven_share_of_november: share(november.filter((row) => row.order_time?.slice(8, 10) === '11').length, november.length),
  };
}

/** Share of buyers, by calendar month of the first order, who buy in the k-th month after it; cohorts that could reach it. */
function retention(customers: Tables['customers'], sales: Tables['orders']): Record<string, number> {
  const active = new Map<string, Set<number>>();
  for (const row of sales) {
    const months = active.get(row.customer as string) ?? new Set();
    active.set(row.customer as string, months.add(monthOf(row.order_time as string)));
  }
  const channelOf = new Map(customers.map((row) => [row.customer as string, row.acquisition_channel as string]));
  const result: Record<string, number> = {};
  for (const channel of ['all', ...CHANNELS]) {
    const members = [...active].filter(([id]) => channel === 'all' || channelOf.get(id) === channel).map(([, months]) => months);
    for (const k of [1, 3, 6, 12]) {
      const able = members.filter((months) => Math.min(...months) + k <= LAST_MONTH);
      const back = able.filter((months) => months.has(Math.min(...months) + k));
      result[`retention_month_${k}${channel === 'all' ? '' : `_${channel}`}`] = share(back.length, able.length);
    }
  }
  return result;
}

function totals(pairs: readonly (readonly [string, number])[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [key, value] of pairs) sums.set(key, (sums.get(key) ?? 0) + value);
  return sums;
}
