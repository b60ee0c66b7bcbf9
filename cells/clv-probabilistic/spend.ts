import { type Sql, sql } from '../../src/cell/index.ts';
import { expectedSpend, fitGammaGamma, type GammaGammaFit } from '../../src/stats/btyd/gamma-gamma.ts';
import type { Context } from './histories.ts';

/** What a purchase of a customer will be worth. */
export interface Spend {
  /** Null where too few came back to fit it. */
  fit: GammaGammaFit | null;
  /** Mean value of all purchases: what stands in where the model has no mean. */
  observed: number;
  /** Expected value of a purchase, over `x` and `mean` of a row of customers. */
  expected: Sql;
  /** Of a customer who has not come back. */
  ofNew: number;
}

/** Customers who came back that the spend model needs at the least. */
export const FEWEST_REPEATERS = 10;

export async function fitSpend(context: Context, customers: Sql): Promise<Spend> {
  const frame = await context.query(sql`select x, mean from ${customers} where x > 0 and mean > 0`);
  const all = await context.query(sql`select sum(revenue)::DOUBLE / sum(x + 1)::DOUBLE as mean from ${customers}`);
  const observed = all.numbers('mean')[0] ?? Number.NaN;
  const data = { x: frame.numbers('x'), mean: frame.numbers('mean') };
  const fit = data.x.length >= FEWEST_REPEATERS ? await fitGammaGamma(data, { onIteration: () => context.breathe() }) : null;
  if (!fit || fit.doubts.includes('no-mean') || !fit.converged) {
    return { fit, observed, ofNew: observed, expected: Number.isFinite(observed) ? sql`coalesce(mean, ${observed})` : sql`mean` };
  }
  const [p, q, v] = fit.params;
  return {
    fit,
    observed,
    ofNew: expectedSpend(fit.params, 0, 0),
    expected: sql`(${p} * (${v} + x * coalesce(mean, 0)) / (${p} * x + ${q} - 1))`,
  };
}
