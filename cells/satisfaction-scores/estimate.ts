import type { Unit } from '../../src/cell/index.ts';
import { type BootstrapInterval, bootstrap } from '../../src/stats/bootstrap.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';
import { normalZ } from '../../src/stats/normal-quantile.ts';
import { twoSidedP } from '../../src/stats/normal-tail.ts';
import { netPromoterScore } from '../../src/stats/nps.ts';
import { createRandom } from '../../src/stats/random.ts';
import { wilsonInterval } from '../../src/stats/wilson-interval.ts';
import type { Metric, Scale } from './scale.ts';

/** What is estimated of a group of answers. */
export type Figure = 'nps' | 'top_two' | 'top_box' | 'mean';
export const unitOf = (figure: Figure): Unit => (figure === 'nps' ? 'points' : figure === 'mean' ? 'score' : 'share');

/** CES is a mean on its scale; CSAT is what the person chose. */
export const figureOf = (metric: Metric, csat: 'top_two' | 'top_box' | 'mean'): Figure =>
  metric === 'nps' ? 'nps' : metric === 'ces' ? 'mean' : csat;

/** Score → answers. */
export type Counts = ReadonlyMap<number, number>;

export interface Estimate {
  value: number;
  low: number;
  high: number;
  n: number;
}

export const answersIn = (counts: Counts): number => [...counts.values()].reduce((a, b) => a + b, 0);

/** How one answer counts: +1, 0, −1 for NPS; 1 or 0 for a box; itself for a mean. */
export function worth(figure: Figure, scale: Scale): (score: number) => number {
  if (figure === 'mean') return (score) => score;
  if (figure === 'nps') return (score) => (score >= 9 ? 1 : score <= 6 ? -1 : 0);
  const from = figure === 'top_box' ? scale.high : scale.high - 1;
  return (score) => (score >= from ? 1 : 0);
}

/** An estimate with its interval by formula: Wilson for boxes, adjusted Wald for NPS, Student's t for means. */
export function estimate(figure: Figure, scale: Scale, counts: Counts, level: number): Estimate {
  const n = answersIn(counts);
  const of = worth(figure, scale);
  if (figure === 'mean') {
    let [sum, sumSquares] = [0, 0];
    for (const [score, k] of counts) {
      sum += k * score;
      sumSquares += k * score * score;
    }
    const { value, low, high } = meanInterval({ n, sum, sumSquares }, level);
    return { value, n, low: Math.max(scale.low, low), high: Math.min(scale.high, high) };
  }
  const count = (wanted: number) => [...counts].reduce((sum, [score, k]) => sum + (of(score) === wanted ? k : 0), 0);
  if (figure === 'nps') {
    const { value, low, high } = netPromoterScore({ promoters: count(1), passives: count(0), detractors: count(-1) }, level);
    return { value, low, high, n };
  }
  return { value: count(1) / n, n, ...wilsonInterval(count(1), n, level) };
}

/** The same with a percentile bootstrap of 2,000 draws of the answers; seeded, so that a run repeats. */
export async function bootstrapped(
  figure: Figure,
  scale: Scale,
  counts: Counts,
  level: number,
  breathe: () => Promise<void>,
): Promise<Estimate> {
  const plain = estimate(figure, scale, counts, level);
  if (plain.n < 2) return plain;
  const of = worth(figure, scale);
  const values = Float64Array.from([...counts].flatMap(([score, n]) => new Array<number>(n).fill(of(score))));
  const mean = (rows: Uint32Array) => rows.reduce((sum, row) => sum + (values[row] as number), 0) / rows.length;
  const { low, high }: BootstrapInterval = await bootstrap(plain.n, mean, createRandom(1), { draws: 2000, level, breathe });
  return { ...plain, low, high };
}

/** a − b with its two-sided p: Newcombe's interval and pooled z for boxes, unpooled z for NPS and means. NaN without answers. */
export function difference(
  figure: Figure,
  scale: Scale,
  a: Counts,
  b: Counts,
  level: number,
): { value: number; low: number; high: number; p: number } {
  const of = worth(figure, scale);
  const moments = (counts: Counts) => {
    const n = answersIn(counts);
    let [sum, squares] = [0, 0];
    for (const [score, k] of counts) {
      sum += k * of(score);
      squares += k * of(score) ** 2;
    }
    return { n, sum, mean: sum / n, variance: squares / n - (sum / n) ** 2 };
  };
  const [x, y] = [moments(a), moments(b)];
  if (figure === 'top_two' || figure === 'top_box') {
    const pooled = (x.sum + y.sum) / (x.n + y.n);
    const z = (x.mean - y.mean) / Math.sqrt(pooled * (1 - pooled) * (1 / x.n + 1 / y.n));
    return { ...newcombeDifference({ successes: x.sum, trials: x.n }, { successes: y.sum, trials: y.n }, level), p: p(z, x.mean - y.mean) };
  }
  const value = x.mean - y.mean;
  const error = Math.sqrt(x.variance / Math.max(1, x.n - 1) + y.variance / Math.max(1, y.n - 1));
  const z = value / error;
  const t = normalZ(level);
  return { value, low: value - t * error, high: value + t * error, p: p(z, value) };
}

/** No difference at all is no evidence; no variance and a difference is all of it. */
const p = (z: number, value: number) => (value === 0 ? 1 : Number.isFinite(z) ? twoSidedP(z) : Number.isNaN(value) ? Number.NaN : 0);
