import type { BtydModel, BtydParams } from './model.ts';
import { between, paretoIntegral } from './pareto-integral.ts';
import { byCount } from './pareto-nbd-objective.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** Pareto/NBD: drop-out may come at any time, whether or not a purchase is made. Schmittlein, Morrison & Colombo 1987. */
export const paretoNbd: BtydModel = {
  kind: 'pareto-nbd',
  alive,
  expected: (params, data, t) => {
    const [r, alpha, s, beta] = params;
    return alive(params, data).map((p, i) => {
      const age = data.age[i] as number;
      return p * ((r + (data.x[i] as number)) / (alpha + age)) * lifetime(s, beta + age, t);
    });
  },
  surviving: (params, data, t) => {
    const [, , s, beta] = params;
    return alive(params, data).map((p, i) => p * Math.exp(-s * Math.log1p(t / (beta + (data.age[i] as number)))));
  },
  expectedNew: ([r, alpha, s, beta], t) => (r / alpha) * lifetime(s, beta, t),
};

function alive([r, alpha, s, beta]: BtydParams, data: PurchaseSummary): Float64Array {
  const out = new Float64Array(data.size);
  const dead = { log: 0, means: new Float64Array(4) };
  for (const group of byCount(data)) {
    const integral = paretoIntegral(group.times, alpha, beta, r + group.x, s + 1);
    for (let i = 0; i < group.weight.length; i++) {
      const iT = group.age[i] as number;
      const T = group.times[iT] as number;
      between(integral, group.recency[i] as number, iT, dead);
      out[group.start + i] = 1 / (1 + s * Math.exp(dead.log + (r + group.x) * Math.log(alpha + T) + s * Math.log(beta + T)));
    }
  }
  return out;
}

/** Expected time alive within t, for a drop-out rate that is Gamma(s, β): β/(s−1) · (1 − (β/(β+t))^(s−1)), s = 1 included. */
function lifetime(s: number, beta: number, t: number): number {
  const log = Math.log1p(t / beta);
  const k = (s - 1) * log;
  return Math.abs(k) < 1e-8 ? beta * log * (1 - k / 2) : (-beta * Math.expm1(-k)) / (s - 1);
}
