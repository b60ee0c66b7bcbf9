import type { Random } from './random.ts';
import { sampleNormal } from './sample-normal.ts';

/**
 * One draw from the gamma distribution with this shape > 0 and scale 1 (divide by a rate for another).
 * For shapes under 1 it is made from shape + 1 and a power of a uniform. Source: Marsaglia & Tsang 2000.
 */
export function sampleGamma(random: Random, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`not a gamma shape: ${shape}`);
  if (shape < 1) return sampleGamma(random, shape + 1) * Math.exp(Math.log(1 - random.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = sampleNormal(random);
    const v = (1 + c * z) ** 3;
    if (v <= 0) continue;
    const u = 1 - random.uniform();
    if (Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** One draw from the beta distribution, shapes > 0. */
export function sampleBeta(random: Random, a: number, b: number): number {
  const x = sampleGamma(random, a);
  const y = sampleGamma(random, b);
  return x + y > 0 ? x / (x + y) : a / (a + b) > random.uniform() ? 1 : 0;
}

/** One draw from the exponential distribution with this rate. */
export function sampleExponential(random: Random, rate: number): number {
  return -Math.log1p(-random.uniform()) / rate;
}
