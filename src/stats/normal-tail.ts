import { gammaInc } from './gamma-inc.ts';

/** P(Z > z) of the standard normal; relative error about 1e-13 in the upper tail. Q(½, z²/2) / 2, DLMF 7.11.2. */
export function normalTail(z: number): number {
  const half = gammaInc(0.5, (z * z) / 2).upper / 2;
  return z >= 0 ? half : 1 - half;
}

/** Two-sided p of a z: how often chance alone is at least so far off. */
export const twoSidedP = (z: number): number => 2 * normalTail(Math.abs(z));
