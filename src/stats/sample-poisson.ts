import { logGamma } from './log-gamma.ts';
import type { Random } from './random.ts';

/**
 * One draw from the Poisson distribution. Under a mean of 10 by counting exponential gaps, above by transformed
 * rejection (PTRS). Source: Hörmann 1993, 'The transformed rejection method for generating Poisson random variables'.
 */
export function samplePoisson(random: Random, mean: number): number {
  if (!(mean >= 0 && Number.isFinite(mean))) throw new RangeError(`not a Poisson mean: ${mean}`);
  if (mean < 10) {
    const end = Math.exp(-mean);
    let k = -1;
    for (let product = 1; product > end || k < 0; k++) product *= 1 - random.uniform();
    return k;
  }
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const vr = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.uniform() - 0.5;
    const v = 1 - random.uniform();
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= vr) return k;
    if (k < 0 || (us < 0.013 && v > us)) continue;
    if (Math.log(v) + Math.log(inverse) - Math.log(a / (us * us) + b) <= -mean + k * Math.log(mean) - logGamma(k + 1)) return k;
  }
}
