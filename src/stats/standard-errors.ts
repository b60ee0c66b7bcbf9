import { invertPositiveDefinite } from './cholesky.ts';

/** Standard errors and their covariance (n×n, row-major). */
export interface Uncertainty {
  standardErrors: Float64Array;
  covariance: Float64Array;
}

/**
 * Asymptotic standard errors from the observed information: the Hessian (n×n, row-major) of the *negative*
 * log-likelihood at its minimum, in the parameters that are asked for. Null where it is not positive definite: then
 * the data do not tell the parameters apart. Source: Efron & Hinkley 1978.
 */
export function standardErrors(information: Float64Array, n: number): Uncertainty | null {
  const covariance = invertPositiveDefinite(information, n);
  if (!covariance) return null;
  return { covariance, standardErrors: Float64Array.from({ length: n }, (_, i) => Math.sqrt(covariance[i * n + i] as number)) };
}
