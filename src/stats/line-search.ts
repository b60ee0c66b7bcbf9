import type { Objective } from './objective.ts';

/**
 * A step along `direction` that meets the strong Wolfe conditions (1e-4, 0.9): bracket, then zoom by cubic
 * interpolation kept off the ends. A value that is not finite counts as +Infinity.
 * Source: Nocedal & Wright 2006, algorithms 3.5 and 3.6.
 */
export function lineSearch(
  objective: Objective,
  start: Float64Array,
  direction: Float64Array,
  value: number,
  slope: number,
  firstStep: number,
) {
  const n = start.length;
  const point = new Float64Array(n);
  const gradient = new Float64Array(n);
  let evaluations = 0;
  const at = (step: number): Probe => {
    evaluations++;
    for (let i = 0; i < n; i++) point[i] = (start[i] as number) + step * (direction[i] as number);
    const v = objective(point, gradient);
    let d = 0;
    for (let i = 0; i < n; i++) d += (gradient[i] as number) * (direction[i] as number);
    return Number.isFinite(v) && Number.isFinite(d)
      ? { step, value: v, slope: d }
      : { step, value: Number.POSITIVE_INFINITY, slope: Number.NaN };
  };
  const flat = Math.abs(value) * 1e-15;
  const falls = (p: Probe) => p.value <= value + 1e-4 * p.step * slope + flat;
  const levels = (p: Probe) => Math.abs(p.slope) <= -0.9 * slope;
  const done = (p: Probe, ok: boolean) => ({ ok, value: p.value, point, gradient, evaluations });

  let low: Probe = { step: 0, value, slope };
  let high: Probe | null = null;
  let probe = at(firstStep);
  for (; evaluations < 60; probe = at(next(low, high, probe))) {
    if (!falls(probe) || probe.value > low.value + flat) high = probe;
    else if (levels(probe)) return done(probe, true);
    else {
      if (probe.slope * (high ? high.step - low.step : 1) >= 0) high = low;
      low = probe;
    }
    if (high && Math.abs(high.step - low.step) * Math.max(...direction.map(Math.abs)) < 1e-14) break;
  }
  // Rounding may hide the last of a slope: a step that went down at all is still a step.
  if (low.step > 0 && low.value <= value) return done(at(low.step), true);
  return done(probe, false);
}

interface Probe {
  step: number;
  value: number;
  slope: number;
}

function next(low: Probe, high: Probe | null, last: Probe): number {
  if (!high) return last.step * 3;
  const width = high.step - low.step;
  if (!Number.isFinite(high.value)) return low.step + width * 0.25;
  const d1 = low.slope + high.slope - (3 * (low.value - high.value)) / (low.step - high.step);
  const d2 = Math.sqrt(d1 * d1 - low.slope * high.slope) * Math.sign(width);
  const cubic = high.step - width * ((high.slope + d2 - d1) / (high.slope - low.slope + 2 * d2));
  const share = (cubic - low.step) / width;
  return share > 0.1 && share < 0.9 ? cubic : low.step + width * 0.5;
}
