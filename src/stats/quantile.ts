/**
 * Quantile by linear interpolation of the order statistics (type 7, the default of R, NumPy and DuckDB's
 * quantile_cont). `sorted` ascending without NaN; NaN where it is empty. Source: Hyndman & Fan 1996.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const n = sorted.length;
  if (n === 0) return Number.NaN;
  const at = Math.min(1, Math.max(0, p)) * (n - 1);
  const low = Math.floor(at);
  const a = sorted[low] as number;
  return low + 1 < n ? a + (at - low) * ((sorted[low + 1] as number) - a) : a;
}
