import { logGamma } from './log-gamma.ts';

/**
 * Natural logarithm of the beta function B(a, b) for a, b > 0. Where one argument is much larger than the other,
 * ln Γ(b) − ln Γ(a + b) is taken from Stirling's series as one difference, so that nothing cancels.
 * Source: Didonato & Morris 1992 (ACM TOMS 708), the function `algdiv`, as an idea.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (!(small > 0)) return small === 0 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const sum = small + large;
  const difference = -(large - 0.5) * Math.log1p(small / large) - small * Math.log(sum) + small + correction(large) - correction(sum);
  return logGamma(small) + difference;
}

/** What Stirling's formula leaves over, for y ≥ 10. */
function correction(y: number): number {
  const s = 1 / (y * y);
  return (1 / 12 + s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * (1 / 1188 + s * (-691 / 360360 + s / 156)))))) / y;
}
