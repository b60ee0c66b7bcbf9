import { describe, expect, it } from 'vitest';
import { ratioInterval } from '../../src/stats/ratio-interval.ts';

const sumsOf = (pairs: readonly (readonly [number, number])[]) => ({
  n: pairs.length,
  x: pairs.reduce((s, [x]) => s + x, 0),
  y: pairs.reduce((s, [, y]) => s + y, 0),
  xx: pairs.reduce((s, [x]) => s + x * x, 0),
  xy: pairs.reduce((s, [x, y]) => s + x * y, 0),
  yy: pairs.reduce((s, [, y]) => s + y * y, 0),
});

describe('ratioInterval', () => {
  it('is the residuals of a line through the origin, by hand', () => {
    // R = 12/6 = 2; residuals 1, −1, 0; variance 3/2 · 2 / 36 = 1/12.
    const { value, low, high } = ratioInterval(
      sumsOf([
        [3, 1],
        [3, 2],
        [6, 3],
      ]),
    );
    expect(value).toBe(2);
    expect((Number(high) - Number(low)) / 2).toBeCloseTo(1.959963984540054 * Math.sqrt(1 / 12), 12);
  });

  it('agrees with the jackknife over customers', () => {
    const pairs = Array.from({ length: 400 }, (_, i) => [((i * 7919) % 101) * (i % 3), 20 + ((i * 104729) % 61)] as const);
    const all = sumsOf(pairs);
    const without = pairs.map(([x, y]) => (all.x - x) / (all.y - y));
    const mean = without.reduce((s, r) => s + r, 0) / without.length;
    const se = Math.sqrt(((without.length - 1) / without.length) * without.reduce((s, r) => s + (r - mean) ** 2, 0));
    const { low, high } = ratioInterval(all);
    expect((Number(high) - Number(low)) / 2 / 1.959963984540054).toBeCloseTo(se, 4);
  });

  it('has no value without a denominator, and no interval of one unit', () => {
    expect(ratioInterval(sumsOf([[1, 0]]))).toEqual({ value: null, low: null, high: null });
    expect(ratioInterval(sumsOf([[1, 2]]))).toEqual({ value: 0.5, low: null, high: null });
    expect(ratioInterval({ n: 2, x: Number.POSITIVE_INFINITY, y: 1, xx: 1, xy: 1, yy: 1 }).value).toBeNull();
  });
});
