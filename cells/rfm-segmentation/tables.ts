import { type Sql, sql } from '../../src/cell/index.ts';
import { revenueOf } from './customers.ts';
import type { RfmParams } from './params.ts';
import type { Context, Scene } from './scene.ts';
import { segmentOrder } from './scene.ts';
import { codeSql, scoreSql } from './scores.ts';

/** A number as it can be shown: NULL where it is infinite or not a number. */
const finite = (value: Sql): Sql => sql`(case when isfinite(${value}) then ${value} end)`;

/** Makes `scores`, one row a customer, who brought in most first; the order is the same at each run. */
export function makeScores(context: Context, scene: Scene): Promise<Sql> {
  return context.table(
    'scores',
    sql`select customer, recency_days, frequency, monetary, r, f, m, ${codeSql(scene.scale)} as rfm,
        ${scoreSql(context.params, scene.scale)} as score, ${scene.segment} as segment
      from (select * from (${scene.scored}) order by monetary desc, recency_days, customer)`,
  );
}

/** Makes `segments`, one row a segment that has customers, in the order of the rules. */
export function makeSegments(context: Context, scene: Scene, scores: Sql): Promise<Sql> {
  const revenue = revenueSum(context.params);
  return context.table(
    'segments',
    sql`select segment, count(*)::INTEGER as customers, count(*) / sum(count(*)) over ()::DOUBLE as customers_share,
        ${finite(revenue)} as revenue, ${shareSql(revenue)} as revenue_share, sum(frequency)::BIGINT as orders,
        quantile_cont(recency_days::DOUBLE, 0.5) as median_recency_days, avg(frequency)::DOUBLE as mean_frequency,
        ${finite(sql`avg(monetary)`)} as mean_monetary, avg(score)::DOUBLE as mean_score
      from ${scores} group by segment order by list_position(${segmentOrder(scene.rules)}, segment), segment`,
  );
}

const revenueSum = (params: RfmParams): Sql => sql`sum(${revenueOf(params)})::DOUBLE`;
const shareSql = (revenue: Sql): Sql =>
  sql`(case when sum(${revenue}) over () > 0 and isfinite(sum(${revenue}) over ()) then ${revenue} / sum(${revenue}) over () end)`;
