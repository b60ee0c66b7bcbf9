import { lbfgs } from '../lbfgs.ts';
import type { Random } from '../random.ts';
import { btydObjective } from './fit.ts';
import type { BtydFit, BtydParams } from './model.ts';
import { type PurchaseSummary, purchaseSummary } from './purchase-summary.ts';
import { simulateBtyd } from './simulate.ts';

/** Customers that one simulated base has at the most; a larger base is stood in for by so many of it. */
export const REFIT_CUSTOMERS = 4000;

/**
 * One draw of the parameters by parametric bootstrap: a base is simulated from the fit, with ages as observed, and
 * fitted again from there. Where the base is larger than REFIT_CUSTOMERS, so many of its customers are simulated and the
 * deviation in logarithms is shrunk by √(m/n), as errors shrink with the number of customers.
 * Source: Efron & Tibshirani 1993, §6.5; Bickel, Götze & van Zwet 1997 (m out of n).
 */
export async function refit(fit: BtydFit, data: PurchaseSummary, random: Random): Promise<BtydParams> {
  const m = Math.min(REFIT_CUSTOMERS, data.customers);
  const simulated = simulateBtyd({ kind: fit.kind, params: fit.params, ages: sampleAges(data, m, m === data.customers, random) }, random);
  const objective = btydObjective(fit.kind, purchaseSummary(simulated.x, simulated.recency, simulated.age));
  const start = Float64Array.from(fit.params, Math.log);
  const found = await lbfgs(objective, start, { maxIterations: 100 });
  const shrink = Math.sqrt(m / data.customers);
  return Array.from(start, (from, i) => Math.exp(from + shrink * ((found.point[i] as number) - from))) as unknown as BtydParams;
}

function sampleAges(data: PurchaseSummary, m: number, all: boolean, random: Random): Float64Array {
  const ages = new Float64Array(m);
  if (all) {
    let at = 0;
    for (let i = 0; i < data.size; i++) for (let w = 0; w < (data.weight[i] as number); w++) ages[at++] = data.age[i] as number;
    return ages;
  }
  const cumulative = new Float64Array(data.size);
  let total = 0;
  for (let i = 0; i < data.size; i++) cumulative[i] = total += data.weight[i] as number;
  for (let k = 0; k < m; k++) {
    const wanted = random.uniform() * total;
    let [low, high] = [0, data.size - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] as number) > wanted) high = middle;
      else low = middle + 1;
    }
    ages[k] = data.age[low] as number;
  }
  return ages;
}
