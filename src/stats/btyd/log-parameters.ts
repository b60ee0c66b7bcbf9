import { numericHessian } from '../numeric-hessian.ts';
import type { Objective } from '../objective.ts';
import { standardErrors, type Uncertainty } from '../standard-errors.ts';

/**
 * Standard errors of positive parameters whose logarithms were fitted. The information is taken in logarithms, where
 * the likelihood is nearly quadratic, and brought over by the chain rule (the gradient is zero at the optimum):
 * Cov(e^θ) = e^θ Cov(θ) e^θ. `objective` is per customer. Null where the information is not positive definite.
 */
export function errorsFromLogs(objective: Objective, point: Float64Array, customers: number): Uncertainty | null {
  const n = point.length;
  const information = numericHessian(objective, point, new Float64Array(n).fill(1e-4)).map((v) => v * customers);
  const inLogs = standardErrors(information, n);
  if (!inLogs) return null;
  const covariance = inLogs.covariance.map((v, k) => v * Math.exp((point[Math.floor(k / n)] as number) + (point[k % n] as number)));
  return { covariance, standardErrors: inLogs.standardErrors.map((v, i) => v * Math.exp(point[i] as number)) };
}

/** Whether some parameter is not told by the data: no uncertainty at all, or a standard error of five times its size. */
export function isFlat(params: readonly number[], uncertainty: Uncertainty | null): boolean {
  return !uncertainty || params.some((value, i) => !((uncertainty.standardErrors[i] as number) < 5 * value));
}
