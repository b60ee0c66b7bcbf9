import { normalZ } from './normal-quantile.ts';

/**
 * Wilson's score interval of a proportion, without continuity correction: `successes` of `trials`, two-sided `level`.
 * With no trials nothing is known: 0…1. Wilson (1927), JASA 22, 209–212; Brown, Cai & DasGupta (2001), Statist. Sci. 16.
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): { low: number; high: number } {
  if (!(trials > 0)) return { low: 0, high: 1 };
  const z = normalZ(level);
  const p = successes / trials;
  const scale = 1 + (z * z) / trials;
  const middle = p + (z * z) / (2 * trials);
  const half = z * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  // Exact at the ends, where rounding would leave a hair.
  return {
    low: successes === 0 ? 0 : (middle - half) / scale,
    high: successes === trials ? 1 : (middle + half) / scale,
  };
}
