/**
 * Digamma function ψ(x) = d ln Γ(x) / dx for x > 0; −Infinity at 0 and NaN below.
 *
 * Asymptotic series after shifting above 10; absolute error under 1e-13 for x ≥ 1e-3 relative to max(1, |ψ|).
 * Source: Abramowitz & Stegun 6.3.5 and 6.3.18.
 */
export function digamma(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.NEGATIVE_INFINITY;
  let shift = 0;
  let y = x;
  while (y < 10) shift += 1 / y++;
  const s = 1 / (y * y);
  const tail = s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))));
  return Math.log(y) - 0.5 / y - tail - shift;
}
