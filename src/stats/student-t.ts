import { betaInc } from './beta-inc.ts';
import { normalZ } from './normal-quantile.ts';

/** P(T > t) of Student's t with `df` > 0 degrees of freedom. DLMF 8.17; Abramowitz & Stegun 26.7.1. */
export function studentTail(t: number, df: number): number {
  const half = betaInc(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * The t that a two-sided interval of this level needs; the normal's z for infinite degrees of freedom, NaN for none.
 * Bisection between z and a bound, to 1e-12 relative.
 */
export function studentT(level: number, df: number): number {
  if (!(df > 0 && level > 0 && level < 1)) return Number.NaN;
  const z = normalZ(level);
  if (df === Number.POSITIVE_INFINITY) return z;
  const wanted = (1 - level) / 2;
  let low = z;
  let high = 2 * z;
  while (studentTail(high, df) > wanted) high *= 2;
  while (high - low > 1e-12 * high) {
    const middle = (low + high) / 2;
    if (studentTail(middle, df) > wanted) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
