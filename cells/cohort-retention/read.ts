import { type Sql, sql } from '../../src/cell/index.ts';
import type { Context, Plan } from './plan.ts';

/** One field of the triangle, as the table `cells` has it. */
export interface Field {
  cohort: string;
  cohort_start: string | null;
  period: number;
  period_to: number | null;
  size: number;
  n: number;
  amount: number | null;
  base: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  complete: boolean;
}
/** One point of the mean curve. */
export type Point = Omit<Field, 'cohort' | 'cohort_start'> & { cohorts: number };

/** The most cohorts that a chart shows: more than that nobody reads. */
const SHOWN = 40;
const MARKS = 5000;

/** The fields of the cohorts that are shown: the latest, or the largest groups. */
export async function readFields(context: Context, plan: Plan, cells: Sql): Promise<Field[]> {
  const limit = Math.max(1, Math.min(SHOWN, Math.floor(MARKS / plan.spans.length)));
  const order = plan.byTime ? sql`max(cohort_start) desc` : sql`max(size) desc, cohort`;
  const frame = await context.query(
    sql`select ${FIELDS}, cohort, strftime(cohort_start, '%Y-%m-%d') as cohort_start from ${cells}
      where cohort in (select cohort from ${cells} group by cohort order by ${order} limit ${limit}) order by rowid`,
  );
  return frame.rows() as unknown as Field[];
}

const FIELDS = sql`period, period_to, size::DOUBLE as size, n::DOUBLE as n, amount, base, value, low, high, complete`;

export async function readCurve(context: Context, curve: Sql): Promise<Point[]> {
  return (await context.query(sql`select ${FIELDS}, cohorts from ${curve} order by period`)).rows() as unknown as Point[];
}

/** How many there are of what views and checks speak of. */
export interface Extent {
  cohorts: number;
  /** Customers in all cohorts, or starts where a customer enters again and again. */
  customers: number;
  /** Cohorts of fewer than 30. */
  small: number;
  /** Fields whose period is not over; that have an interval; that have nothing to be held against. */
  incomplete: number;
  intervals: number;
  baseless: number;
}

export async function readExtent(context: Context, cells: Sql): Promise<Extent> {
  const frame = await context.query(sql`select count(*)::DOUBLE as cohorts, coalesce(sum(size), 0)::DOUBLE as customers,
      count(*) filter (where size < 30)::DOUBLE as small, coalesce(sum(incomplete), 0)::DOUBLE as incomplete,
      coalesce(sum(intervals), 0)::DOUBLE as intervals, coalesce(sum(baseless), 0)::DOUBLE as baseless
    from (select max(size) as size, count(*) filter (where not complete) as incomplete,
      count(*) filter (where low is not null and period > 0) as intervals,
      count(*) filter (where base is not null and value is null) as baseless from ${cells} group by cohort)`);
  const row = frame.rows()[0] ?? {};
  const number = (name: keyof Extent) => Number(row[name] ?? 0);
  return {
    cohorts: number('cohorts'),
    customers: number('customers'),
    small: number('small'),
    incomplete: number('incomplete'),
    intervals: number('intervals'),
    baseless: number('baseless'),
  };
}
