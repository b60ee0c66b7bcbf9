import { Day, type Frame, type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import { type PurchaseSummary, purchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';
import type { ClvParams } from './params.ts';
import { DAYS, type TimeUnit } from './units.ts';

export type Context = RunContext<ClvParams>;

/** The data as the models see it. */
export interface Base {
  /** First and last day of orders that count, ISO; null where there are none. */
  firstDay: string | null;
  until: string;
  /** `customer, day, value, margin`: one row a customer and day of purchase, value > 0; margin NULL without a cost. */
  purchases: Sql;
  /** `customer, x, recency_days, age_days, first_day, last_day, revenue, mean` (mean of repeat purchases, NULL without). */
  customers: Sql;
  /** Margin over revenue of all purchases; null without a cost. */
  marginShare: number | null;
  counts: Counts;
}

export interface Counts {
  orders: number;
  /** Orders without a customer, a time or an amount. */
  incomplete: number;
  /** Orders after the as-of day. */
  later: number;
  /** Customer-days on which returns outweighed purchases. */
  notPositive: number;
  customers: number;
  repeaters: number;
}

/** One pass over the orders: purchases of one day are one purchase, returns are netted against their day. */
export async function readBase(context: Context): Promise<Base> {
  const { params, definitions } = context;
  const asked = params.asOf === 'auto' ? definitions.asOf : params.asOf;
  const span = (
    await context.query(sql`select max(time)::DATE as last_day from orders where customer is not null and amount is not null`)
  ).values('last_day')[0];
  const until = asked === 'auto' ? ((span as string | null) ?? '2000-01-01') : asked;
  context.resolved('asOf', until);
  const end = new Day(until);
  const margin = context.has('orders.cost') ? sql`sum(amount - cost)::DOUBLE` : sql`NULL::DOUBLE`;
  const days = await context.scratch(
    'days',
    sql`select customer, time::DATE as day, sum(amount)::DOUBLE as value, ${margin} as margin, count(*) as orders
from orders where customer is not null and time is not null and amount is not null and time::DATE <= ${end} group by 1, 2`,
  );
  const purchases = sql`(select customer, day, value, margin from ${days} where value > 0)`;
  const customers = await context.scratch(
    'customers',
    sql`select customer, (count(*) - 1)::INTEGER as x, date_diff('day', min(day), max(day)) as recency_days, date_diff('day', min(day), ${end}) as age_days,
  min(day) as first_day, max(day) as last_day, sum(value)::DOUBLE as revenue,
  case when count(*) > 1 then (sum(value) - arg_min(value, day)) / (count(*) - 1) end as mean
from ${purchases} group by 1`,
  );
  const [all, kept, who] = [
    await context.query(sql`select count(*) as orders, count(*) filter (where customer is null or time is null or amount is null) as incomplete,
  count(*) filter (where time::DATE > ${end}) as later from orders`),
    await context.query(
      sql`select count(*) filter (where value <= 0) as not_positive, sum(margin) filter (where value > 0) / sum(value) filter (where value > 0 and margin is not null) as margin_share from ${days}`,
    ),
    await context.query(
      sql`select count(*) as customers, count(*) filter (where x > 0) as repeaters, min(first_day) as first_day from ${customers}`,
    ),
  ];
  const share = number(kept, 'margin_share');
  return {
    firstDay: (who.values('first_day')[0] as string | null) ?? null,
    until,
    purchases,
    customers,
    marginShare: Number.isFinite(share) ? share : null,
    counts: {
      orders: number(all, 'orders'),
      incomplete: number(all, 'incomplete'),
      later: number(all, 'later'),
      notPositive: number(kept, 'not_positive'),
      customers: number(who, 'customers'),
      repeaters: number(who, 'repeaters'),
    },
  };
}

/** The distinct histories among customers, in days and in the model's unit. */
export interface Histories {
  recencyDays: Float64Array;
  ageDays: Float64Array;
  /** Sorted as the columns are. */
  summary: PurchaseSummary;
}

export async function readHistories(context: Context, customers: Sql, unit: TimeUnit): Promise<Histories> {
  const frame = await context.query(
    sql`select x, recency_days, age_days, count(*) as n from ${customers} group by 1, 2, 3 order by 1, 3, 2`,
  );
  const [recencyDays, ageDays] = [frame.numbers('recency_days'), frame.numbers('age_days')];
  const per = (days: Float64Array) => days.map((d) => d / DAYS[unit]);
  return { recencyDays, ageDays, summary: purchaseSummary(frame.numbers('x'), per(recencyDays), per(ageDays), frame.numbers('n')) };
}

export const number = (frame: Frame, name: string): number => frame.numbers(name)[0] ?? Number.NaN;
