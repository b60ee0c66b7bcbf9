import type { Random } from '../random.ts';
import { sampleBeta, sampleExponential, sampleGamma } from '../sample-gamma.ts';
import { samplePoisson } from '../sample-poisson.ts';
import type { BtydKind, BtydParams } from './model.ts';

/**
 * Purchases in the next `horizon` units of one customer with this history, drawn from what the model believes after
 * it: alive with the probability given, then a rate, a drop-out and purchases by chance.
 */
export function sampleFuture(
  kind: BtydKind,
  [r, alpha, third, fourth]: BtydParams,
  x: number,
  age: number,
  alive: number,
  horizon: number,
  random: Random,
): number {
  if (random.uniform() >= alive) return 0;
  const rate = sampleGamma(random, r + x) / (alpha + age);
  if (kind === 'pareto-nbd') {
    const leaves = sampleExponential(random, sampleGamma(random, third) / (fourth + age));
    return samplePoisson(random, rate * Math.min(horizon, leaves));
  }
  const wanted = samplePoisson(random, rate * horizon);
  const dropOut = sampleBeta(random, third, fourth + x + (kind === 'mbg-nbd' ? 1 : 0));
  // The purchase after which the customer leaves: geometric.
  const last = dropOut >= 1 ? 1 : Math.ceil(Math.log(1 - random.uniform()) / Math.log1p(-dropOut));
  return Math.min(wanted, Math.max(1, last));
}
