import { Day, join, type Sql, sql } from '../../src/cell/index.ts';
import { addDays } from './days.ts';
import type { RfmParams } from './params.ts';
import { calendarTime, LARGEST, type Profile } from './profile.ts';

/** Orders from the day after `after` (all, where null) up to and including `until`. */
export interface Period {
  after: string | null;
  until: string;
}

/** A return: a negative amount, or a row that is marked as one. */
export const returned = (flagged: boolean): Sql =>
  flagged ? sql`(coalesce(amount < 0, false) or coalesce(is_return, false))` : sql`coalesce(amount < 0, false)`;

/**
 * One row a customer: `customer, recency_days INTEGER, frequency INTEGER, monetary DOUBLE`, for those with a purchase in
 * the period. Recency is in days from the last purchase to `until`; netted returns take from monetary alone.
 */
export function customersSelect(profile: Profile, params: RfmParams, period: Period, flagged: boolean): Sql {
  const returns = profile.returns && params.returns !== 'keep';
  const netted = returns && params.returns === 'net';
  const bought = sql`not ${returned(flagged)}`;
  const only = netted ? sql` filter (where ${bought})` : sql``;
  const amount = profile.oddAmounts ? sql`(case when isfinite(amount) then amount end)` : sql`amount`;
  const signed = netted ? sql`case when ${bought} then ${amount} else -abs(${amount}) end` : amount;
  const frequency = countOf(params.frequency, only, netted ? bought : null);
  const total = clamped(sql`coalesce(sum(${signed}), 0)::DOUBLE`, profile);
  const monetary = params.monetary === 'total' ? total : sql`${total} / (${frequency})`;
  const where = [...rowsIn(profile, period), ...(returns && !netted ? [bought] : [])];
  return sql`select customer, date_diff('day', cast(max(time)${only} as DATE), ${new Day(period.until)})::INTEGER as recency_days,
      (${frequency})::INTEGER as frequency, ${monetary} as monetary
    from orders${where.length > 0 ? sql` where ${join(where, ' and ')}` : sql``} group by customer${netted ? sql` having count(*)${only} > 0` : sql``}`;
}

/** Conditions that an order row must meet to be counted at all; none where all rows do. */
export function rowsIn(profile: Profile, period: Period): Sql[] {
  const conditions: Sql[] = [];
  if (profile.withCustomer < profile.rows) conditions.push(sql`customer is not null`);
  if (profile.withTime < profile.rows) conditions.push(sql`time is not null`);
  if (profile.oddTimes) conditions.push(calendarTime);
  if (profile.lastDay !== null && profile.lastDay > period.until) conditions.push(sql`time < ${new Day(addDays(period.until, 1))}`);
  if (period.after !== null) conditions.push(sql`time >= ${new Day(addDays(period.after, 1))}`);
  return conditions;
}

/** What a customer has brought in, out of `monetary`. */
export const revenueOf = (params: RfmParams): Sql => (params.monetary === 'total' ? sql`monetary` : sql`monetary * frequency`);

function countOf(frequency: RfmParams['frequency'], only: Sql, bought: Sql | null): Sql {
  if (frequency === 'days') return sql`count(distinct cast(time as DATE))${only}`;
  if (frequency === 'orders') return sql`count(*)${only}`;
  const unnumbered = bought ? sql`order_id is null and ${bought}` : sql`order_id is null`;
  return sql`count(distinct order_id)${only} + count(*) filter (where ${unnumbered})`;
}

const clamped = (total: Sql, profile: Profile): Sql =>
  profile.hugeAmounts ? sql`least(greatest(${total}, ${-LARGEST}), ${LARGEST})` : total;
