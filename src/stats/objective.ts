/** A function to be minimised, with its gradient: writes it into `gradient` (length n) and returns the value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** What an optimiser found; it never fails silently. */
export interface Minimum {
  point: Float64Array;
  value: number;
  /** Whether a stopping rule on gradient or progress was met, rather than the limit of iterations or a dead end. */
  converged: boolean;
  iterations: number;
  evaluations: number;
  /** Largest absolute component of the gradient, NaN where the method has none. */
  gradientNorm: number;
}

export interface MinimiseOptions {
  /** Default 500. */
  maxIterations?: number;
  /** Stop where no gradient component is larger than this share of max(1, |value at the start|); default 1e-8. */
  gradientTolerance?: number;
  /** Stop where an iteration gains less than this share of max(1, |value|); default 1e-13. */
  valueTolerance?: number;
  /** Awaited after each iteration: shows progress, lets a cancel through (by throwing). */
  onIteration?: (iteration: number, value: number) => void | Promise<void>;
}

export type Minimise<F> = (objective: F, start: Float64Array, options?: MinimiseOptions) => Promise<Minimum>;
