import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../src/stats/bootstrap.ts';
import { cholesky, invertPositiveDefinite } from '../../src/stats/cholesky.ts';
import { lbfgs } from '../../src/stats/lbfgs.ts';
import { legendre } from '../../src/stats/legendre.ts';
import { multiStart } from '../../src/stats/multi-start.ts';
import { nelderMead } from '../../src/stats/nelder-mead.ts';
import { numericHessian } from '../../src/stats/numeric-hessian.ts';
import type { Objective } from '../../src/stats/objective.ts';
import { quantile } from '../../src/stats/quantile.ts';
import { createRandom } from '../../src/stats/random.ts';
import { sampleBeta, sampleExponential, sampleGamma } from '../../src/stats/sample-gamma.ts';
import { sampleNormal } from '../../src/stats/sample-normal.ts';
import { standardErrors } from '../../src/stats/standard-errors.ts';

/** Moré, Garbow & Hillstrom 1981, problems 1, 13 and 15-like: hard valleys with known minima. */
const rosenbrock: Objective = (p, g) => {
  const [x, y] = p as unknown as [number, number];
  g[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  g[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};
const powell: Objective = (p, g) => {
  const [a, b, c, d] = p as unknown as [number, number, number, number];
  const [s, t, u, v] = [a + 10 * b, c - d, b - 2 * c, a - d];
  g[0] = 2 * s + 40 * v ** 3;
  g[1] = 20 * s + 4 * u ** 3;
  g[2] = 10 * t - 8 * u ** 3;
  g[3] = -10 * t - 40 * v ** 3;
  return s * s + 5 * t * t + u ** 4 + 10 * v ** 4;
};
const valueOnly = (f: Objective) => (p: Float64Array) => f(p, new Float64Array(p.length));

describe('L-BFGS', () => {
  it('walks down Rosenbrock’s valley', async () => {
    const m = await lbfgs(rosenbrock, Float64Array.of(-1.2, 1));
    expect(m.converged).toBe(true);
    expect(Math.max(...m.point.map((v) => Math.abs(v - 1)))).toBeLessThan(1e-6);
    expect(m.iterations).toBeLessThan(60);
  });
  it('ends Powell’s singular function, whose Hessian vanishes at the minimum', async () => {
    const m = await lbfgs(powell, Float64Array.of(3, -1, 0, 1), { gradientTolerance: 1e-10 });
    expect(m.converged).toBe(true);
    expect(m.value).toBeLessThan(1e-10);
  });
  it('backs out of where the function is not defined', async () => {
    const f: Objective = (p, g) => {
      const x = p[0] as number;
      g[0] = 1 - 1 / x;
      return x > 0 ? x - Math.log(x) : Number.NaN;
    };
    expect((await lbfgs(f, Float64Array.of(1e-3))).point[0]).toBeCloseTo(1, 6);
  });
  it('says so when it was stopped, cannot start, or falls for ever', async () => {
    expect((await lbfgs(rosenbrock, Float64Array.of(-1.2, 1), { maxIterations: 3 })).converged).toBe(false);
    expect((await lbfgs(() => Number.NaN, Float64Array.of(1))).converged).toBe(false);
    const down: Objective = (p, g) => {
      g[0] = -1;
      return -(p[0] as number);
    };
    expect((await lbfgs(down, Float64Array.of(0), { maxIterations: 50 })).converged).toBe(false);
  });
  it('lets a cancel through', async () => {
    const stop = () => Promise.reject(new Error('stop'));
    await expect(lbfgs(rosenbrock, Float64Array.of(-1.2, 1), { onIteration: stop })).rejects.toThrow('stop');
  });
});

describe('Nelder–Mead', () => {
  it('finds the minima of the same functions', async () => {
    const m = await nelderMead(valueOnly(rosenbrock), Float64Array.of(-1.2, 1));
    expect(m.converged).toBe(true);
    expect(Math.max(...m.point.map((v) => Math.abs(v - 1)))).toBeLessThan(1e-5);
    expect((await nelderMead(valueOnly(powell), Float64Array.of(3, -1, 0, 1))).value).toBeLessThan(1e-9);
  });
  it('works in one dimension and beside a wall', async () => {
    const m = await nelderMead((p) => ((p[0] as number) < 1 ? Number.NaN : (p[0] as number) ** 2), Float64Array.of(5));
    expect(m.point[0]).toBeCloseTo(1, 4);
  });
});

describe('multi-start', () => {
  it('keeps the lowest of several valleys and counts who agrees', async () => {
    const f: Objective = (p, g) => {
      const x = p[0] as number;
      g[0] = 4 * x ** 3 - 4 * x + 0.3;
      return x ** 4 - 2 * x * x + 0.3 * x;
    };
    const m = await multiStart(lbfgs, f, [Float64Array.of(2), Float64Array.of(-2), Float64Array.of(-0.5)]);
    expect(m.point[0]).toBeLessThan(-0.9);
    expect([m.starts, m.agreeing]).toEqual([3, 2]);
  });
});

describe('information and its inverse', () => {
  it('gives the standard errors of a normal sample', () => {
    // −ln L of n = 50 with sample variance 4: information for (mean, ln sd) is n/4 and 2n.
    const f: Objective = (p, g) => {
      const [mean, log] = p as unknown as [number, number];
      const precision = Math.exp(-2 * log);
      g[0] = 50 * precision * mean;
      g[1] = 50 - 50 * precision * (4 + mean * mean);
      return 50 * log + 25 * precision * (4 + mean * mean);
    };
    const errors = standardErrors(numericHessian(f, Float64Array.of(0, Math.log(2))), 2)?.standardErrors;
    expect(errors?.[0]).toBeCloseTo(Math.sqrt(4 / 50), 6);
    expect(errors?.[1]).toBeCloseTo(Math.sqrt(1 / 100), 6);
  });
  it('inverts and refuses', () => {
    const inverse = invertPositiveDefinite(Float64Array.of(4, 2, 2, 3), 2) as Float64Array;
    [0.375, -0.25, -0.25, 0.5].forEach((v, i) => expect(inverse[i]).toBeCloseTo(v, 12));
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBeNull();
    expect(standardErrors(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  });
});

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const first = (seed: number) =>
      Array.from(
        { length: 4 },
        (
          (r) => () =>
            r.uint32()
        )(createRandom(seed)),
      );
    expect(first(1)).toEqual(first(1));
    expect(first(1)).not.toEqual(first(2));
    expect(createRandom(1).fork(1).uint32()).not.toBe(createRandom(1).fork(2).uint32());
  });
  it.each([
    ['normal', (r: ReturnType<typeof createRandom>) => sampleNormal(r), 0, 1],
    ['gamma 0.3', (r) => sampleGamma(r, 0.3), 0.3, 0.3],
    ['gamma 7', (r) => sampleGamma(r, 7), 7, 7],
    ['beta 2, 5', (r) => sampleBeta(r, 2, 5), 2 / 7, 10 / (49 * 8)],
    ['exponential 4', (r) => sampleExponential(r, 4), 0.25, 0.0625],
    ['uniform', (r) => r.uniform(), 0.5, 1 / 12],
    ['below 7', (r) => r.below(7), 3, 4],
  ] as [string, (r: ReturnType<typeof createRandom>) => number, number, number][])(
    '%s has its mean and variance',
    (_, draw, mean, variance) => {
      const random = createRandom(5);
      const n = 200_000;
      const values = Array.from({ length: n }, () => draw(random));
      const m = values.reduce((a, b) => a + b, 0) / n;
      const v = values.reduce((a, b) => a + (b - m) ** 2, 0) / n;
      expect(Math.abs(m - mean)).toBeLessThan(4.5 * Math.sqrt(variance / n));
      expect(Math.abs(v / variance - 1)).toBeLessThan(0.04);
    },
  );
  it('bootstraps a mean with the error that theory gives it', async () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => i % 20);
    const mean = (rows: Uint32Array) => rows.reduce((sum, i) => sum + (values[i] as number), 0) / rows.length;
    const b = await bootstrap(400, mean, createRandom(3), { draws: 2000 });
    expect(Math.abs(b.standardError / Math.sqrt(33.25 / 400) - 1)).toBeLessThan(0.06);
    expect(b.low).toBeLessThan(9.5);
    expect(b.high).toBeGreaterThan(9.5);
  });
});

describe('small tools', () => {
  it('quantiles are of type 7', () => {
    // R: quantile(c(1, 2, 4, 8), c(0, .1, .5, .9, 1))
    [0, 0.1, 0.5, 0.9, 1].forEach((p, i) => expect(quantile([1, 2, 4, 8], p)).toBeCloseTo([1, 1.3, 3, 6.8, 8][i] as number, 12));
    expect(quantile([], 0.5)).toBeNaN();
  });
  it('Gauss–Legendre integrates polynomials exactly', () => {
    const { nodes, weights } = legendre(8);
    for (let degree = 0; degree < 16; degree++) {
      const sum = nodes.reduce((acc, x, i) => acc + (weights[i] as number) * x ** degree, 0);
      expect(sum).toBeCloseTo(degree % 2 === 0 ? 2 / (degree + 1) : 0, 13);
    }
  });
});
