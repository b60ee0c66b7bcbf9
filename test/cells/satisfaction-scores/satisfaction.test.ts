import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import satisfaction from '../../../cells/satisfaction-scores/cell.ts';
import { difference, estimate } from '../../../cells/satisfaction-scores/estimate.ts';
import { metricOf, scaleOf } from '../../../cells/satisfaction-scores/scale.ts';
import { labSurvey } from '../../../datasets/lab-survey/index.ts';
import { truths } from '../../../datasets/lab-survey/truth.ts';
import { Day, type SqlValue } from '../../../src/util/sql.ts';
import { type RanCell, runCell } from '../../support/run-cell.ts';

const fact = (result: RanCell, name: string) => result.facts.find((f) => f.name === name)?.value.value as number;
const check = (result: RanCell, id: string) => result.checks.find((c) => c.id === id);
const columns = { respondent: 'INTEGER', question: 'VARCHAR', score: 'DOUBLE' };
const run = (rows: SqlValue[][], params: Record<string, unknown> = {}) =>
  runCell(satisfaction, { tables: { surveys: { columns, rows } }, params });
const answers = (question: string, counts: Readonly<Record<number, number>>): SqlValue[][] =>
  Object.entries(counts).flatMap(([score, n]) =>
    Array.from({ length: n }, (_, i): SqlValue[] => [Number(score) * 10_000 + i, question, Number(score)]),
  );

describe('on the lab survey', () => {
  let result: RanCell;
  const path = (name: string) => fileURLToPath((labSurvey.files.find((f) => f.name === name) as (typeof labSurvey.files)[0]).url());
  const lab = (params: Record<string, unknown>) =>
    runCell(satisfaction, { tables: { customers: path('customers.csv'), surveys: path('surveys.csv') }, params });
  const near = (value: number, name: keyof typeof truths) =>
    expect(Math.abs(value - (truths[name]?.value as number))).toBeLessThan(truths[name]?.tolerance as number);
  beforeAll(async () => {
    result = await lab({});
  });

  it('finds the recommendation question, its scale and the planted NPS', () => {
    expect(result.provenance.resolved).toMatchObject({ metric: 'nps', scale: '0–10', wave: 'month' });
    near(fact(result, 'nps'), 'nps');
    // Of this question alone: a third of the rows.
    expect(Math.abs(fact(result, 'not_applicable_share') - 0.04)).toBeLessThan((truths.not_applicable?.tolerance as number) * Math.sqrt(3));
    expect(fact(result, 'response_rate')).toBeCloseTo(truths.response_rate?.value as number, 6);
  });

  it('marks the one planted rise and no other wave', async () => {
    const waves = (
      await result.query((await import('../../../src/util/sql.ts')).sql`select * from satisfaction_waves order by wave`)
    ).rows();
    expect(waves.length).toBe(6);
    expect(waves.map((w) => (w.p_adjusted === null ? false : (w.p_adjusted as number) < 0.05))).toEqual([
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
    expect((result.views[0] as { text: { key: string } }).text.key).toBe('headline.rose');
  });

  it('finds the region that is less satisfied, and no other', async () => {
    const csat = await lab({ question: 'How satisfied are you overall? 总体而言，您有多满意？' });
    const segments = (await csat.query((await import('../../../src/util/sql.ts')).sql`select * from satisfaction_segments`)).rows();
    const west = segments.find((s) => s.segment === 'west');
    near(west?.value as number, 'top_two_west');
    expect((west?.p_adjusted as number) < 0.001).toBe(true);
    expect(segments.filter((s) => s.segment !== 'west').every((s) => (s.difference as number) > 0)).toBe(true);
    expect(check(csat, 'segment_low')?.severity).toBe('note');
    const tier = await lab({ question: 'How satisfied are you overall? 总体而言，您有多满意？', by: 'membership_tier' });
    expect(check(tier, 'segment_low')).toBeUndefined();
  });

  it('scores effort as a mean on its own scale', async () => {
    const ces = await lab({ question: 'It was easy to get my problem solved. 我的问题很容易得到解决。' });
    expect(ces.provenance.resolved).toMatchObject({ metric: 'ces', scale: '1–7' });
    near(fact(ces, 'mean_score'), 'effort_mean');
  });

  it('the bootstrap comes near the formula', async () => {
    const drawn = await lab({ interval: 'bootstrap' });
    const [a, b] = [result, drawn].map((r) => r.facts.find((f) => f.name === 'nps')?.value);
    expect(Math.abs((a?.low as number) - (b?.low as number))).toBeLessThan(0.005);
    expect(Math.abs((a?.high as number) - (b?.high as number))).toBeLessThan(0.005);
  });
});

describe('figures by hand', () => {
  const ten = { low: 0, high: 10 };
  it('half promoters, a third passives, a sixth detractors make an NPS of a third', async () => {
    const result = await run(answers('NPS', { 9: 150, 10: 150, 7: 200, 0: 100 }));
    expect(fact(result, 'nps')).toBeCloseTo(1 / 3, 12);
  });
  it('top box, top two and mean are what they say', () => {
    const counts = new Map([
      [1, 1],
      [3, 2],
      [4, 3],
      [5, 4],
    ]);
    const five = { low: 1, high: 5 };
    expect(estimate('top_box', five, counts, 0.95).value).toBeCloseTo(0.4, 12);
    expect(estimate('top_two', five, counts, 0.95).value).toBeCloseTo(0.7, 12);
    expect(estimate('mean', five, counts, 0.95).value).toBeCloseTo(3.9, 12);
    // Wilson for 7 of 10, by hand: (0.7 + 0.19207) / 1.38415 ± …
    expect(estimate('top_two', five, counts, 0.95).low).toBeCloseTo(0.3967781, 6);
  });
  it('a difference of shares has the pooled z test of the textbooks', () => {
    // 45 of 100 against 30 of 100: z = 0.15 / √(0.375 · 0.625 · 0.02) = 2.19089, p = 0.02846.
    const d = difference(
      'top_box',
      { low: 0, high: 1 },
      new Map([
        [1, 45],
        [0, 55],
      ]),
      new Map([
        [1, 30],
        [0, 70],
      ]),
      0.95,
    );
    expect(d.value).toBeCloseTo(0.15, 12);
    expect(d.p).toBeCloseTo(0.02846, 4);
  });
  it('equal groups do not differ, and all alike on each side differ for certain', () => {
    const same = new Map([
      [9, 5],
      [2, 5],
    ]);
    expect(difference('nps', ten, same, same, 0.95).p).toBe(1);
    expect(difference('nps', ten, new Map([[10, 5]]), new Map([[0, 5]]), 0.95).p).toBe(0);
  });
});

describe('scales', () => {
  const of = (question: string, scores: number[], more: object = {}) => ({
    question,
    instrument: null,
    scaleMax: null,
    counts: new Map(scores.map((s) => [s, 100])),
    ...more,
  });
  it.each([
    ['overall', [1, 2, 3, 4, 5], 1, 5, 'csat'],
    ['overall', [1, 4, 6, 7], 1, 7, 'csat'],
    ['q', [1, 6, 9, 10], 1, 10, 'csat'],
    ['q', [0, 6, 9, 10], 0, 10, 'nps'],
    ['您是否愿意推荐？', [6, 9, 10], 0, 10, 'nps'],
    ['how easy was it', [1, 3, 7], 1, 7, 'ces'],
    ['办理是否轻松', [1, 3, 5], 1, 5, 'ces'],
  ] as const)('%s with %j runs %d to %d and is %s', (question, scores, low, high, metric) => {
    const found = of(question, [...scores]);
    const scale = scaleOf(found, 'auto', 'auto');
    expect([scale.low, scale.high]).toEqual([low, high]);
    expect(metricOf(found, scale, 'auto')).toBe(metric);
  });
  it('a few zeros do not make a scale of five one of ten, and are left out and said', async () => {
    const result = await run(answers('overall', { 0: 3, 1: 50, 3: 50, 5: 50, 99: 4 }));
    expect(result.provenance.resolved.scale).toBe('1–5');
    expect(fact(result, 'answers')).toBe(150);
    expect(check(result, 'off_scale')).toBeDefined();
  });
});

describe('hard input', () => {
  it.each([
    ['no rows', []],
    ['one answer', [[1, 'q', 5]]],
    [
      'nothing known',
      [
        [null, null, null],
        [1, null, null],
      ],
    ],
    [
      'only codes',
      [
        [1, 'q', 99],
        [2, 'q', 99],
      ],
    ],
    ['all alike', Array.from({ length: 40 }, (_, i) => [i, 'q', 5])],
    [
      'huge and negative',
      [
        [1, 'q', 1e308],
        [2, 'q', -4],
        [3, 'q', 3],
      ],
    ],
    [
      'the same person twice',
      [
        [1, 'q', 3],
        [1, 'q', 5],
      ],
    ],
  ] as [string, SqlValue[][]][])('%s: a result with a check, no throw', async (_, rows) => {
    const result = await run(rows);
    expect(result.views[0]?.kind).toBe('headline');
    expect(result.checks.length).toBeGreaterThan(0);
    expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  });
  it('a single wave and dates that are missing make no trend', async () => {
    const rows = answers('q', { 3: 20, 5: 20 }).map((row, i) => [...row, i % 2 ? null : new Day('2024-05-05')] as SqlValue[]);
    const result = await runCell(satisfaction, { tables: { surveys: { columns: { ...columns, time: 'DATE' }, rows } } });
    expect(result.views.some((v) => v.id === 'trend')).toBe(false);
  });
});
