import { wilsonInterval } from './wilson-interval.ts';

/** `successes` of `trials`. */
export interface Proportion {
  successes: number;
  trials: number;
}

/**
 * Difference of two independent proportions, `a − b`, with the hybrid score interval out of their Wilson intervals
 * (method 10 of Newcombe (1998), Statistics in Medicine 17, 873–890). Not a number where either has no trials.
 */
export function newcombeDifference(a: Proportion, b: Proportion, level = 0.95): { value: number; low: number; high: number } {
  const p = a.successes / a.trials;
  const q = b.successes / b.trials;
  const value = p - q;
  if (!Number.isFinite(value)) return { value: Number.NaN, low: -1, high: 1 };
  const first = wilsonInterval(a.successes, a.trials, level);
  const second = wilsonInterval(b.successes, b.trials, level);
  return {
    value,
    low: value - Math.hypot(p - first.low, second.high - q),
    high: value + Math.hypot(first.high - p, q - second.low),
  };
}
