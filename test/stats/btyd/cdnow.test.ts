import { beforeAll, describe, expect, it } from 'vitest';
import { BTYD_MODELS, fitBtyd } from '../../../src/stats/btyd/fit.ts';
import { expectedSpend, fitGammaGamma } from '../../../src/stats/btyd/gamma-gamma.ts';
import type { BtydFit, BtydKind } from '../../../src/stats/btyd/model.ts';
import { fitNbd } from '../../../src/stats/btyd/nbd.ts';
import { purchaseSummary } from '../../../src/stats/btyd/purchase-summary.ts';
import { CDNOW } from '../../oracles/cdnow.ts';
import { readCdnowSample } from '../../support/cdnow.ts';
import { validationFile } from '../../support/validation.ts';

const path = validationFile('CDNOW_sample.txt');

describe.skipIf(!path)('BTYD models on the CDNOW sample', () => {
  let data: ReturnType<typeof readCdnowSample>;
  const fits = {} as Record<BtydKind, BtydFit>;
  beforeAll(async () => {
    data = readCdnowSample(path as string);
    for (const kind of ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const) fits[kind] = await fitBtyd(kind, data.summary);
  });

  it('reads the customers and their counts of repeat purchases', () => {
    expect(data.histories.length).toBe(CDNOW.customers);
    const counts = new Array(8).fill(0);
    for (const h of data.histories) counts[Math.min(7, h.x)]++;
    expect(counts).toEqual(CDNOW.customersByRepeats);
    expect(data.histories.reduce((sum, h) => sum + h.later, 0)).toBe(CDNOW.next39Weeks.actual);
  });

  it.each([
    ['bg-nbd', CDNOW.bgNbd],
    ['mbg-nbd', CDNOW.mbgNbd],
    ['pareto-nbd', CDNOW.paretoNbd],
  ] as const)('%s has the published estimates and log-likelihood', (kind, published) => {
    const fit = fits[kind];
    expect(fit.converged).toBe(true);
    expect(fit.doubts).toEqual([]);
    published.params.forEach((value, i) => expect(Math.abs((fit.params[i] as number) / value - 1)).toBeLessThan(1e-3));
    expect(Math.abs(fit.logLik - published.logLik)).toBeLessThan(0.01);
  });

  it('BG/NBD has the published standard errors within 2 %', () => {
    CDNOW.bgNbd.standardErrors.forEach((value, i) =>
      expect(Math.abs((fits['bg-nbd'].uncertainty?.standardErrors[i] ?? 0) / value - 1)).toBeLessThan(0.02),
    );
  });

  it('NBD has the published estimates', async () => {
    const fit = await fitNbd(data.summary);
    CDNOW.nbd.params.forEach((value, i) => expect(Math.abs(Math.exp(fit.point[i] as number) / value - 1)).toBeLessThan(1e-3));
    expect(Math.abs(-fit.value * CDNOW.customers - CDNOW.nbd.logLik)).toBeLessThan(0.01);
  });

  it.each([
    ['bg-nbd', CDNOW.customer.bg, CDNOW.newIn52Weeks.bg, CDNOW.next39Weeks.bg],
    ['pareto-nbd', CDNOW.customer.pareto, CDNOW.newIn52Weeks.pareto, CDNOW.next39Weeks.pareto],
  ] as const)('%s predicts as published: one customer, a new one, the next 39 weeks', (kind, customer, newcomer, holdout) => {
    const { x, recency, age, horizon } = CDNOW.customer;
    const one = purchaseSummary([x], [recency], [age]);
    const { params } = fits[kind];
    const model = BTYD_MODELS[kind];
    expect(Math.abs((model.expected(params, one, horizon)[0] as number) / customer.purchases - 1)).toBeLessThan(1e-4);
    expect(Math.abs((model.alive(params, one)[0] as number) - customer.alive)).toBeLessThan(1e-4);
    expect(Math.abs(model.expectedNew(params, 52) / newcomer - 1)).toBeLessThan(1e-4);
    const total = model.expected(params, data.summary, 39).reduce((sum, v, i) => sum + v * (data.summary.weight[i] as number), 0);
    expect(Math.abs(total / holdout - 1)).toBeLessThan(1e-3);
  });

  it('Gamma–Gamma has the published estimates, log-likelihood and mean spend', async () => {
    const fit = await fitGammaGamma(data.spend);
    const [p, q, v] = CDNOW.gammaGamma.params;
    expect(Math.abs(fit.params[0] - p)).toBeLessThan(0.005);
    expect(Math.abs(fit.params[1] - q)).toBeLessThan(5e-4);
    expect(Math.abs(fit.params[2] - v)).toBeLessThan(0.005);
    expect(Math.abs(fit.logLik - CDNOW.gammaGamma.logLik)).toBeLessThan(0.01);
    expect(Math.abs(expectedSpend(fit.params, 0, 0) / CDNOW.gammaGamma.meanSpend - 1)).toBeLessThan(1e-4);
  });
});
