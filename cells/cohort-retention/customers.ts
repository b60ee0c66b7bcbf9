import { type Sql, sql } from '../../src/cell/index.ts';
import { labelSql, startSql } from './calendar.ts';
import type { Cube } from './cube.ts';
import type { Plan } from './plan.ts';

/** The table `customers`: whom each cohort consists of, in how many periods they came and which was their last. */
export function customersSql(plan: Plan, { people, pairs }: Cube): Sql {
  const start = sql`start`;
  const cohort = plan.byTime ? labelSql(plan.calendar, start) : sql`cohort`;
  return sql`select customer, ${cohort} as cohort, ${startSql(plan.calendar, start)} as started, active_periods::BIGINT as active_periods,
      last_period::INTEGER as last_period
    from (${activeSql(plan, people, pairs)}) order by start, customer`;
}

/** Customers may have come before the date of acquisition: those visits do not count. */
function activeSql({ cohortBy }: Plan, people: Sql, pairs: Sql | null): Sql {
  if (!pairs) return sql`select customer, cohort, start, bit_count(m) as active_periods, last_period from ${people}`;
  if (cohortBy !== 'acquired_at') return sql`select customer, cohort, start, active_periods, last_period from ${people}`;
  return sql`select e.customer, e.cohort, e.start, count(o.p) as active_periods, max(o.p) - e.start as last_period
    from ${people} e left join ${pairs} o on o.customer = e.customer and o.visits > 0 and o.p >= e.start group by e.customer, e.cohort, e.start`;
}
