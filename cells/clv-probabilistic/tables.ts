import { type Sql, sql } from '../../src/cell/index.ts';
import type { Context } from './histories.ts';
import type { Intervals } from './intervals.ts';
import type { Scene } from './scene.ts';

/** `customer, x, recency_days, age_days, …, p_alive, expected_purchases, expected_spend, clv`: a row a customer. */
export async function valueTable(context: Context, scene: Scene): Promise<Sql> {
  const { base, histories, predictions, spend, margin } = scene;
  const model = await context.scratchOf('histories', {
    x: histories.summary.x,
    recency_days: histories.recencyDays,
    age_days: histories.ageDays,
    alive: predictions.alive,
    expected: predictions.purchases,
    discounted: predictions.discounted,
    months: predictions.months,
  });
  return context.scratch(
    'values',
    sql`select customer, x, recency_days, age_days, first_day, last_day, revenue, mean, alive as p_alive, expected as expected_purchases,
  ${spend.expected} as expected_spend, discounted * ${spend.expected} * ${margin} - months * ${context.params.retentionCost} as clv
from ${base.customers} join ${model} using (x, recency_days, age_days)`,
  );
}

/**
 * The table for later cells. Ranks break ties by the customer; the interval of value scales with the customer's own
 * mean, as the spend model does, and is NULL where none was drawn.
 */
export async function makeScores(context: Context, scene: Scene, values: Sql, intervals: Intervals | null): Promise<Sql> {
  const { histories, predictions, spend, margin } = scene;
  const { params } = context;
  const columns = sql`customer, (x + 1)::INTEGER as purchases, revenue, first_day, last_day, p_alive, expected_purchases, expected_spend, clv,
  ntile(10) over (order by clv desc, customer)::INTEGER as decile`;
  if (!intervals) {
    return context.table(
      'scores',
      sql`select ${columns}, NULL::DOUBLE as purchases_low, NULL::DOUBLE as purchases_high, NULL::DOUBLE as clv_low, NULL::DOUBLE as clv_high from ${values}`,
    );
  }
  // A purchase inside the horizon is discounted by the mean discount of the history's purchases.
  const discount = predictions.discounted.map((d, i) =>
    (predictions.purchases[i] as number) > 0 ? d / (predictions.purchases[i] as number) : 1,
  );
  const drawn = await context.scratchOf('intervals', {
    x: histories.summary.x,
    recency_days: histories.recencyDays,
    age_days: histories.ageDays,
    purchases_low: intervals.purchasesLow,
    purchases_high: intervals.purchasesHigh,
    spend_low: intervals.spendLow,
    spend_high: intervals.spendHigh,
    discount,
    cost: predictions.months.map((m) => m * params.retentionCost),
  });
  const scale = spend.fit?.params[2];
  const value = (end: Sql) =>
    scale === undefined ? sql`NULL::DOUBLE` : sql`(${scale} + x * coalesce(mean, 0)) * ${end} * discount * ${margin} - cost`;
  return context.table(
    'scores',
    sql`select ${columns}, purchases_low, purchases_high, ${value(sql`spend_low`)} as clv_low, ${value(sql`spend_high`)} as clv_high
from ${values} join ${drawn} using (x, recency_days, age_days)`,
  );
}

/** The same columns without a row, where there is nothing to fit. */
export function emptyScores(context: Context): Promise<Sql> {
  return context.table(
    'scores',
    sql`select customer, 1::INTEGER as purchases, amount as revenue, time::DATE as first_day, time::DATE as last_day, NULL::DOUBLE as p_alive, NULL::DOUBLE as expected_purchases,
  NULL::DOUBLE as expected_spend, NULL::DOUBLE as clv, 1::INTEGER as decile, NULL::DOUBLE as purchases_low, NULL::DOUBLE as purchases_high, NULL::DOUBLE as clv_low, NULL::DOUBLE as clv_high
from orders where false`,
  );
}

/** Customers in ten parts of equal size by value, the most valuable first. */
export function makeDeciles(context: Context, scores: Sql): Promise<Sql> {
  return context.table(
    'deciles',
    sql`select decile, count(*) as customers, sum(clv)::DOUBLE as clv, (sum(clv) / nullif(sum(sum(clv)) over (), 0))::DOUBLE as clv_share, avg(clv)::DOUBLE as mean_clv,
  avg(p_alive)::DOUBLE as p_alive, avg(expected_purchases)::DOUBLE as expected_purchases, sum(revenue)::DOUBLE as revenue
from ${scores} group by decile order by decile`,
  );
}
