import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';

describe('wilsonInterval', () => {
  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i: %f to %f, as published', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('is the set of proportions that a score test does not reject', () => {
    for (const [x, n] of [
      [324, 885],
      [3, 7],
      [999, 1000],
    ] as const) {
      for (const bound of Object.values(wilsonInterval(x, n))) {
        expect(Math.abs(x / n - bound) / Math.sqrt((bound * (1 - bound)) / n)).toBeCloseTo(1.959963984540054, 9);
      }
    }
  });

  it('stays within 0 and 1, and knows nothing without trials', () => {
    expect(wilsonInterval(0, 5).low).toBe(0);
    expect(wilsonInterval(5, 5).high).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilsonInterval(1, 1, 0.999).low).toBeGreaterThan(0);
  });
});
