import stdlibBetaln from '@stdlib/math-base-special-betaln';
import stdlibDigamma from '@stdlib/math-base-special-digamma';
import stdlibGammaln from '@stdlib/math-base-special-gammaln';
import stdlibTrigamma from '@stdlib/math-base-special-trigamma';
import { describe, expect, it } from 'vitest';
import { digamma } from '../../src/stats/digamma.ts';
import { logAddExp, logSubtractExp } from '../../src/stats/log-add-exp.ts';
import { logBeta } from '../../src/stats/log-beta.ts';
import { logGamma } from '../../src/stats/log-gamma.ts';
import { logHyp2f1 } from '../../src/stats/log-hyp2f1.ts';
import { trigamma } from '../../src/stats/trigamma.ts';

/** From 1e-8 to 1e8, dense around 1 and 2 where ln Γ has its zeros. */
const DOMAIN = [...Array.from({ length: 320 }, (_, i) => 10 ** (-8 + i / 20)), ...Array.from({ length: 400 }, (_, i) => 0.5 + i / 160)];
const close = (a: number, b: number) => Math.abs(a - b) <= 1e-10 * Math.max(1, Math.abs(b));

describe('special functions, 1e-8 to 1e8, to 1e-10 relative (absolute under 1)', () => {
  it('ln Γ is that of @stdlib', () => {
    expect(DOMAIN.filter((x) => !close(logGamma(x), stdlibGammaln(x)))).toEqual([]);
  });
  it('ln Γ keeps its relative accuracy beside its zeros', () => {
    // ln Γ(1 + z) = −γz + π²z²/12 − …, DLMF 5.7.3.
    for (const z of [1e-6, -1e-6, 1e-9])
      expect(Math.abs(logGamma(1 + z) / (-0.5772156649015329 * z + 0.8224670334241132 * z * z) - 1)).toBeLessThan(1e-7);
  });
  it('ψ is that of @stdlib', () => {
    expect(DOMAIN.filter((x) => !close(digamma(x), stdlibDigamma(x)))).toEqual([]);
  });
  it('ψ′ is that of @stdlib', () => {
    expect(DOMAIN.filter((x) => !(Math.abs(trigamma(x) / stdlibTrigamma(x) - 1) < 1e-10))).toEqual([]);
  });
  it('ln B is that of @stdlib', () => {
    const some = DOMAIN.filter((_, i) => i % 9 === 0);
    const wrong = some.flatMap((a) =>
      some.filter((b) => !close(logBeta(a, b), stdlibBetaln(a, b))).map((b) => [a, b, logBeta(a, b), stdlibBetaln(a, b)]),
    );
    expect(wrong).toEqual([]);
  });
  it('outside their domain they say NaN, at its edge the limit', () => {
    for (const f of [logGamma, digamma, trigamma]) expect(f(-1)).toBeNaN();
    expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY);
    expect(digamma(0)).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('ln ₂F₁', () => {
  it('has its elementary cases', () => {
    for (const z of [0, 0.1, 0.5, 0.9, 0.99]) {
      expect(close(logHyp2f1(1, 1, 2, z), z === 0 ? 0 : Math.log(-Math.log1p(-z) / z))).toBe(true); // DLMF 15.4.1
      expect(close(logHyp2f1(0.5, 3, 3, z), -0.5 * Math.log1p(-z))).toBe(true); // DLMF 15.4.6
      const root = Math.sqrt(z);
      if (z > 0) expect(close(logHyp2f1(0.5, 1, 1.5, z), Math.log(Math.atanh(root) / root))).toBe(true); // DLMF 15.4.2
    }
  });
  it('obeys Euler’s transformation with parameters in the hundreds', () => {
    const [a, b, c, z] = [120.5, 260.2, 400.9, 0.7];
    expect(close(logHyp2f1(a, b, c, z), (c - a - b) * Math.log1p(-z) + logHyp2f1(c - a, c - b, c, z))).toBe(true);
  });
  it('refuses what it cannot do', () => {
    expect(() => logHyp2f1(1, 1, 2, 1)).toThrow(RangeError);
    expect(() => logHyp2f1(-1, 1, 2, 0.5)).toThrow(RangeError);
  });
});

describe('sums in logarithms', () => {
  it('neither overflow nor cancel', () => {
    expect(logAddExp(1000, 1000)).toBeCloseTo(1000 + Math.LN2, 12);
    expect(logAddExp(Number.NEGATIVE_INFINITY, -3)).toBe(-3);
    expect(logSubtractExp(-1000, -1000 - 2 ** -30)).toBeCloseTo(-1000 + Math.log(-Math.expm1(-(2 ** -30))), 9);
    expect(logSubtractExp(2, 2)).toBe(Number.NEGATIVE_INFINITY);
  });
});
