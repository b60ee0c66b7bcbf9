import { expect, it } from 'vitest';
import { normalQuantile, normalZ } from '../../src/stats/normal-quantile.ts';

it("gives R's qnorm to the last digits, in the centre and far out", () => {
  const known: [number, number][] = [
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9, 1.2815515655446004],
    [0.6, 0.2533471031357997],
    [1e-10, -6.361340902404056],
  ];
  for (const [p, z] of known) expect(normalQuantile(p)).toBeCloseTo(z, 13);
  expect(normalQuantile(1e-300)).toBeCloseTo(-37.0471, 4);
});

it('is odd, and infinite at the ends', () => {
  for (const p of [0.01, 0.2, 0.4999]) expect(normalQuantile(p)).toBeCloseTo(-normalQuantile(1 - p), 12);
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  for (const p of [-1, 2, Number.NaN]) expect(normalQuantile(p)).toBeNaN();
});

it('turns a level into the z of a two-sided interval', () => {
  expect(normalZ(0.95)).toBeCloseTo(1.959963984540054, 13);
});
