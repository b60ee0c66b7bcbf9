import type { Objective } from '../objective.ts';
import { between, paretoIntegral } from './pareto-integral.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { rising } from './rising.ts';

/**
 * Negative log-likelihood per customer of Pareto/NBD and its analytic gradient, in θ = ln(r, α, s, β):
 * L = Γ(r+x)αʳβˢ/Γ(r) · [(α+T)^−(r+x)(β+T)^−s + s·∫ₜₓᵀ (α+y)^−(r+x)(β+y)^−(s+1) dy].
 * Sources: Schmittlein, Morrison & Colombo 1987, in the integral form of Fader & Hardie 2005 (note 009), eq. 2.
 */
export function paretoNbdObjective(data: PurchaseSummary): Objective {
  const groups = byCount(data);
  const max = groups.at(-1)?.x ?? 0;
  const { customers } = data;
  const dead = { log: 0, means: new Float64Array(4) };
  return (theta, gradient) => {
    const [r, alpha, s, beta] = Array.from(theta, Math.exp) as [number, number, number, number];
    const [, logAlpha, logS, logBeta] = theta as unknown as [number, number, number, number];
    const purchases = rising(r, max);
    let value = 0;
    let [dr, dAlpha, ds, dBeta] = [0, 0, 0, 0];
    for (const group of groups) {
      const n = r + group.x;
      const integral = paretoIntegral(group.times, alpha, beta, n, s + 1);
      const constant = (purchases.log[group.x] as number) + r * logAlpha + s * logBeta;
      for (let i = 0; i < group.weight.length; i++) {
        const w = group.weight[i] as number;
        const iT = group.age[i] as number;
        const T = group.times[iT] as number;
        const lA = Math.log(alpha + T);
        const lB = Math.log(beta + T);
        const alive = -n * lA - s * lB;
        between(integral, group.recency[i] as number, iT, dead);
        const gap = logS + dead.log - alive;
        const e = Math.exp(-Math.abs(gap));
        const mix = gap > 0 ? 1 / (1 + e) : e / (1 + e);
        value += w * (constant + (gap > 0 ? logS + dead.log : alive) + Math.log1p(e));
        const stay = 1 - mix;
        dr += w * ((purchases.slope[group.x] as number) + logAlpha - stay * lA - mix * (dead.means[0] as number));
        dAlpha += w * (r / alpha - n * (stay / (alpha + T) + mix * (dead.means[2] as number)));
        ds += w * (logBeta - stay * lB + mix * (1 / s - (dead.means[1] as number)));
        dBeta += w * (s / beta - (stay * s) / (beta + T) - mix * (s + 1) * (dead.means[3] as number));
      }
    }
    gradient[0] = (-dr * r) / customers;
    gradient[1] = (-dAlpha * alpha) / customers;
    gradient[2] = (-ds * s) / customers;
    gradient[3] = (-dBeta * beta) / customers;
    return -value / customers;
  };
}

/** Histories with one count of purchases: their times ascending without repeats, recency and age as places in them. */
export interface CountGroup {
  x: number;
  times: Float64Array;
  recency: Uint32Array;
  age: Uint32Array;
  weight: Float64Array;
  /** Where the group starts in the summary. */
  start: number;
}

/** Cuts a summary, which is sorted by x, into groups of one count. */
export function byCount(data: PurchaseSummary): CountGroup[] {
  const groups: CountGroup[] = [];
  for (let start = 0; start < data.size; ) {
    const x = data.x[start] as number;
    let end = start;
    while (end < data.size && data.x[end] === x) end++;
    const times = Float64Array.from(new Set([...data.recency.subarray(start, end), ...data.age.subarray(start, end)])).sort();
    const place = new Map(Array.from(times, (t, i) => [t, i]));
    const at = (t: number) => place.get(t) as number;
    groups.push({
      x,
      times,
      start,
      recency: Uint32Array.from(data.recency.subarray(start, end), at),
      age: Uint32Array.from(data.age.subarray(start, end), at),
      weight: data.weight.slice(start, end),
    });
    start = end;
  }
  return groups;
}
