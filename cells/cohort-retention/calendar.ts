import { type Sql, sql } from '../../src/cell/index.ts';

export type Grain = 'day' | 'week' | 'month' | 'quarter';

/**
 * Calendar periods as whole numbers, so that their distance is a subtraction: days and weeks since the year 1,
 * months and quarters since the year 0. `weekStart` is 1 (Monday) … 7 (Sunday).
 */
export interface Calendar {
  grain: Grain;
  weekStart: number;
}

/** The number of the period that a date or time is in. */
export function periodSql({ grain, weekStart }: Calendar, time: Sql): Sql {
  switch (grain) {
    case 'day':
      return sql`(cast(${time} as DATE) - DATE '0001-01-01')`;
    case 'week':
      return sql`((cast(${time} as DATE) - DATE '0001-01-01' + ${8 - weekStart}) // 7)`;
    case 'month':
      return sql`(year(${time}) * 12 + month(${time}) - 1)`;
    case 'quarter':
      return sql`(year(${time}) * 4 + quarter(${time}) - 1)`;
  }
}

/** The day that a period starts on, as a DATE. */
export function startSql({ grain, weekStart }: Calendar, period: Sql): Sql {
  switch (grain) {
    case 'day':
      return sql`(DATE '0001-01-01' + ${period}::INTEGER)`;
    case 'week':
      return sql`(DATE '0001-01-01' + (${period} * 7 - ${8 - weekStart})::INTEGER)`;
    case 'month':
      return sql`make_date((${period} // 12)::INTEGER, (${period} % 12 + 1)::INTEGER, 1)`;
    case 'quarter':
      return sql`make_date((${period} // 4)::INTEGER, (${period} % 4 * 3 + 1)::INTEGER, 1)`;
  }
}

/** A period's name in any language: `2010-12`, `2010-Q4`, and the first day of a week. */
export function labelSql(calendar: Calendar, period: Sql): Sql {
  if (calendar.grain === 'quarter') return sql`printf('%04d-Q%d', (${period} // 4)::INTEGER, (${period} % 4 + 1)::INTEGER)`;
  return sql`strftime(${startSql(calendar, period)}, ${calendar.grain === 'month' ? '%Y-%m' : '%Y-%m-%d'})`;
}

const DAY = 86_400_000;
const YEAR_ONE = Date.parse('0001-01-01T00:00:00Z');

/** `periodSql` for an ISO day. */
export function periodOf({ grain, weekStart }: Calendar, day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number);
  if (grain === 'month') return year * 12 + month - 1;
  if (grain === 'quarter') return year * 4 + Math.floor((month - 1) / 3);
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - YEAR_ONE) / DAY);
  return grain === 'day' ? days : Math.floor((days + 8 - weekStart) / 7);
}

/** The day after an ISO day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}
