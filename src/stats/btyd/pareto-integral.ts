import { legendre } from '../legendre.ts';

/**
 * The integral that the Pareto/NBD likelihood hangs on, and its means, for one count of purchases:
 * I(t, T) = ∫ₜᵀ (α+y)^−(r+x) (β+y)^−(s+1) dy, the weight of having dropped out at some y between last purchase and now.
 *
 * It is cumulated once over the sorted times and read off as a difference, in logarithms throughout, so that it costs
 * O(distinct times) and neither overflows nor needs the hypergeometric function, which converges slowly where α and β
 * are far apart. Relative error about 1e-12. Means are of ln(α+y), ln(β+y), 1/(α+y), 1/(β+y) under the integrand:
 * the gradient's ingredients.
 */
export interface ParetoIntegral {
  /** ln of the integral from times[i] to the last time; −Infinity at the last. */
  log: Float64Array;
  /** Four means for each time, length 4 × times. */
  means: Float64Array;
}

const POINTS = legendre(8);

/** `times` ascending, at least one; `power` is r + x, `decay` is s + 1; all positive. */
export function paretoIntegral(times: Float64Array, alpha: number, beta: number, power: number, decay: number): ParetoIntegral {
  const n = times.length;
  const log = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
  const means = new Float64Array(4 * n);
  const piece = { log: 0, means: new Float64Array(4) };
  for (let i = n - 2; i >= 0; i--) {
    integrate(times[i] as number, times[i + 1] as number, alpha, beta, power, decay, piece);
    merge(log, means, i, i + 1, piece);
  }
  return { log, means };
}

/** I(from, to) and its means, written into `out`: what lies between two of the times. */
export function between(integral: ParetoIntegral, from: number, to: number, out: { log: number; means: Float64Array }): void {
  const a = integral.log[from] as number;
  const b = integral.log[to] as number;
  const gap = a - b;
  if (!(gap > 0)) {
    out.log = Number.NEGATIVE_INFINITY;
    out.means.fill(0);
    return;
  }
  const rest = Math.exp(-gap);
  const share = -Math.expm1(-gap);
  out.log = a + Math.log(share);
  for (let m = 0; m < 4; m++)
    out.means[m] = ((integral.means[4 * from + m] as number) - rest * (integral.means[4 * to + m] as number)) / share;
}

/** One interval, in panels over which the integrand falls by no more than e². */
function integrate(
  from: number,
  to: number,
  alpha: number,
  beta: number,
  power: number,
  decay: number,
  out: { log: number; means: Float64Array },
): void {
  const fall = power * Math.log((alpha + to) / (alpha + from)) + decay * Math.log((beta + to) / (beta + from));
  const panels = Math.max(1, Math.ceil(fall / 2));
  const reference = -power * Math.log(alpha + from) - decay * Math.log(beta + from);
  const ratio = ((alpha + to) / (alpha + from)) ** (1 / panels);
  let sum = 0;
  let [m0, m1, m2, m3] = [0, 0, 0, 0];
  let start = from;
  for (let p = 0; p < panels; p++) {
    const end = p === panels - 1 ? to : (alpha + start) * ratio - alpha;
    const half = (end - start) / 2;
    const before = sum;
    for (let j = 0; j < POINTS.nodes.length; j++) {
      const y = start + half * (1 + (POINTS.nodes[j] as number));
      const la = Math.log(alpha + y);
      const lb = Math.log(beta + y);
      const g = half * (POINTS.weights[j] as number) * Math.exp(-power * la - decay * lb - reference);
      sum += g;
      m0 += g * la;
      m1 += g * lb;
      m2 += g / (alpha + y);
      m3 += g / (beta + y);
    }
    if (sum - before < sum * 1e-18 && p > 2) break;
    start = end;
  }
  out.log = reference + Math.log(sum);
  out.means[0] = m0 / sum;
  out.means[1] = m1 / sum;
  out.means[2] = m2 / sum;
  out.means[3] = m3 / sum;
}

function merge(log: Float64Array, means: Float64Array, at: number, tail: number, piece: { log: number; means: Float64Array }): void {
  const rest = log[tail] as number;
  const high = Math.max(piece.log, rest);
  const p = Math.exp(piece.log - high);
  const q = Math.exp(rest - high);
  log[at] = high + Math.log(p + q);
  for (let m = 0; m < 4; m++) means[4 * at + m] = (p * (piece.means[m] as number) + q * (means[4 * tail + m] as number)) / (p + q);
}
