import { digamma } from '../digamma.ts';
import { lbfgs } from '../lbfgs.ts';
import { logGamma } from '../log-gamma.ts';
import { multiStart } from '../multi-start.ts';
import type { MinimiseOptions, Objective } from '../objective.ts';
import type { Uncertainty } from '../standard-errors.ts';
import { errorsFromLogs, isFlat } from './log-parameters.ts';

/** Spend per purchase of customers who came back: repeat purchases x ≥ 1 and their mean value > 0, in money. */
export interface SpendSummary {
  x: Float64Array;
  mean: Float64Array;
}

/** p: shape of one purchase's value; q, v: shape and scale of its rate among customers. */
export type SpendParams = readonly [number, number, number];

export interface GammaGammaFit {
  params: SpendParams;
  uncertainty: Uncertainty | null;
  logLik: number;
  converged: boolean;
  iterations: number;
  customers: number;
  /** q ≤ 1: the distribution of spend has no mean. `flat`: the data do not tell the parameters apart. */
  doubts: readonly ('not-converged' | 'no-mean' | 'flat')[];
  /** Correlation of the number of purchases with their mean value, which the model takes to be nil. */
  correlation: number;
}

/**
 * Negative log-likelihood per customer of the Gamma–Gamma model and its gradient, in θ = ln(p, q, v):
 * L = Γ(px+q)/(Γ(px)Γ(q)) · v^q m^(px−1) x^(px) / (v + xm)^(px+q). Source: Fader & Hardie 2013 (note 025), eq. 1a.
 */
export function gammaGammaObjective(data: SpendSummary): Objective {
  const n = data.x.length;
  const groups = byCount(data);
  const logMeans = data.mean.reduce((sum, m) => sum + Math.log(m), 0);
  return (theta, gradient) => {
    const [p, q, v] = Array.from(theta, Math.exp) as [number, number, number];
    const logV = theta[2] as number;
    const [logAtQ, slopeAtQ] = [logGamma(q), digamma(q)];
    let [value, dp, dq, dv] = [-logMeans, 0, 0, 0];
    for (const { k, totals, logTotals } of groups) {
      const m = totals.length;
      const [own, both] = [p * k, p * k + q];
      let [logs, inverses] = [0, 0];
      for (let i = 0; i < m; i++) {
        const all = v + (totals[i] as number);
        logs += Math.log(all);
        inverses += 1 / all;
      }
      const slope = digamma(both);
      value += m * (logGamma(both) - logGamma(own) - logAtQ + q * logV) + own * logTotals - both * logs;
      dp += k * (m * (slope - digamma(own)) + logTotals - logs);
      dq += m * (slope - slopeAtQ + logV) - logs;
      dv += (m * q) / v - both * inverses;
    }
    gradient[0] = (-dp * p) / n;
    gradient[1] = (-dq * q) / n;
    gradient[2] = (-dv * v) / n;
    return -value / n;
  };
}

/** Customers of one count of purchases: what they spent in all, and the sum of its logarithms. */
interface CountGroup {
  k: number;
  totals: Float64Array;
  logTotals: number;
}

function byCount({ x, mean }: SpendSummary): CountGroup[] {
  const totals = new Map<number, number[]>();
  for (let i = 0; i < x.length; i++) {
    const k = x[i] as number;
    const found = totals.get(k);
    if (found) found.push(k * (mean[i] as number));
    else totals.set(k, [k * (mean[i] as number)]);
  }
  return [...totals].map(([k, each]) => ({
    k,
    totals: Float64Array.from(each),
    logTotals: each.reduce((sum, total) => sum + Math.log(total), 0),
  }));
}

/** Fits by maximum likelihood from two starts. Throws a RangeError without customers, or with a mean that is not positive. */
export async function fitGammaGamma(data: SpendSummary, options: MinimiseOptions = {}): Promise<GammaGammaFit> {
  const n = data.x.length;
  if (n === 0) throw new RangeError('a spend model needs customers who came back');
  for (let i = 0; i < n; i++)
    if (!((data.x[i] as number) >= 1 && (data.mean[i] as number) > 0 && Number.isFinite(data.mean[i])))
      throw new RangeError(`not a spend history: x ${data.x[i]}, mean ${data.mean[i]}`);
  const objective = gammaGammaObjective(data);
  const level = Math.log(data.mean.reduce((sum, m) => sum + m, 0) / n);
  const best = await multiStart(lbfgs, objective, [Float64Array.of(1, 1, level), Float64Array.of(2, 2, level + 1)], options);
  const params = Array.from(best.point, Math.exp) as unknown as SpendParams;
  const uncertainty = errorsFromLogs(objective, best.point, n);
  const doubts = [
    ...(best.converged ? [] : ['not-converged' as const]),
    ...(params[1] <= 1 ? ['no-mean' as const] : []),
    ...(isFlat(params, uncertainty) ? ['flat' as const] : []),
  ];
  return {
    params,
    uncertainty,
    logLik: -best.value * n,
    converged: best.converged,
    iterations: best.iterations,
    customers: n,
    doubts,
    correlation: correlation(data.x, data.mean),
  };
}

/** Expected value of a purchase of a customer with x repeat purchases of this mean; the population's mean for x = 0. NaN where q ≤ 1. */
export function expectedSpend([p, q, v]: SpendParams, x: number, mean: number): number {
  if (q <= 1 && x === 0) return Number.NaN;
  const own = p * x + q - 1;
  return own > 0 ? (p * (v + x * mean)) / own : Number.NaN;
}

function correlation(a: Float64Array, b: Float64Array): number {
  const n = a.length;
  const ma = a.reduce((s, v) => s + v, 0) / n;
  const mb = b.reduce((s, v) => s + v, 0) / n;
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [da, db] = [(a[i] as number) - ma, (b[i] as number) - mb];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
