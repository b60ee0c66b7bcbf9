import { studentT } from './student-t.ts';

/** What a mean is computed from: n, Σ v and Σ v². */
export interface Moments {
  n: number;
  sum: number;
  sumSquares: number;
}

/** Mean with Student's t interval; the interval is NaN for fewer than two values. Student 1908. */
export function meanInterval(
  { n, sum, sumSquares }: Moments,
  level = 0.95,
): { value: number; variance: number; low: number; high: number } {
  const value = sum / n;
  const variance = n > 1 ? Math.max(0, (sumSquares - n * value * value) / (n - 1)) : Number.NaN;
  const half = n > 1 ? studentT(level, n - 1) * Math.sqrt(variance / n) : Number.NaN;
  return { value, variance, low: value - half, high: value + half };
}
