import { type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import type { RfmParams } from './params.ts';

/** What one pass over the orders finds, so that the heavy query does no more than this data needs. */
export interface Profile {
  rows: number;
  withCustomer: number;
  withTime: number;
  withAmount: number;
  /** Of the days in the years 1…9999; null where there is none. */
  firstDay: string | null;
  lastDay: string | null;
  /** Whether some times are infinite or outside these years. */
  oddTimes: boolean;
  /** Whether some amounts are infinite or not a number. */
  oddAmounts: boolean;
  /** Whether sums could overflow. */
  hugeAmounts: boolean;
  /** Whether some rows look like returns: a negative amount, or `is_return`. */
  returns: boolean;
}

const YEARS = sql`time >= DATE '0001-01-01' and time < DATE '9999-12-31'`;
/** Rows with a time that is on the calendar. */
export const calendarTime = YEARS;

/** The largest sum that leaves room to subtract one from another. */
export const LARGEST = 8e307;

/** Reads the profile. One pass; a second only where times are off the calendar. */
export async function readProfile(context: RunContext<RfmParams>): Promise<Profile> {
  const flagged = context.has('orders.is_return') ? sql`coalesce(bool_or(is_return), false)` : sql`false`;
  const row = await first(
    context,
    sql`select count(*)::DOUBLE as n, count(customer)::DOUBLE as customers, count(time)::DOUBLE as times, count(amount)::DOUBLE as amounts,
      ${day(sql`min(time)`)} as first_day, ${day(sql`max(time)`)} as last_day,
      coalesce(isfinite(min(amount)) and isfinite(max(amount)), true) as finite,
      min(amount)::DOUBLE as low, max(amount)::DOUBLE as high, ${flagged} as flagged from orders`,
  );
  const rows = Number(row.n);
  let days = [row.first_day, row.last_day];
  const oddTimes = days.some((value) => value !== null && !onCalendar(value));
  if (oddTimes) {
    const inside = await first(
      context,
      sql`select ${day(sql`min(time)`)} as first_day, ${day(sql`max(time)`)} as last_day from orders where ${YEARS}`,
    );
    days = [inside.first_day, inside.last_day];
  }
  const oddAmounts = row.finite === false;
  const low = Number(row.low ?? 0);
  const high = Number(row.high ?? 0);
  return {
    rows,
    withCustomer: Number(row.customers),
    withTime: Number(row.times),
    withAmount: Number(row.amounts),
    firstDay: (days[0] as string | null) ?? null,
    lastDay: (days[1] as string | null) ?? null,
    oddTimes,
    oddAmounts,
    hugeAmounts: oddAmounts || Math.max(Math.abs(low), Math.abs(high)) * rows > LARGEST,
    returns: low < 0 || (oddAmounts && low !== 0) || row.flagged === true,
  };
}

const day = (value: Sql) => sql`cast(cast(${value} as DATE) as VARCHAR)`;
const onCalendar = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && value < '9999-12-31';

async function first(context: RunContext<RfmParams>, statement: Sql) {
  return (await context.query(statement)).rows()[0] ?? {};
}
