import { lineSearch } from './line-search.ts';
import type { Minimise, MinimiseOptions, Minimum, Objective } from './objective.ts';

/**
 * Limited-memory BFGS: minimises a smooth function from a start (length n), remembering the last 8 steps.
 * A value that is not finite counts as +Infinity, so the search backs out of where the function is not defined.
 * Source: Nocedal & Wright 2006, algorithms 7.4 and 7.5.
 */
export const lbfgs: Minimise<Objective> = async (
  objective: Objective,
  start: Float64Array,
  options: MinimiseOptions = {},
): Promise<Minimum> => {
  const { maxIterations = 500, gradientTolerance = 1e-8, valueTolerance = 1e-13, onIteration } = options;
  const n = start.length;
  const point = Float64Array.from(start);
  const gradient = new Float64Array(n);
  const memory: Step[] = [];
  let value = objective(point, gradient);
  let evaluations = 1;
  let iterations = 0;
  let quiet = 0;
  const result = (converged: boolean): Minimum => ({ point, value, converged, iterations, evaluations, gradientNorm: largest(gradient) });
  if (!Number.isFinite(value)) return result(false);
  const level = gradientTolerance * Math.max(1, Math.abs(value));

  while (iterations < maxIterations) {
    if (largest(gradient) <= level) return result(true);
    let direction = descent(gradient, memory);
    let slope = dot(direction, gradient);
    if (!(slope < 0)) {
      memory.length = 0;
      direction = descent(gradient, memory);
      slope = dot(direction, gradient);
    }
    const first = memory.length === 0 ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
    const found = lineSearch(objective, point, direction, value, slope, first);
    evaluations += found.evaluations;
    if (!found.ok) {
      if (memory.length === 0) return result(largest(gradient) <= 1e-4 * Math.max(1, Math.abs(value)));
      memory.length = 0;
      continue;
    }
    iterations++;
    remember(memory, point, gradient, found.point, found.gradient);
    const gain = value - found.value;
    point.set(found.point);
    gradient.set(found.gradient);
    value = found.value;
    await onIteration?.(iterations, value);
    quiet = gain <= valueTolerance * Math.max(1, Math.abs(value)) ? quiet + 1 : 0;
    if (quiet >= 2) return result(true);
  }
  return result(false);
};

interface Step {
  s: Float64Array;
  y: Float64Array;
  rho: number;
}

const MEMORY = 8;

function remember(memory: Step[], point: Float64Array, gradient: Float64Array, next: Float64Array, nextGradient: Float64Array): void {
  const s = next.map((v, i) => v - (point[i] as number));
  const y = nextGradient.map((v, i) => v - (gradient[i] as number));
  const curvature = dot(s, y);
  if (!(curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) return;
  memory.push({ s, y, rho: 1 / curvature });
  if (memory.length > MEMORY) memory.shift();
}

/** The two-loop recursion: −H·gradient. */
function descent(gradient: Float64Array, memory: readonly Step[]): Float64Array {
  const q = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (let m = memory.length - 1; m >= 0; m--) {
    const step = memory[m] as Step;
    const alpha = step.rho * dot(step.s, q);
    alphas[m] = alpha;
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) - alpha * (step.y[i] as number);
  }
  const last = memory.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) * scale;
  }
  memory.forEach((step, m) => {
    const beta = step.rho * dot(step.y, q);
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) + ((alphas[m] as number) - beta) * (step.s[i] as number);
  });
  return q;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (const v of vector) most = Math.max(most, Number.isNaN(v) ? Number.POSITIVE_INFINITY : Math.abs(v));
  return most;
}
