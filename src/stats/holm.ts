/**
 * P-values adjusted for their number, so that the chance of even one false alarm stays at the level (family-wise).
 * In the order given; NaN stays NaN and does not count. Source: Holm 1979, Scand. J. Statist. 6.
 */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues
    .map((p, i) => [p, i] as const)
    .filter(([p]) => !Number.isNaN(p))
    .sort((a, b) => a[0] - b[0]);
  const adjusted = pValues.map(() => Number.NaN);
  let highest = 0;
  order.forEach(([p, i], rank) => {
    highest = Math.max(highest, Math.min(1, p * (order.length - rank)));
    adjusted[i] = highest;
  });
  return adjusted;
}
