import { type Sql, sql } from '../../src/cell/index.ts';
import { labelSql, startSql } from './calendar.ts';
import { ratioSql, wilsonSql } from './interval-sql.ts';
import type { Plan } from './plan.ts';

/** Rows of the cube added up by `key` (as k), in each column only those starts that could have come so far. */
function summedSql(plan: Plan, cube: Sql, key: Sql): Sql {
  const { byTime, last, lastComplete, relativeTo } = plan;
  const base = relativeTo === 'previous' ? sql`greatest(u.j - 1, 0)` : sql`0`;
  return sql`select k, u.j, count(distinct ${byTime ? sql`u.start` : sql`u.cohort`})::INTEGER as cohorts, sum(u.size)::BIGINT as size,
      sum(u.n)::BIGINT as n, sum(u.x)::DOUBLE as x, sum(u.xx) as xx, sum(u.xb) as xb,
      sum(b.x)::DOUBLE as b, sum(b.xx) as bb, sum(b.n)::BIGINT as bn, bool_and(whole) as complete
    from (select *, ${key} as k, start + ${toSql(plan)} <= ${lastComplete} as whole from ${cube} where start + ${fromSql(plan)} <= ${last}
      qualify whole or not bool_or(whole) over (partition by ${key}, j)) u
    join ${cube} b on b.cohort is not distinct from u.cohort and b.start = u.start and b.j = ${base}
    group by k, u.j`;
}

/** Summed rows with `amount, base, value, low, high`, as measure and parameters ask. */
function measuredSql(plan: Plan, summed: Sql): Sql {
  const customers = plan.measure === 'customers';
  const share = customers && (plan.relativeTo === 'first' || plan.retention === 'unbounded');
  const interval = share ? wilsonSql(plan.level) : ratioSql(plan.level);
  return sql`select *, case when value is not null then ${interval.low} end as low, case when value is not null then ${interval.high} end as high
    from (select *, ${interval.half} as half
    from (select *, case when base > 0 then amount / base end as value
    from (select *, ${customers ? sql`n::DOUBLE` : sql`x`} as amount, ${baseSql(plan, share)}::DOUBLE as base from (${summed}))))`;
}

/** What 100% is. The first column of customers is held against the cohort itself. */
function baseSql({ relativeTo }: Plan, share: boolean): Sql {
  if (relativeTo === 'none') return sql`NULL`;
  if (!share) return sql`b`;
  return relativeTo === 'first' ? sql`size` : sql`(case when j = 0 then size else bn end)`;
}

/** The columns that both tables have. */
function columnsSql(plan: Plan): Sql {
  const finite = (value: Sql): Sql => sql`case when isfinite(${value}) then ${value} end`;
  const value = plan.relativeTo === 'none' ? sql`amount` : sql`value`;
  const low = plan.measure === 'customers' ? sql`greatest(low, 0.0)` : sql`low`;
  return sql`${fromSql(plan)}::INTEGER as period, ${plan.retention === 'unbounded' ? sql`NULL` : toSql(plan)}::INTEGER as period_to, size, n,
      ${finite(sql`amount`)} as amount, ${finite(sql`base`)} as base, ${finite(value)} as value,
      case when isfinite(low) then ${low} end as low, ${finite(sql`high`)} as high, complete`;
}

/** First and last period of a column. */
const fromSql = ({ retention, spans }: Plan): Sql => (retention === 'bracket' ? sql`${spans.map(({ from }) => from)}[j + 1]` : sql`j`);
const toSql = ({ retention, spans }: Plan): Sql => (retention === 'bracket' ? sql`${spans.map(({ to }) => to)}[j + 1]` : sql`j`);

/** The table `cells`: one row a cohort and column, cohorts by time, groups by size. */
export function cellsSql(plan: Plan, cube: Sql): Sql {
  const { byTime, calendar } = plan;
  const k = sql`k`;
  const label = byTime ? labelSql(calendar, k) : k;
  const order = byTime ? k : sql`max(size) over (partition by k) desc, k`;
  return sql`select ${label} as cohort, ${byTime ? startSql(calendar, k) : sql`NULL::DATE`} as cohort_start, ${columnsSql(plan)}
    from (${measuredSql(plan, summedSql(plan, cube, byTime ? sql`start` : sql`cohort`))}) order by ${order}, j`;
}

/** The table `curve`: all cohorts together, which is their mean weighted by size. */
export function curveSql(plan: Plan, cube: Sql): Sql {
  return sql`select ${columnsSql(plan)}, cohorts from (${measuredSql(plan, summedSql(plan, cube, sql`0`))}) order by j`;
}
