import { describe, expect, it } from 'vitest';
import { nextDay, periodOf } from '../../../cells/cohort-retention/calendar.ts';
import { roundTop } from '../../../cells/cohort-retention/chart-parts.ts';
import { dodge } from '../../../cells/cohort-retention/end-labels.ts';
import { spansOf } from '../../../cells/cohort-retention/plan.ts';
import type { Field } from '../../../cells/cohort-retention/read.ts';
import { vintagesOf } from '../../../cells/cohort-retention/vintages.ts';

describe('calendar periods', () => {
  it('number days, weeks, months and quarters so that their distance is a subtraction', () => {
    const far = (grain: 'day' | 'week' | 'month' | 'quarter', a: string, b: string) =>
      periodOf({ grain, weekStart: 1 }, b) - periodOf({ grain, weekStart: 1 }, a);
    expect(far('day', '2024-02-28', '2024-03-01')).toBe(2);
    expect(far('week', '2024-01-07', '2024-01-08')).toBe(1);
    expect(far('week', '2024-01-08', '2024-01-14')).toBe(0);
    expect(far('month', '2023-12-31', '2024-01-01')).toBe(1);
    expect(far('quarter', '2023-09-30', '2024-10-01')).toBe(5);
    expect(nextDay('2024-02-29')).toBe('2024-03-01');
  });
});

describe('columns of the triangle', () => {
  it('are periods as far as the data reach, or brackets by their ends in any order', () => {
    expect(spansOf({ retention: 'period', brackets: [], periods: 5 }, 2)).toHaveLength(3);
    expect(spansOf({ retention: 'bracket', brackets: [6, 1, 3, 3], periods: 5 }, 20)).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 1 },
      { from: 2, to: 3 },
      { from: 4, to: 6 },
    ]);
    expect(spansOf({ retention: 'bracket', brackets: [1, 3, 6], periods: 5 }, 3)).toHaveLength(3);
  });
});

describe('labels at the ends of lines', () => {
  it('are moved apart in the order of their lines, within the chart', () => {
    const label = (text: string, value: number) => ({ text, value, at: value, column: 0, color: '' });
    const moved = dodge([label('b', 0.99), label('c', 1), label('a', 0.5)], 0.1, [0, 1]);
    expect(moved.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
    expect(moved.map(({ at }) => at)).toEqual([0.5, 0.9, 1]);
  });
});

describe('the top of a colour scale', () => {
  it('is eight round steps that just cover the values', () => {
    expect(roundTop(0.5)).toBeCloseTo(0.6);
    expect(roundTop(0.4)).toBeCloseTo(0.4);
    expect(roundTop(36_400)).toBeCloseTo(40_000);
  });
});

describe('vintages', () => {
  const field = (cohort: string, period: number, size: number, n: number, complete = true): Field => {
    const shared = { cohort, cohort_start: `${cohort}-01`, period, period_to: period, size, n, amount: n, base: size };
    return { ...shared, value: n / size, low: null, high: null, complete };
  };
  const months = (count: number) =>
    Array.from({ length: count }, (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

  it('leave few cohorts as they are, and pool many to the finest that gives six curves at most', () => {
    const fields = (count: number) => months(count).map((month) => field(month, 1, 10, 1));
    expect(vintagesOf(fields(8))).toBeNull();
    expect(new Set(vintagesOf(fields(13))?.map(({ cohort }) => cohort))).toEqual(
      new Set(['2023-Q1', '2023-Q2', '2023-Q3', '2023-Q4', '2024-Q1']),
    );
    expect(vintagesOf(fields(30))?.map(({ cohort }) => cohort)).toEqual(['2023-H1', '2023-H2', '2024-H1', '2024-H2', '2025-H1']);
  });

  it('weight cohorts by size, and end where less than half of them have come', () => {
    const fields = months(18).flatMap((month, i) => [
      field(month, 1, i === 0 ? 90 : 10, i === 0 ? 9 : 5),
      ...(i < 1 ? [field(month, 2, 90, 9)] : []),
    ]);
    const points = vintagesOf(fields) ?? [];
    const first = points.filter(({ cohort }) => cohort === points[0]?.cohort);
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ cohort: '2023-Q1', period: 1, size: 110, n: 19, value: 19 / 110 });
  });
});
