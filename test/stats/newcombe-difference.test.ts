import { describe, expect, it } from 'vitest';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';

describe('newcombeDifference', () => {
  // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i: %f to %f, as published', (a, m, b, n, low, high) => {
    const difference = newcombeDifference({ successes: a, trials: m }, { successes: b, trials: n });
    expect(difference.value).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });

  it('turns its sign with the order of the two', () => {
    const [a, b] = [
      { successes: 36, trials: 100 },
      { successes: 20, trials: 90 },
    ];
    expect(newcombeDifference(a, b).low).toBeCloseTo(-newcombeDifference(b, a).high, 12);
  });

  it('knows nothing of a group without trials', () => {
    expect(newcombeDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toEqual({ value: Number.NaN, low: -1, high: 1 });
  });
});
