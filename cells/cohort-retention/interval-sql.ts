import { type Sql, sql } from '../../src/cell/index.ts';
import { normalZ } from '../../src/stats/normal-quantile.ts';

/** Bounds over columns of a subquery, that may use `half` if it is given as a column of its own. */
export interface IntervalSql {
  half: Sql;
  low: Sql;
  high: Sql;
}

/** `src/stats/wilson-interval.ts` in SQL, over columns `amount, base, value` (value = amount / base). */
export function wilsonSql(level: number): IntervalSql {
  const z = normalZ(level);
  const middle = sql`(value + ${(z * z) / 2} / base)`;
  const scale = sql`(1 + ${z * z} / base)`;
  return {
    half: sql`${z} * sqrt(value * (1 - value) / base + ${(z * z) / 4} / (base * base))`,
    low: sql`case when amount = 0 then 0.0 else (${middle} - half) / ${scale} end`,
    high: sql`case when amount = base then 1.0 else (${middle} + half) / ${scale} end`,
  };
}

/** `src/stats/ratio-interval.ts` in SQL, over columns `size, base, value, xx, xb, bb`; NULL where a sum of squares is. */
export function ratioSql(level: number): IntervalSql {
  const squares = sql`(xx - 2 * value * xb + value * value * bb)`;
  return {
    half: sql`case when size > 1 and ${squares} is not null then ${normalZ(level)} * sqrt(greatest(0.0, ${squares}) * size / (size - 1)) / base end`,
    low: sql`value - half`,
    high: sql`value + half`,
  };
}
