import { Day, type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import { type Calendar, nextDay, periodOf } from './calendar.ts';
import type { CohortParams } from './params.ts';
import { ON_CALENDAR, type Profile, returnedSql } from './profile.ts';

export type Context = RunContext<CohortParams>;

/** Periods after the start, both ends included, that make one column of the triangle. */
export interface Span {
  from: number;
  to: number;
}

/** What is to be computed: the parameters, with all that depends on the data decided. */
export interface Plan {
  calendar: Calendar;
  cohortBy: CohortParams['cohortBy'];
  measure: CohortParams['measure'];
  relativeTo: CohortParams['relativeTo'];
  retention: CohortParams['retention'];
  recurring: boolean;
  /** Whether cohorts are periods; else they are groups of customers who start in many periods. */
  byTime: boolean;
  /** The last day that counts. */
  asOf: string;
  /** The first period with data, the one that the last day is in, and the last that is over. */
  first: number;
  last: number;
  lastComplete: number;
  /** Cohorts start in this period or later. */
  from: number;
  spans: readonly Span[];
  level: number;
  /** What a row must meet to be counted, and to count as coming back; empty where all rows do. */
  counted: readonly Sql[];
  visits: readonly Sql[];
}

/** Where a parameter asks for a role that is not bound, the plan is for what there is, and `checks.ts` says so. */
export function planOf(context: Context, profile: Profile, firstStart: string | null): Plan {
  const { params, definitions } = context;
  const calendar: Calendar = { grain: params.grain, weekStart: definitions.weekStart };
  const asked = params.asOf === 'auto' ? definitions.asOf : params.asOf;
  const asOf = asked === 'auto' ? (profile.lastDay ?? '2000-01-01') : asked;
  const last = periodOf(calendar, asOf);
  const lastComplete = periodOf(calendar, nextDay(asOf)) > last ? last : last - 1;
  const firstDay = [profile.firstDay, firstStart].filter((day) => day !== null).sort()[0] ?? asOf;
  const first = Math.min(periodOf(calendar, firstDay), last);
  const cohortBy = cohortRole(context) === null || context.has(cohortRole(context) as never) ? params.cohortBy : 'first_order';
  const counted = countedRows(profile, asOf);
  const byTime = cohortBy === 'first_order' || cohortBy === 'acquired_at';
  return {
    calendar,
    cohortBy,
    measure: params.measure === 'margin' && !context.has('orders.cost') ? 'revenue' : params.measure,
    relativeTo: params.relativeTo,
    retention: params.retention,
    recurring: cohortBy === 'first_order' && params.entry === 'recurring',
    byTime,
    asOf,
    first,
    last,
    lastComplete,
    from: params.from === 'auto' ? first : Math.max(first, periodOf(calendar, params.from)),
    spans: spansOf(params, last - first),
    level: params.level,
    counted,
    visits: profile.returns > 0 ? [...counted, sql`not ${returnedSql(context.has('orders.is_return'))}`] : counted,
  };
}

/** Rows with a customer and a time up to the as-of day. No more is asked of each row than these data need. */
function countedRows(profile: Profile, asOf: string): Sql[] {
  const conditions: Sql[] = [];
  if (profile.withoutCustomer > 0) conditions.push(sql`customer is not null`);
  if (profile.withoutTime > 0) conditions.push(ON_CALENDAR);
  if (profile.lastDay !== null && profile.lastDay > asOf) conditions.push(sql`time < ${new Day(nextDay(asOf))}`);
  return conditions;
}

/** The role that the cohorts are made of, beside the orders' times; null where they are enough. */
export function cohortRole({ params }: Context): `orders.${string}` | `customers.${string}` | null {
  if (params.cohortBy === 'first_order') return null;
  if (params.cohortBy === 'channel') return 'orders.channel';
  return `customers.${params.cohortBy === 'attribute' ? params.attribute : params.cohortBy}`;
}

/** Columns of the triangle, as far as any cohort can have come. */
export function spansOf({ retention, brackets, periods }: Pick<CohortParams, 'retention' | 'brackets' | 'periods'>, reach: number): Span[] {
  if (retention !== 'bracket') return Array.from({ length: Math.min(periods, reach) + 1 }, (_, k) => ({ from: k, to: k }));
  const ends = [...new Set(brackets.map(Math.floor))].filter((end) => end >= 1).sort((a, b) => a - b);
  const spans = [{ from: 0, to: 0 }, ...ends.map((to, i) => ({ from: (ends[i - 1] ?? 0) + 1, to }))];
  return spans.filter(({ from }) => from <= reach);
}
