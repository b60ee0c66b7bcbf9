import type { Random } from './random.ts';

/** One draw from the standard normal, by the polar method (its second value is let go). Source: Marsaglia & Bray 1964. */
export function sampleNormal(random: Random): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}
