import { lbfgs } from '../lbfgs.ts';
import { multiStart } from '../multi-start.ts';
import type { MinimiseOptions, Minimum, Objective } from '../objective.ts';
import { distinctIndex } from './distinct-index.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { rising } from './rising.ts';

/**
 * Negative log-likelihood per customer of the NBD for single purchase times, in which nobody drops out, and its
 * gradient, in θ = ln(r, α): L = Γ(r+x)αʳ / (Γ(r)(α+T)^(r+x)). Source: Ehrenberg 1959; Fader & Hardie 2005.
 */
export function nbdObjective(data: PurchaseSummary): Objective {
  const ages = distinctIndex(data.age);
  const max = data.size > 0 ? (data.x[data.size - 1] as number) : 0;
  return (theta, gradient) => {
    const [r, alpha] = Array.from(theta, Math.exp) as [number, number];
    const purchases = rising(r, max);
    const logAge = ages.values.map((t) => Math.log(alpha + t));
    let [value, dr, dAlpha] = [0, 0, 0];
    for (let i = 0; i < data.size; i++) {
      const k = data.x[i] as number;
      const w = data.weight[i] as number;
      const at = ages.index[i] as number;
      value += w * ((purchases.log[k] as number) + r * (theta[1] as number) - (r + k) * (logAge[at] as number));
      dr += w * ((purchases.slope[k] as number) + (theta[1] as number) - (logAge[at] as number));
      dAlpha += w * (r / alpha - (r + k) / (alpha + (ages.values[at] as number)));
    }
    gradient[0] = (-dr * r) / data.customers;
    gradient[1] = (-dAlpha * alpha) / data.customers;
    return -value / data.customers;
  };
}

/** Fits the NBD; `value` is per customer, `point` is ln(r, α). */
export function fitNbd(data: PurchaseSummary, options?: MinimiseOptions): Promise<Minimum> {
  const rate = meanRate(data);
  return multiStart(lbfgs, nbdObjective(data), [Float64Array.of(0, -Math.log(rate)), Float64Array.of(-1, -1 - Math.log(rate))], options);
}

/** Purchases per unit of time, over everybody; a small positive number where there are none. */
export function meanRate(data: PurchaseSummary): number {
  let purchases = 0;
  let time = 0;
  for (let i = 0; i < data.size; i++) {
    purchases += (data.weight[i] as number) * (data.x[i] as number);
    time += (data.weight[i] as number) * (data.age[i] as number);
  }
  return Math.max(purchases, 0.5) / Math.max(time, 1e-9);
}
