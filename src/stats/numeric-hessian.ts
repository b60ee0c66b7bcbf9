import type { Objective } from './objective.ts';

/**
 * Hessian (n×n, row-major, symmetric) by central differences of an analytic gradient. `steps` (length n) are absolute;
 * by default the cube root of machine precision × max(|xᵢ|, 1e-4). 2n gradient evaluations.
 * Source: Dennis & Schnabel 1983, §5.6.
 */
export function numericHessian(objective: Objective, point: Float64Array, steps?: Float64Array): Float64Array {
  const n = point.length;
  const hessian = new Float64Array(n * n);
  const up = new Float64Array(n);
  const down = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const at = point[i] as number;
    const h = steps?.[i] ?? Math.cbrt(Number.EPSILON) * Math.max(Math.abs(at), 1e-4);
    const probe = Float64Array.from(point);
    probe[i] = at + h;
    objective(probe, up);
    probe[i] = at - h;
    objective(probe, down);
    for (let j = 0; j < n; j++) hessian[i * n + j] = ((up[j] as number) - (down[j] as number)) / (2 * h);
  }
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const mean = ((hessian[i * n + j] as number) + (hessian[j * n + i] as number)) / 2;
      hessian[i * n + j] = mean;
      hessian[j * n + i] = mean;
    }
  return hessian;
}
