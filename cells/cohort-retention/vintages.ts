import type { Field } from './read.ts';

/** A point of a curve of several cohorts together. */
export interface PooledPoint {
  cohort: string;
  period: number;
  period_to: number | null;
  cohorts: number;
  size: number;
  n: number;
  value: number | null;
}

/** So many curves can still be told apart. */
const MOST = 6;
const READABLE = 8;

/**
 * Cohorts pooled to vintages (months, quarters, half-years or years of start), the finest that give at most six curves;
 * null where the cohorts themselves are few enough. A point needs half of the vintage's cohorts to have come so far.
 */
export function vintagesOf(fields: readonly Field[]): PooledPoint[] | null {
  const cohorts = new Map(fields.map(({ cohort, cohort_start }) => [cohort, cohort_start ?? '']));
  if (cohorts.size <= READABLE) return null;
  const starts = [...cohorts.values()];
  const vintage = VINTAGES.find((of) => new Set(starts.map(of)).size <= MOST) ?? VINTAGES.at(-1);
  if (!vintage) return null;
  const members = new Map<string, number>();
  for (const start of starts) members.set(vintage(start), (members.get(vintage(start)) ?? 0) + 1);
  const points = new Map<string, PooledPoint & { amount: number; base: number }>();
  for (const { cohort_start, period, period_to, size, n, amount, base, complete } of fields) {
    if (!complete || amount === null || base === null) continue;
    const cohort = vintage(cohort_start ?? '');
    const key = `${cohort} ${period}`;
    const sum = points.get(key) ?? { cohort, period, period_to, cohorts: 0, size: 0, n: 0, amount: 0, base: 0, value: null };
    points.set(key, {
      ...sum,
      cohorts: sum.cohorts + 1,
      size: sum.size + size,
      n: sum.n + n,
      amount: sum.amount + amount,
      base: sum.base + base,
    });
  }
  return [...points.values()]
    .filter(({ cohort, cohorts }) => cohorts >= (members.get(cohort) ?? 0) / 2)
    .map(({ amount, base, ...point }) => ({ ...point, value: base > 0 ? amount / base : null }))
    .sort((a, b) => (a.cohort < b.cohort ? -1 : a.cohort > b.cohort ? 1 : a.period - b.period));
}

const month = (day: string) => Number(day.slice(5, 7));
/** From fine to coarse. */
const VINTAGES: readonly ((day: string) => string)[] = [
  (day) => day.slice(0, 7),
  (day) => `${day.slice(0, 4)}-Q${Math.ceil(month(day) / 3)}`,
  (day) => `${day.slice(0, 4)}-H${Math.ceil(month(day) / 6)}`,
  (day) => day.slice(0, 4),
];
