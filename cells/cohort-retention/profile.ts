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

/** Years that have four digits; the rest is infinite, or a slip. */
export const ON_CALENDAR = sql`time >= DATE '0001-01-01' and time < DATE '9999-12-31'`;

/** Reads the profile in one pass; in a second one only where times are on no calendar, which then count as missing. */
export async function readProfile(context: RunContext<CohortParams>): Promise<Profile> {
  const flagged = context.has('orders.is_return');
  const returned = flagged ? sql`count(*) filter (where ${returnedSql(true)})` : sql`count(*) filter (where amount < 0)`;
  const row = await first(
    context,
    sql`select count(*)::DOUBLE as n, count(customer)::DOUBLE as customers, count(time)::DOUBLE as times, count(amount)::DOUBLE as amounts,
      ${returned}::DOUBLE as returned, ${day(sql`min(time)`)} as first_day, ${day(sql`max(time)`)} as last_day from orders`,
  );
  const odd = [row.first_day, row.last_day].some(
    (value) => value !== null && !(/^\d{4}-\d{2}-\d{2}$/.test(String(value)) && String(value) < '9999-12-31'),
  );
  const times = odd
    ? await first(
        context,
        sql`select count(*)::DOUBLE as times, ${day(sql`min(time)`)} as first_day, ${day(sql`max(time)`)} as last_day from orders where ${ON_CALENDAR}`,
      )
    : row;
  const rows = Number(row.n ?? 0);
  return {
    rows,
    withoutCustomer: rows - Number(row.customers ?? 0),
    withoutTime: rows - Number(times.times ?? 0),
    withoutAmount: rows - Number(row.amounts ?? 0),
    returns: Number(row.returned ?? 0),
    firstDay: (times.first_day as string | null) ?? null,
    lastDay: (times.last_day as string | null) ?? null,
  };
}

const day = (time: Sql): Sql => sql`cast(cast(${time} as DATE) as VARCHAR)`;

async function first(context: RunContext<CohortParams>, statement: Sql) {
  return (await context.query(statement)).rows()[0] ?? {};
}
