import { text } from '../../src/cell/index.ts';
import { BTYD_MODELS } from '../../src/stats/btyd/fit.ts';
import type { BtydFit, BtydParams } from '../../src/stats/btyd/model.ts';
import type { PurchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';
import { refit } from '../../src/stats/btyd/refit.ts';
import { sampleFuture } from '../../src/stats/btyd/sample-future.ts';
import { quantile } from '../../src/stats/quantile.ts';
import { createRandom } from '../../src/stats/random.ts';
import { sampleGamma } from '../../src/stats/sample-gamma.ts';
import type { Context } from './histories.ts';
import type { Spend } from './spend.ts';

/** 90 % intervals of each distinct history, and of all customers together. */
export interface Intervals {
  purchasesLow: Float64Array;
  purchasesHigh: Float64Array;
  /** Of the money spent, per unit of (v + x·mean): the spend model scales with the customer's own mean. NaN without it. */
  spendLow: Float64Array;
  spendHigh: Float64Array;
  /** Expected purchases of all customers. */
  total: { low: number; high: number };
  draws: number;
  refits: number;
}

/** Simulated futures that one run may make: about ten seconds in a browser. */
const BUDGET = 12_000_000;
const REFITS = 20;

/**
 * Parametric bootstrap: parameters are fitted again to simulated bases, and under each of them futures of each history
 * are drawn, so that the interval holds both what is not known of the parameters and the chance in a customer's life.
 * Null where it is not wanted, or the histories are too many for at least 40 draws each.
 */
export async function bootstrapIntervals(
  context: Context,
  fit: BtydFit,
  data: PurchaseSummary,
  spend: Spend,
  horizon: number,
): Promise<Intervals | null> {
  const draws = Math.min(context.params.draws, Math.floor(BUDGET / data.size));
  if (draws < 40) return null;
  const random = createRandom(context.params.seed);
  const refits = Math.min(REFITS, draws);
  const totals: number[] = [];
  const params: BtydParams[] = [];
  const chances: Float64Array[] = [];
  const model = BTYD_MODELS[fit.kind];
  for (let k = 0; k < refits; k++) {
    const drawn = await refit(fit, data, random.fork(k));
    params.push(drawn);
    chances.push(model.alive(drawn, data));
    totals.push(model.expected(drawn, data, horizon).reduce((sum, e, i) => sum + e * (data.weight[i] as number), 0));
    context.progress(0.4 + (0.3 * (k + 1)) / refits, text('progress.intervals'));
    await context.breathe();
  }
  const out = {
    purchasesLow: new Float64Array(data.size),
    purchasesHigh: new Float64Array(data.size),
    spendLow: new Float64Array(data.size).fill(Number.NaN),
    spendHigh: new Float64Array(data.size).fill(Number.NaN),
  };
  const [counts, values] = [new Float64Array(draws), new Float64Array(draws)];
  const spendParams = spend.fit && !spend.fit.doubts.includes('no-mean') ? spend.fit.params : null;
  const stream = random.fork(refits);
  let variance = 0;
  for (let i = 0; i < data.size; i++) {
    const x = data.x[i] as number;
    for (let d = 0; d < draws; d++) {
      const k = d % refits;
      const n = sampleFuture(
        fit.kind,
        params[k] as BtydParams,
        x,
        data.age[i] as number,
        (chances[k] as Float64Array)[i] as number,
        horizon,
        stream,
      );
      counts[d] = n;
      if (spendParams)
        values[d] = n > 0 ? sampleGamma(stream, spendParams[0] * n) / sampleGamma(stream, spendParams[0] * x + spendParams[1]) : 0;
    }
    variance += (data.weight[i] as number) * varianceOf(counts);
    counts.sort();
    out.purchasesLow[i] = quantile(counts, 0.05);
    out.purchasesHigh[i] = quantile(counts, 0.95);
    if (spendParams) {
      values.sort();
      out.spendLow[i] = quantile(values, 0.05);
      out.spendHigh[i] = quantile(values, 0.95);
    }
    if (i % 64 === 0) {
      context.progress(0.7 + (0.25 * i) / data.size, text('progress.intervals'));
      await context.breathe();
    }
  }
  const mean = model.expected(fit.params, data, horizon).reduce((sum, e, i) => sum + e * (data.weight[i] as number), 0);
  const half = 1.6448536269514722 * Math.sqrt(varianceOf(Float64Array.from(totals)) + variance);
  return { ...out, total: { low: Math.max(0, mean - half), high: mean + half }, draws, refits };
}

function varianceOf(values: Float64Array): number {
  const n = values.length;
  if (n < 2) return 0;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  return values.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
}
