import type { Objective } from '../objective.ts';
import { distinctIndex } from './distinct-index.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { rising } from './rising.ts';

/**
 * Negative log-likelihood per customer of BG/NBD (or MBG/NBD, where a customer may drop out right after the first
 * purchase too) and its analytic gradient, in θ = ln(r, α, a, b).
 *
 * With y = x (BG) or x + 1 (MBG) draws of the drop-out coin, c = b + x − 1 or b + x:
 * L = Γ(r+x)αʳ/Γ(r) · B(a, b+y)/B(a, b) · [(α+T)^−(r+x) + δ·(a/c)·(α+tₓ)^−(r+x)], δ = 1 unless BG and x = 0.
 * O(distinct histories) with one exp and one log1p each.
 * Sources: Fader, Hardie & Lee 2005, eq. 6; Batislam, Denizel & Filiztekin 2007, eq. 3.
 */
export function bgNbdObjective(data: PurchaseSummary, modified: boolean): Objective {
  const { size, x, weight, customers } = data;
  const ages = distinctIndex(data.age);
  const recencies = distinctIndex(data.recency);
  const max = size > 0 ? (x[size - 1] as number) : 0;
  const draws = modified ? 1 : 0;
  return (theta, gradient) => {
    const [r, alpha, a, b] = Array.from(theta, Math.exp) as [number, number, number, number];
    const purchases = rising(r, max);
    const kept = rising(b, max + draws);
    const all = rising(a + b, max + draws);
    const logAge = ages.values.map((t) => Math.log(alpha + t));
    const logRecency = recencies.values.map((t) => Math.log(alpha + t));
    const logAlpha = theta[1] as number;
    const logA = theta[2] as number;
    let value = 0;
    let dr = 0;
    let dAlpha = 0;
    let da = 0;
    let db = 0;
    for (let i = 0; i < size; i++) {
      const k = x[i] as number;
      const w = weight[i] as number;
      const iT = ages.index[i] as number;
      const iR = recencies.index[i] as number;
      const lT = logAge[iT] as number;
      const y = k + draws;
      const constant = (purchases.log[k] as number) + r * logAlpha + (kept.log[y] as number) - (all.log[y] as number);
      const alive = -(r + k) * lT;
      let mix = 0;
      let log = alive;
      const c = b + k - 1 + draws;
      if (k > 0 || modified) {
        const lR = logRecency[iR] as number;
        const dead = logA - Math.log(c) - (r + k) * lR;
        const gap = dead - alive;
        const e = Math.exp(-Math.abs(gap));
        log = (gap > 0 ? dead : alive) + Math.log1p(e);
        mix = gap > 0 ? 1 / (1 + e) : e / (1 + e);
        dr -= w * mix * (lR - lT);
        dAlpha -= w * mix * (r + k) * (1 / (alpha + (recencies.values[iR] as number)) - 1 / (alpha + (ages.values[iT] as number)));
        da += w * mix;
        db -= (w * mix * b) / c;
      }
      value += w * (constant + log);
      dr += w * ((purchases.slope[k] as number) + logAlpha - lT);
      dAlpha += w * (r / alpha - (r + k) / (alpha + (ages.values[iT] as number)));
      da -= w * a * (all.slope[y] as number);
      db += w * b * ((kept.slope[y] as number) - (all.slope[y] as number));
    }
    gradient[0] = (-dr * r) / customers;
    gradient[1] = (-dAlpha * alpha) / customers;
    gradient[2] = -da / customers;
    gradient[3] = -db / customers;
    return -value / customers;
  };
}
