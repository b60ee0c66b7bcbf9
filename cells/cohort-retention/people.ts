import { join, type Sql, sql } from '../../src/cell/index.ts';
import { periodSql } from './calendar.ts';
import type { Context, Plan } from './plan.ts';

/** The most groups that are followed; smaller ones are left out, and said so. */
export const MAX_GROUPS = 20;

/** ` where …`, or nothing. */
export const whereSql = (conditions: readonly Sql[]): Sql => (conditions.length > 0 ? sql` where ${join(conditions, ' and ')}` : sql``);

/**
 * Whom the cohorts consist of, as a join onto `a(customer, start)`: an SQL tail that yields `start` and `cohort`
 * (NULL where cohorts are periods). Makes the scratch tables that it needs.
 */
export async function cohortJoin(context: Context, plan: Plan): Promise<{ start: Sql; cohort: Sql; tail: Sql; outer: boolean }> {
  const own = { start: sql`a.start`, outer: false };
  if (plan.cohortBy === 'first_order') return { ...own, cohort: sql`NULL::VARCHAR`, tail: sql`` };
  if (plan.cohortBy === 'acquired_at') {
    const acquired = await context.scratch(
      'acquired',
      sql`select customer, min(${periodSql(plan.calendar, sql`acquired_at`)})::INTEGER as start from customers
        where customer is not null and acquired_at >= DATE '0001-01-01' and ${acquiredUntil(plan)} group by customer`,
    );
    return { start: sql`c.start`, cohort: sql`NULL::VARCHAR`, tail: sql`right join ${acquired} c using (customer)`, outer: true };
  }
  const groups = await context.scratch('member', await memberSelect(context, plan));
  const kept = sql`(select customer, cohort from ${groups} where cohort in (
    select cohort from ${groups} group by cohort order by count(*) desc, cohort limit ${MAX_GROUPS}))`;
  return { ...own, cohort: sql`c.cohort`, tail: sql`join ${kept} c using (customer)` };
}

const acquiredUntil = (plan: Plan): Sql => sql`${periodSql(plan.calendar, sql`acquired_at`)} <= ${plan.last}`;

/** `customer, cohort`: the channel of the first order (the first by name where there are several at that moment), or an attribute. */
async function memberSelect(context: Context, plan: Plan): Promise<Sql> {
  if (plan.cohortBy !== 'channel') {
    const column = plan.cohortBy === 'attribute' ? ATTRIBUTE[context.params.attribute] : sql`acquisition_channel`;
    return sql`select customer, min(${column}) as cohort from customers where customer is not null and ${column} is not null group by customer`;
  }
  const began = await context.scratch(
    'began',
    sql`select customer, min(time) as time from orders${whereSql(plan.visits)} group by customer`,
  );
  return sql`select customer, min(channel) as cohort from orders join ${began} using (customer, time)
    ${whereSql([sql`channel is not null`, ...plan.visits])} group by customer`;
}

const ATTRIBUTE = {
  region: sql`region`,
  gender: sql`gender`,
  membership_tier: sql`membership_tier`,
  occupation: sql`occupation`,
  income: sql`income`,
  education: sql`education`,
  family: sql`family`,
  industry: sql`industry`,
} as const;
