import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { labBtyd } from '../../datasets/lab-btyd/index.ts';
import { truths as btydTruths } from '../../datasets/lab-btyd/truth.ts';
import { labSurvey } from '../../datasets/lab-survey/index.ts';
import { truths as surveyTruths } from '../../datasets/lab-survey/truth.ts';
import { fitBtyd } from '../../src/stats/btyd/fit.ts';
import { expectedSpend, fitGammaGamma } from '../../src/stats/btyd/gamma-gamma.ts';
import { purchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';

const read = (file: { url: () => string }) => readFile(fileURLToPath(file.url()), 'utf8');
const near = (value: number, truth: { value: number; tolerance: number } | undefined) =>
  expect(Math.abs(value - (truth?.value ?? Number.NaN))).toBeLessThan(truth?.tolerance ?? 0);

describe.each([labBtyd, labSurvey])('$id', (dataset) => {
  it.each(dataset.files.map((file) => [file.name, file] as const))('%s is what the generator writes, to the byte', async (name, file) => {
    const written = [...(await dataset.generator()).csv(name)].join('');
    expect(written).toBe(await read(file));
    expect(createHash('sha256').update(written).digest('hex')).toBe(file.fingerprint);
    const header = (written.split('\n')[0] ?? '').split(',');
    expect(Object.keys((await dataset.dictionary())[name] ?? {})).toEqual(header);
    expect(header).toEqual(expect.arrayContaining(Object.values(file.bindings)));
  });
});

describe('the truth planted in the labs', () => {
  it('lab-btyd: BG/NBD and Gamma–Gamma find their parameters', async () => {
    const lines = (await read(labBtyd.files[0] as (typeof labBtyd.files)[0])).trim().split('\n').slice(1);
    const byCustomer = new Map<string, Map<number, number>>();
    for (const line of lines) {
      const [, customer = '', date = '', amount = ''] = line.split(',');
      const day = Date.parse(`${date}T00:00:00Z`) / 864e5;
      const days = byCustomer.get(customer) ?? new Map<number, number>();
      byCustomer.set(customer, days.set(day, (days.get(day) ?? 0) + Number(amount)));
    }
    const end = Date.parse('2024-12-28T00:00:00Z') / 864e5;
    const histories = [...byCustomer.values()].map((days) => {
      const all = [...days.keys()].sort((a, b) => a - b) as [number, ...number[]];
      const later = all.slice(1).reduce((sum, day) => sum + (days.get(day) as number), 0);
      return { x: all.length - 1, recency: ((all.at(-1) as number) - all[0]) / 7, age: (end - all[0]) / 7, mean: later / (all.length - 1) };
    });
    const fit = await fitBtyd(
      'bg-nbd',
      purchaseSummary(
        histories.map((h) => h.x),
        histories.map((h) => h.recency),
        histories.map((h) => h.age),
      ),
    );
    expect(fit.doubts).toEqual([]);
    near(fit.params[0], btydTruths.r);
    near(fit.params[1], btydTruths.alpha);
    near(fit.params[2] / (fit.params[2] + fit.params[3]), btydTruths.drop_out);
    const back = histories.filter((h) => h.x > 0);
    const spend = await fitGammaGamma({ x: Float64Array.from(back, (h) => h.x), mean: Float64Array.from(back, (h) => h.mean) });
    near(expectedSpend(spend.params, 0, 0), btydTruths.spend);
  });

  it('lab-survey: plain counts give the shares', async () => {
    const [customers, surveys] = await Promise.all(labSurvey.files.map(read));
    const region = new Map(
      (customers ?? '')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',') as [string, string]),
    );
    const rows = (surveys ?? '')
      .trim()
      .split('\n')
      .slice(1)
      .map(
        (line) =>
          /^(\w+),"(.*)",(\d+),(\d{4}-\d{2}).*?,(\w*),(\w+)$/.exec(line)?.slice(1) as [string, string, string, string, string, string],
      );
    const scores = (of: string, holds: (row: (typeof rows)[0]) => boolean) =>
      rows.filter((row) => row[5] === of && row[2] !== '99' && holds(row)).map((row) => Number(row[2]));
    const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const nps = (values: number[]) => mean(values.map((s) => (s >= 9 ? 1 : s <= 6 ? -1 : 0)));
    near(nps(scores('NPS', (row) => row[3] < '2024-10')), surveyTruths.nps_before);
    near(nps(scores('NPS', (row) => row[3] >= '2024-10')), surveyTruths.nps_after);
    near(nps(scores('NPS', () => true)), surveyTruths.nps);
    near(mean(scores('CSAT', (row) => region.get(row[4]) !== 'west').map((s) => Number(s >= 4))), surveyTruths.top_two_usual);
    near(mean(scores('CSAT', (row) => region.get(row[4]) === 'west').map((s) => Number(s >= 4))), surveyTruths.top_two_west);
    near(mean(scores('CES', () => true)), surveyTruths.effort_mean);
    near(rows.filter((row) => row[2] === '99').length / rows.length, surveyTruths.not_applicable);
    near(new Set(rows.map((row) => row[0])).size / region.size, surveyTruths.response_rate);
  });
});
