/** ln(eᵃ + eᵇ) without overflow; −Infinity stands for zero. */
export function logAddExp(a: number, b: number): number {
  const high = Math.max(a, b);
  if (high === Number.NEGATIVE_INFINITY) return high;
  return high + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** ln(eᵃ − eᵇ) for a ≥ b; −Infinity where they are equal. Source: Mächler 2012, 'Accurately computing log(1 − exp(−|a|))'. */
export function logSubtractExp(a: number, b: number): number {
  const gap = a - b;
  if (!(gap > 0)) return Number.NEGATIVE_INFINITY;
  return a + (gap > Math.LN2 ? Math.log1p(-Math.exp(-gap)) : Math.log(-Math.expm1(-gap)));
}
