import { logGamma } from './log-gamma.ts';

/**
 * Regularised incomplete gamma functions for a > 0, x ≥ 0: lower P(a, x) and upper Q(a, x) = 1 − P, each accurate to
 * about 1e-13 relative where it is the smaller one. Series below x = a + 1, continued fraction (modified Lentz) above.
 * Source: Press et al. 2007, Numerical Recipes, §6.2; DLMF 8.7.1 and 8.9.2.
 */
export function gammaInc(a: number, x: number): { lower: number; upper: number } {
  if (!(a > 0 && x >= 0)) return { lower: Number.NaN, upper: Number.NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
      term *= x / (a + n);
      sum += term;
    }
    const lower = Math.min(1, front * sum);
    return { lower, upper: 1 - lower };
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  const upper = Math.min(1, front * h);
  return { lower: 1 - upper, upper };
}
