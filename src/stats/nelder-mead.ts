import type { MinimiseOptions, Minimum } from './objective.ts';

/**
 * Nelder–Mead simplex: minimises a function without gradients from a start (length n), with coefficients that adapt
 * to the dimension, and restarts once from its result. A value that is not finite counts as +Infinity.
 * Sources: Nelder & Mead 1965; Gao & Han 2012 (adaptive coefficients).
 */
export async function nelderMead(
  f: (point: Float64Array) => number,
  start: Float64Array,
  options: MinimiseOptions & { step?: number } = {},
): Promise<Minimum> {
  const first = await descend(f, start, options);
  const second = await descend(f, first.point, options);
  return { ...second, iterations: first.iterations + second.iterations, evaluations: first.evaluations + second.evaluations };
}

interface Vertex {
  point: Float64Array;
  value: number;
}

async function descend(
  f: (point: Float64Array) => number,
  start: Float64Array,
  options: MinimiseOptions & { step?: number },
): Promise<Minimum> {
  const { maxIterations = 2000, valueTolerance = 1e-13, step = 0.5, onIteration } = options;
  const n = start.length;
  const expand = 1 + 2 / n;
  const contract = n > 1 ? 0.75 - 1 / (2 * n) : 0.5;
  const shrink = n > 1 ? 1 - 1 / n : 0.5;
  let evaluations = 0;
  const at = (point: Float64Array): Vertex => {
    evaluations++;
    const value = f(point);
    return { point, value: Number.isFinite(value) ? value : Number.POSITIVE_INFINITY };
  };
  const along = (centre: Float64Array, from: Float64Array, t: number) => at(centre.map((c, i) => c + t * (c - (from[i] as number))));
  const simplex: Vertex[] = [at(Float64Array.from(start))];
  for (let i = 0; i < n; i++)
    simplex.push(at(start.map((v, j) => (i === j ? v + (v === 0 ? step / 10 : step * Math.max(0.1, Math.abs(v))) : v))));

  for (let iterations = 0; ; iterations++) {
    simplex.sort((a, b) => a.value - b.value);
    const best = simplex[0] as Vertex;
    const worst = simplex[n] as Vertex;
    const spread = Math.max(
      ...simplex.map((v) => Math.max(...v.point.map((x, i) => Math.abs(x - (best.point[i] as number)) / Math.max(1, Math.abs(x))))),
    );
    const converged = worst.value - best.value <= valueTolerance * Math.max(1, Math.abs(best.value)) && spread < 1e-7;
    if (converged || iterations >= maxIterations)
      return { point: best.point, value: best.value, converged, iterations, evaluations, gradientNorm: Number.NaN };
    const centre = new Float64Array(n);
    for (let v = 0; v < n; v++)
      for (let i = 0; i < n; i++) centre[i] = (centre[i] as number) + ((simplex[v] as Vertex).point[i] as number) / n;

    const reflected = along(centre, worst.point, 1);
    if (reflected.value < best.value) {
      const expanded = along(centre, worst.point, expand);
      simplex[n] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < (simplex[n - 1] as Vertex).value) simplex[n] = reflected;
    else {
      const inside = reflected.value >= worst.value;
      const contracted = along(centre, worst.point, inside ? -contract : contract);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[n] = contracted;
      else
        for (let v = 1; v <= n; v++)
          simplex[v] = at((simplex[v] as Vertex).point.map((x, i) => (best.point[i] as number) + shrink * (x - (best.point[i] as number))));
    }
    await onIteration?.(iterations, best.value);
  }
}
