import { describe, expect, it } from 'vitest';
import { fitBtyd } from '../../../src/stats/btyd/fit.ts';
import { purchaseSummary } from '../../../src/stats/btyd/purchase-summary.ts';
import { simulateBtyd } from '../../../src/stats/btyd/simulate.ts';
import { createRandom } from '../../../src/stats/random.ts';

describe('verdicts', () => {
  it('nobody dies: the drop-out part is not identified', async () => {
    const random = createRandom(7);
    const h = simulateBtyd({ kind: 'bg-nbd', params: [1.2, 9, 1e-9, 1], ages: new Float64Array(1500).fill(52) }, random);
    for (const kind of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
      const fit = await fitBtyd(kind, purchaseSummary(h.x, h.recency, h.age));
      expect(fit.doubts).toContain('no-drop-out');
    }
  });

  it.each([
    ['bg-nbd', [0.8, 8, 0.8, 2.5]],
    ['mbg-nbd', [0.8, 8, 0.8, 2.5]],
    ['pareto-nbd', [0.8, 8, 0.7, 12]],
  ] as const)('%s: the parameters behind simulated buyers are found again', async (kind, params) => {
    const h = simulateBtyd({ kind, params, ages: Float64Array.from({ length: 20_000 }, (_, i) => 52 + (i % 52)) }, createRandom(11));
    const fit = await fitBtyd(kind, purchaseSummary(h.x, h.recency, h.age));
    expect(fit.doubts).toEqual([]);
    params.forEach((value, i) =>
      expect(Math.abs((fit.params[i] as number) - value)).toBeLessThan(4 * (fit.uncertainty?.standardErrors[i] as number)),
    );
  });

  it('one customer, or only one-time buyers, give a fit with doubts and no throw', async () => {
    for (const kind of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) {
      expect((await fitBtyd(kind, purchaseSummary([3], [10], [20]))).doubts.length).toBeGreaterThan(0);
      const once = await fitBtyd(kind, purchaseSummary([0, 0, 0], [0, 0, 0], [10, 20, 30]));
      expect(once.doubts.length).toBeGreaterThan(0);
      expect(once.params.every((v) => !Number.isNaN(v))).toBe(true);
    }
  });
});
