import stdlibBetainc from '@stdlib/math-base-special-betainc';
import stdlibGammainc from '@stdlib/math-base-special-gammainc';
import { describe, expect, it } from 'vitest';
import { betaInc } from '../../src/stats/beta-inc.ts';
import { gammaInc } from '../../src/stats/gamma-inc.ts';
import { holm } from '../../src/stats/holm.ts';
import { meanInterval } from '../../src/stats/mean-interval.ts';
import { normalTail, twoSidedP } from '../../src/stats/normal-tail.ts';
import { netPromoterScore } from '../../src/stats/nps.ts';
import { studentT, studentTail } from '../../src/stats/student-t.ts';

const GRID = [0.01, 0.2, 0.5, 1, 2.5, 7, 40, 300];

describe('incomplete functions', () => {
  it('gamma is that of @stdlib', () => {
    for (const a of GRID)
      for (const x of GRID) {
        expect(Math.abs(gammaInc(a, x).lower - stdlibGammainc(x, a))).toBeLessThan(1e-11);
        const upper = stdlibGammainc(x, a, true, true);
        if (upper > 1e-250 && x >= a + 1) expect(Math.abs(gammaInc(a, x).upper / upper - 1)).toBeLessThan(1e-10);
      }
  });
  it('beta is that of @stdlib', () => {
    for (const a of GRID)
      for (const b of GRID)
        for (const x of [0.001, 0.1, 0.5, 0.77, 0.999]) expect(Math.abs(betaInc(x, a, b) - stdlibBetainc(x, a, b))).toBeLessThan(1e-11);
  });
});

describe('tails', () => {
  it('of the normal are the tables’', () => {
    // R: pnorm(c(1.96, 5), lower.tail = FALSE)
    expect(normalTail(1.96) / 0.0249978951482204).toBeCloseTo(1, 11);
    expect(normalTail(5) / 2.86651571879194e-7).toBeCloseTo(1, 10);
    expect(normalTail(-1.96)).toBeCloseTo(0.9750021048517796, 12);
    expect(twoSidedP(0)).toBe(1);
  });
  it('of Student’s t are the tables’', () => {
    // R: qt(0.975, c(1, 4, 30, 1000)); pt(2, 5, lower.tail = FALSE)
    const table = [12.7062047361747, 2.77644510519779, 2.04227245630124, 1.96233908082641];
    [1, 4, 30, 1000].forEach((df, i) => expect(studentT(0.95, df) / (table[i] as number)).toBeCloseTo(1, 10));
    expect(studentTail(2, 5)).toBeCloseTo(0.0509697394149292, 12);
    expect(studentT(0.95, 0)).toBeNaN();
  });
});

describe('survey figures', () => {
  it('half promoters, a third passives, a sixth detractors: NPS 1/3, variance of an answer 5/9', () => {
    const nps = netPromoterScore({ promoters: 300, passives: 200, detractors: 100 });
    expect(nps.value).toBeCloseTo(1 / 3, 12);
    expect(nps.variance).toBeCloseTo(5 / 9, 12);
    expect(nps.low).toBeLessThan(1 / 3);
    expect(nps.high).toBeGreaterThan(1 / 3);
  });
  it('the interval of the NPS is not empty where all agree, and NaN is said without answers', () => {
    const all = netPromoterScore({ promoters: 8, passives: 0, detractors: 0 });
    expect(all.high).toBeLessThanOrEqual(1);
    expect(all.low).toBeLessThan(0.9);
    expect(netPromoterScore({ promoters: 0, passives: 0, detractors: 0 }).value).toBeNaN();
  });
  it('a mean has Student’s interval', () => {
    // 3, 4, 5, 5, 2 by hand: mean 3.8, variance 1.7, so 3.8 ± t(4) √(1.7 / 5).
    const m = meanInterval({ n: 5, sum: 19, sumSquares: 79 });
    expect(m.value).toBeCloseTo(3.8, 12);
    expect(m.low).toBeCloseTo(3.8 - 2.77644510519779 * Math.sqrt(0.34), 10);
    expect(m.high).toBeCloseTo(3.8 + 2.77644510519779 * Math.sqrt(0.34), 10);
    expect(meanInterval({ n: 1, sum: 4, sumSquares: 16 }).low).toBeNaN();
  });
  it('Holm’s adjustment is that of R’s p.adjust', () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm")
    [0.03, 0.06, 0.06, 0.02].forEach((p, i) => expect(holm([0.01, 0.04, 0.03, 0.005])[i]).toBeCloseTo(p, 12));
    expect(holm([Number.NaN, 0.02])).toEqual([Number.NaN, 0.02]);
  });
});
