/**
 * Trigamma function ψ′(x) for x > 0; Infinity at 0 and NaN below. Relative error under 1e-13.
 * Source: Abramowitz & Stegun 6.4.6 and 6.4.12.
 */
export function trigamma(x: number): number {
  if (Number.isNaN(x) || x < 0) return Number.NaN;
  if (x === 0) return Number.POSITIVE_INFINITY;
  let shift = 0;
  let y = x;
  for (; y < 12; y++) shift += 1 / (y * y);
  const s = 1 / (y * y);
  return (
    shift + 1 / y + s / 2 + (s / y) * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - (s * 7) / 6))))))
  );
}
