import type { Random } from '../random.ts';
import { sampleBeta, sampleExponential, sampleGamma } from '../sample-gamma.ts';
import type { BtydKind, BtydParams } from './model.ts';

export interface SimulatedHistories {
  x: Float64Array;
  recency: Float64Array;
  age: Float64Array;
  /** Times of the repeat purchases of each customer, from the first purchase on. */
  times: number[][];
}

/** Histories of customers observed for these ages, bought as a model says. Equal for equal seeds. */
export function simulateBtyd(
  { kind, params, ages }: { kind: BtydKind; params: BtydParams; ages: Float64Array },
  random: Random,
): SimulatedHistories {
  const n = ages.length;
  const out: SimulatedHistories = { x: new Float64Array(n), recency: new Float64Array(n), age: Float64Array.from(ages), times: [] };
  for (let i = 0; i < n; i++) {
    const times = purchaseTimes(kind, params, ages[i] as number, random);
    out.times.push(times);
    out.x[i] = times.length;
    out.recency[i] = times.at(-1) ?? 0;
  }
  return out;
}

function purchaseTimes(kind: BtydKind, [r, alpha, third, fourth]: BtydParams, age: number, random: Random): number[] {
  const rate = sampleGamma(random, r) / alpha;
  const pareto = kind === 'pareto-nbd';
  const leaves = pareto ? sampleExponential(random, sampleGamma(random, third) / fourth) : Number.POSITIVE_INFINITY;
  const dropOut = pareto ? 0 : sampleBeta(random, third, fourth);
  const end = Math.min(age, leaves);
  const times: number[] = [];
  if (kind === 'mbg-nbd' && random.uniform() < dropOut) return times;
  for (let t = sampleExponential(random, rate); t <= end; t += sampleExponential(random, rate)) {
    times.push(t);
    if (random.uniform() < dropOut) break;
  }
  return times;
}
