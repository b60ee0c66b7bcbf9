import { type Sql, sql } from '../../src/cell/index.ts';
import { labelSql, startSql } from './calendar.ts';
import type { Cube } from './cube.ts';
import type { Plan } from './plan.ts';

/** The table `customers`: whom each cohort consists of, in how many periods they came and which was their last. */
export function customersSql(plan: Plan, { people, pairs }: Cube): Sql {
  const cohort = plan.byTime ? labelSql(plan.calendar, sql`start`) : sql`cohort`;
  const columns = sql`${pairs ? sql`e.customer` : sql`customer`}, ${cohort} as cohort, ${startSql(plan.calendar, sql`start`)} as started`;
  if (!pairs) return sql`select ${columns}, bit_count(m)::BIGINT as active_periods, last_period from ${people} order by start, customer`;
  return sql`select ${columns}, count(p)::BIGINT as active_periods, (max(p) - start)::INTEGER as last_period
    from ${people} e left join ${pairs} o on o.customer = e.customer and o.visits > 0 and o.p >= e.start
    group by e.customer, cohort, start order by start, e.customer`;
}
