/**
 * ln Γ(r + x) − ln Γ(r) and ψ(r + x) − ψ(r) for x = 0 … max, each of length max + 1, by their recurrences:
 * sums of ln(r + i) and 1/(r + i). Exact to rounding, and no cancellation for small r.
 */
export function rising(r: number, max: number): { log: Float64Array; slope: Float64Array } {
  const log = new Float64Array(max + 1);
  const slope = new Float64Array(max + 1);
  for (let x = 0; x < max; x++) {
    log[x + 1] = (log[x] as number) + Math.log(r + x);
    slope[x + 1] = (slope[x] as number) + 1 / (r + x);
  }
  return { log, slope };
}
