import type { Minimise, MinimiseOptions, Minimum } from './objective.ts';

/** The best minimum of several starts, and how far the starts agree. */
export interface MultiStartMinimum extends Minimum {
  starts: number;
  /** Starts that ended within 1e-6 × max(1, |value|) of the best value. */
  agreeing: number;
}

/**
 * Minimises from several starts and keeps the best that converged (the best of all where none did). A start that
 * throws is passed on to the caller: a cancel must end the whole.
 */
export async function multiStart<F>(
  minimise: Minimise<F>,
  objective: F,
  starts: readonly Float64Array[],
  options?: MinimiseOptions,
): Promise<MultiStartMinimum> {
  if (starts.length === 0) throw new RangeError('multi-start needs a start');
  const found: Minimum[] = [];
  for (const start of starts) found.push(await minimise(objective, start, options));
  const better = (a: Minimum, b: Minimum) => (a.converged !== b.converged ? (a.converged ? a : b) : b.value < a.value ? b : a);
  const best = found.reduce(better);
  const close = 1e-6 * Math.max(1, Math.abs(best.value));
  return {
    ...best,
    iterations: found.reduce((sum, m) => sum + m.iterations, 0),
    evaluations: found.reduce((sum, m) => sum + m.evaluations, 0),
    starts: starts.length,
    agreeing: found.filter((m) => Math.abs(m.value - best.value) <= close).length,
  };
}
