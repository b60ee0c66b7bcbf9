import { normalZ } from './normal-quantile.ts';

/** Sums over `n` independent units (as customers) of numerator x and denominator y. */
export interface RatioSums {
  n: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
}

/**
 * The ratio of two totals, Σx/Σy, over the same units, with its interval by linearisation: the variance of Σx/Σy is
 * n/(n−1) · Σ(x − Ry)² / (Σy)². Nulls where Σy is not positive or there are fewer than two units.
 * Cochran (1977), Sampling Techniques, 3rd ed., section 2.11 and 6.4 (no finite-population correction).
 */
export function ratioInterval(sums: RatioSums, level = 0.95): { value: number | null; low: number | null; high: number | null } {
  const { n, x, y, xx, xy, yy } = sums;
  if (!(y > 0) || !Number.isFinite(x)) return { value: null, low: null, high: null };
  const value = x / y;
  if (n < 2) return { value, low: null, high: null };
  const squares = Math.max(0, xx - 2 * value * xy + value * value * yy);
  const half = (normalZ(level) * Math.sqrt((squares * n) / (n - 1))) / y;
  return { value, low: value - half, high: value + half };
}
