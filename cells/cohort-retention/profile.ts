import { type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import type { CohortParams } from './params.ts';

/** What one pass over the orders finds. */
export interface Profile {
  rows: number;
  withoutCustomer: number;
  withoutTime: number;
  withoutAmount: number;
  returns: number;
  /** ISO days; null where there is none. */
  firstDay: string | null;
  lastDay: string | null;
}

/** A return: a negative amount, or a row that is marked as one. It takes from revenue, but is no visit. */
export const returnedSql = (flagged: boolean): Sql =>
  flagged ? sql`(coalesce(amount < 0, false) or coalesce(is_return, false))` : sql`coalesce(amount < 0, false)`;

const ON_CALENDAR = sql`time >= DATE '0001-01-01' and time < DATE '9999-12-31'`;

/** Reads the profile in one pass. Times that are on no calendar count as missing. */
export async function readProfile(context: RunContext<CohortParams>): Promise<Profile> {
  const frame = await context.query(sql`select count(*)::DOUBLE as n, count(customer)::DOUBLE as customers,
      count(*) filter (where ${ON_CALENDAR})::DOUBLE as times, count(amount)::DOUBLE as amounts,
      count(*) filter (where ${returnedSql(context.has('orders.is_return'))})::DOUBLE as returned,
      strftime(min(time) filter (where ${ON_CALENDAR}), '%Y-%m-%d') as first_day,
      strftime(max(time) filter (where ${ON_CALENDAR}), '%Y-%m-%d') as last_day
    from orders`);
  const row = frame.rows()[0] ?? {};
  const rows = Number(row.n ?? 0);
  return {
    rows,
    withoutCustomer: rows - Number(row.customers ?? 0),
    withoutTime: rows - Number(row.times ?? 0),
    withoutAmount: rows - Number(row.amounts ?? 0),
    returns: Number(row.returned ?? 0),
    firstDay: (row.first_day as string | null) ?? null,
    lastDay: (row.last_day as string | null) ?? null,
  };
}
