import { quantile } from './quantile.ts';
import type { Random } from './random.ts';

export interface BootstrapInterval {
  low: number;
  high: number;
  /** Standard deviation of the draws. */
  standardError: number;
  draws: number;
}

/**
 * Percentile bootstrap of a statistic of n observations: each draw hands over indices (length n) drawn with
 * replacement. Draws whose statistic is not a number are left out; with fewer than two left, the ends are NaN.
 * `breathe`, awaited after each draw, lets a cancel through. Source: Efron & Tibshirani 1993, ch. 13.
 */
export async function bootstrap(
  n: number,
  statistic: (indices: Uint32Array) => number,
  random: Random,
  options: { draws?: number; level?: number; breathe?: (done: number) => Promise<void> | void } = {},
): Promise<BootstrapInterval> {
  const { draws = 1000, level = 0.95, breathe } = options;
  const indices = new Uint32Array(n);
  const found: number[] = [];
  for (let d = 0; d < draws; d++) {
    for (let i = 0; i < n; i++) indices[i] = random.below(n);
    const value = statistic(indices);
    if (!Number.isNaN(value)) found.push(value);
    await breathe?.((d + 1) / draws);
  }
  return summarise(found, level);
}

/** The interval that draws of a statistic span, made in whatever way (a parametric bootstrap too). */
export function summarise(draws: readonly number[], level = 0.95): BootstrapInterval {
  const sorted = Float64Array.from(draws).sort();
  const n = sorted.length;
  if (n < 2) return { low: Number.NaN, high: Number.NaN, standardError: Number.NaN, draws: n };
  const mean = sorted.reduce((a, b) => a + b, 0) / n;
  const variance = sorted.reduce((a, b) => a + (b - mean) ** 2, 0) / (n - 1);
  return { low: quantile(sorted, (1 - level) / 2), high: quantile(sorted, (1 + level) / 2), standardError: Math.sqrt(variance), draws: n };
}
