import { describe, expect, it } from 'vitest';
import { alivePurchases } from '../../../src/stats/btyd/alive-purchases.ts';
import { btydObjective } from '../../../src/stats/btyd/fit.ts';
import { gammaGammaObjective } from '../../../src/stats/btyd/gamma-gamma.ts';
import { nbdObjective } from '../../../src/stats/btyd/nbd.ts';
import { paretoNbd } from '../../../src/stats/btyd/pareto-nbd.ts';
import { purchaseSummary } from '../../../src/stats/btyd/purchase-summary.ts';
import { logAddExp, logSubtractExp } from '../../../src/stats/log-add-exp.ts';
import { logBeta } from '../../../src/stats/log-beta.ts';
import { logGamma } from '../../../src/stats/log-gamma.ts';
import { logHyp2f1 } from '../../../src/stats/log-hyp2f1.ts';
import type { Objective } from '../../../src/stats/objective.ts';

const histories: [number, number, number][] = [
  [0, 0, 30],
  [0, 0, 3.5],
  [1, 2, 30],
  [2, 29, 30],
  [7, 12.25, 39],
  [26, 30.5, 31],
  [60, 20, 39],
  [3, 39, 39],
];
const data = purchaseSummary(
  histories.map((h) => h[0]),
  histories.map((h) => h[1]),
  histories.map((h) => h[2]),
);
const points = [
  [0.5, 10, 0.6, 12],
  [0.24, 4.4, 0.8, 2.4],
  [2, 0.5, 1, 40],
  [1.3, 30, 0.05, 0.5],
];

function check(objective: Objective, theta: Float64Array): void {
  const n = theta.length;
  const gradient = new Float64Array(n);
  const scratch = new Float64Array(n);
  const value = objective(theta, gradient);
  for (let i = 0; i < n; i++) {
    const at = (h: number) =>
      objective(
        theta.map((v, j) => (i === j ? v + h : v)),
        scratch,
      );
    const difference = (at(-2e-3) - 8 * at(-1e-3) + 8 * at(1e-3) - at(2e-3)) / 0.012;
    expect(Math.abs((gradient[i] as number) - difference)).toBeLessThan(1e-8 * Math.max(1, Math.abs(value)));
  }
}

describe('likelihoods', () => {
  it.each(['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const)('%s: the gradient is that of the value', (kind) => {
    for (const point of points) check(btydObjective(kind, data), Float64Array.from(point, Math.log));
  });

  it('NBD and Gamma–Gamma: the gradient is that of the value', () => {
    check(nbdObjective(data), Float64Array.of(-0.3, 2));
    check(gammaGammaObjective({ x: Float64Array.of(1, 2, 9), mean: Float64Array.of(3, 70.5, 12) }), Float64Array.of(1.2, 0.9, 2.5));
  });

  it('Pareto/NBD: the value is that of the closed form with the hypergeometric function', () => {
    for (const point of points) {
      const [r, alpha, s, beta] = point as [number, number, number, number];
      const objective = btydObjective('pareto-nbd', data);
      const closed = histories.map(([x, tx, T]) => {
        const sum = r + s + x;
        const [high, low, second] = alpha >= beta ? [alpha, beta, s + 1] : [beta, alpha, r + x];
        const part = (t: number) => logHyp2f1(sum, second, sum + 1, (high - low) / (high + t)) - sum * Math.log(high + t);
        const dead = Math.log(s / sum) + logSubtractExp(part(tx), part(T));
        return (
          logGamma(r + x) -
          logGamma(r) +
          r * Math.log(alpha) +
          s * Math.log(beta) +
          logAddExp(-(r + x) * Math.log(alpha + T) - s * Math.log(beta + T), dead)
        );
      });
      const mean = closed.reduce((a, b) => a + b, 0) / closed.length;
      expect(Math.abs(-objective(Float64Array.from(point, Math.log), new Float64Array(4)) / mean - 1)).toBeLessThan(1e-9);
    }
  });

  it('BG/NBD: purchases while alive are those of the closed form', () => {
    for (const [r, alpha, a, b, t] of [
      [0.24, 4.4, 0.8, 2.4, 52],
      [26.2, 35.4, 0.8, 28.4, 52],
      [5, 10, 1.7, 3, 200],
      [1, 300, 0.3, 1.2, 4],
    ] as const) {
      const z = t / (alpha + t);
      const closed = ((a + b - 1) / (a - 1)) * -Math.expm1(r * Math.log(alpha / (alpha + t)) + logHyp2f1(r, b, a + b - 1, z));
      expect(Math.abs(alivePurchases(r, alpha, a, b, t) / closed - 1)).toBeLessThan(1e-9);
    }
  });

  it('BG/NBD: purchases while alive hold at a = 1, for nobody leaving and for long horizons', () => {
    const near = (alivePurchases(2, 10, 1 - 1e-5, 3, 52) + alivePurchases(2, 10, 1 + 1e-5, 3, 52)) / 2;
    expect(Math.abs(alivePurchases(2, 10, 1, 3, 52) / near - 1)).toBeLessThan(1e-8);
    expect(Math.abs(alivePurchases(2, 10, 1e-12, 3, 52) / 10.4 - 1)).toBeLessThan(1e-9);
    // All that will ever be bought by someone sure to leave: E[1/p] = (a + b − 1) / (a − 1).
    expect(Math.abs(alivePurchases(2, 10, 5, 3, 1e9) / (7 / 4) - 1)).toBeLessThan(1e-6);
    expect(alivePurchases(2, 10, 1, 3, 0)).toBe(0);
  });

  it('Pareto/NBD: s = 1 is a point like any other', () => {
    const at = (s: number) => paretoNbd.expectedNew([0.5, 10, s, 12], 52);
    expect(Math.abs(at(1) / ((at(1 - 1e-4) + at(1 + 1e-4)) / 2) - 1)).toBeLessThan(1e-7);
  });

  it('survives ten years of silence after a thousand purchases', () => {
    const hard = purchaseSummary([1000, 0, 1], [1, 0, 1e-3], [4000, 4000, 4000]);
    for (const kind of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
      const gradient = new Float64Array(4);
      expect(Number.isFinite(btydObjective(kind, hard)(Float64Array.of(0, 0, 0, 0), gradient))).toBe(true);
      expect(gradient.every(Number.isFinite)).toBe(true);
    }
    expect((paretoNbd.alive([1, 1, 1, 1], hard)[2] as number) < 1e-6).toBe(true);
  });

  it('the normalising constants agree with each other', () => {
    expect(logBeta(2.5, 3.5)).toBeCloseTo(logGamma(2.5) + logGamma(3.5) - logGamma(6), 12);
  });
});
