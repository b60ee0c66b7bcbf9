import { type Sql, sql } from '../../src/cell/index.ts';
import { periodSql } from './calendar.ts';
import { cohortJoin, whereSql } from './people.ts';
import type { Context, Plan } from './plan.ts';
import { returnedSql } from './profile.ts';

/** `customer, p, visits, x`: what a customer did in a period. */
export function makePairs(context: Context, plan: Plan): Promise<Sql> {
  const flagged = context.has('orders.is_return');
  const visits = sql`count(*) filter (where not ${returnedSql(flagged)})`;
  return context.scratch(
    'pairs',
    sql`select customer, ${periodSql(plan.calendar, sql`time`)}::INTEGER as p, ${visits} as visits, (${measureSql(context, plan, visits)})::DOUBLE as x
      from orders${whereSql(plan.counted)} group by 1, 2`,
  );
}

/** Returns take from revenue and margin, whichever sign they came with. */
function measureSql(context: Context, { measure }: Plan, visits: Sql): Sql {
  const returned = returnedSql(context.has('orders.is_return'));
  const finite = (column: Sql) => sql`(case when isfinite(${column}) then ${column} else 0 end)`;
  const signed = (column: Sql) => sql`sum(case when ${returned} then -abs(${finite(column)}) else ${finite(column)} end)`;
  if (measure === 'customers') return sql`case when ${visits} > 0 then 1 else 0 end`;
  if (measure === 'revenue') return signed(sql`amount`);
  if (measure === 'margin') return sql`${signed(sql`amount`)} - ${signed(sql`cost`)}`;
  if (!context.has('orders.order_id')) return visits;
  return sql`count(distinct order_id) filter (where not ${returned}) + count(*) filter (where order_id is null and not ${returned})`;
}

/** `customer, cohort, start, active_periods, last_period`; the last two only where a customer's first visit is the start. */
export async function pairPeople(context: Context, plan: Plan, pairs: Sql): Promise<Sql> {
  const { start, cohort, tail, outer } = await cohortJoin(context, plan);
  const active = sql`(select customer, min(p) as start, count(*) as active_periods, max(p) - min(p) as last_period from ${pairs} where visits > 0 group by customer)`;
  return context.scratch(
    'people',
    sql`select customer, ${cohort} as cohort, ${start}::INTEGER as start${outer ? sql`` : sql`, active_periods, last_period`} from ${active} a ${tail}
      ${plan.recurring ? sql`` : sql`where ${start} >= ${plan.from}`}`,
  );
}

/** The cube (see cube.ts) out of pairs of customer and period. */
export async function pairCube(context: Context, plan: Plan, pairs: Sql, people: Sql): Promise<Sql> {
  const entries = plan.recurring
    ? sql`(select customer, NULL::VARCHAR as cohort, p as start from ${pairs} where visits > 0 and p >= ${plan.from})`
    : people;
  const each = await context.scratch('each', eachSql(plan, pairs, entries));
  const sums = plan.retention === 'unbounded' ? sumsOnOrAfter(plan, each) : sumsWithin(plan, each);
  const columns = sql`range(${plan.spans.length})`;
  const squared = (name: Sql) => (plan.retention === 'unbounded' ? sql`NULL::DOUBLE` : sql`coalesce(${name}, 0)`);
  return sql`select e.cohort, e.start, e.size, e.j, coalesce(s.n, 0)::BIGINT as n, coalesce(s.x, 0) as x, ${squared(sql`s.xx`)} as xx, ${squared(sql`s.xb`)} as xb
    from (select cohort, start, size, unnest(${columns})::INTEGER as j from (select cohort, start, count(*) as size from ${entries} group by cohort, start)) e
    left join (${sums}) s on s.cohort is not distinct from e.cohort and s.start = e.start and s.j = e.j`;
}

/** `customer, cohort, start, j, v, x`: visits and measure of one entry in one column. */
function eachSql(plan: Plan, pairs: Sql, entries: Sql): Sql {
  const joined = sql`from ${pairs} join ${entries} using (customer) where p >= start`;
  const lastColumn = plan.spans.length - 1;
  const reach = plan.spans[lastColumn]?.to ?? 0;
  if (plan.retention === 'bracket') {
    const ends = plan.spans.map(({ to }) => to);
    const column = sql`list_position(list_transform(${ends}, e -> p - start <= e), true) - 1`;
    return sql`select customer, cohort, start, (${column})::INTEGER as j, sum(visits) as v, sum(x) as x ${joined} and p - start <= ${reach} group by 1, 2, 3, 4`;
  }
  if (plan.retention === 'unbounded')
    return sql`select customer, cohort, start, least(p - start, ${lastColumn})::INTEGER as j, sum(visits) as v, sum(x) as x ${joined} group by 1, 2, 3, 4`;
  return sql`select customer, cohort, start, (p - start)::INTEGER as j, visits as v, x ${joined} and p - start <= ${reach}`;
}

function sumsWithin({ relativeTo }: Plan, each: Sql): Sql {
  const base = relativeTo === 'previous' ? sql`greatest(a.j - 1, 0)` : sql`0`;
  return sql`select a.cohort, a.start, a.j, count(*) filter (where a.v > 0) as n, sum(a.x) as x, sum(a.x * a.x) as xx, sum(a.x * b.x) as xb
    from ${each} a left join ${each} b on b.customer = a.customer and b.start = a.start and b.j = ${base} group by 1, 2, 3`;
}

/** An entry counts in every column up to its last visit; a measure is what is still to come. */
function sumsOnOrAfter({ spans }: Plan, each: Sql): Sql {
  const total = (column: Sql) => sql`sum(${column}) over (partition by cohort, start order by j desc)`;
  return sql`select cohort, start, j, ${total(sql`n`)} as n, ${total(sql`x`)} as x, NULL as xx, NULL as xb from (
    select cohort, start, j, sum(n) as n, sum(x) as x from (
      select cohort, start, j, 0 as n, x from ${each}
      union all select cohort, start, max(j) as j, 1 as n, 0 as x from ${each} where v > 0 group by customer, cohort, start
      union all select cohort, start, unnest(range(${spans.length}))::INTEGER as j, 0 as n, 0 as x from (select distinct cohort, start from ${each})
    ) group by 1, 2, 3)`;
}
