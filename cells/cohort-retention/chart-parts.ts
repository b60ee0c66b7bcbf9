import { type ChartKit, type ChartView, type Row, type TextArg, text, type Unit } from '../../src/cell/index.ts';
import { periodName } from './names.ts';

/** A column of the triangle, as charts write it: `3`, `2–3`, `3+`. */
export interface ChartColumn {
  period: number;
  label: string;
}

/** The columns that a view has data for, in order. */
export function columnsOf({ data, args }: ChartView): ChartColumn[] {
  const found = new Map<number, string>();
  for (const { period, period_to } of data) {
    const range =
      args?.brackets === true && typeof period_to === 'number' && period_to > Number(period) ? `${period}–${period_to}` : `${period}`;
    found.set(Number(period), args?.retention === 'unbounded' ? `${range}+` : range);
  }
  return [...found].map(([period, label]) => ({ period, label })).sort((a, b) => a.period - b.period);
}

/** `Months since the first order`, under or over the columns. */
export function sinceTitle({ args }: ChartView, kit: ChartKit): string {
  const origin = args?.recurring === true ? 'recurring' : args?.acquired === true ? 'acquired_at' : 'first_order';
  return kit.t(`axis.since.${args?.grain}`, { origin: text(`origin.${origin}`) });
}

/** How a cohort is written: a period as a date. */
export const cohortArg = ({ args }: ChartView, cohort: unknown): TextArg =>
  args?.byTime === true ? periodName(String(cohort)) : String(cohort);

export const unitOf = ({ args }: ChartView): Unit => (args?.unit ?? 'share') as Unit;

/** A horizontal axis over columns, that are numbered from 0 in the order given; a round choice of them has a label. */
export function columnAxis(columns: readonly ChartColumn[], kit: ChartKit, title: string): Readonly<Record<string, unknown>> {
  const least = columns.length / Math.max(4, (kit.width - 60) / 34);
  const step = [1, 2, 3, 6, 12, 24].find((round) => round >= least) ?? 30;
  const values = columns.flatMap(({ period }, i) => (step === 1 || period % step === 0 ? [i] : []));
  return {
    title,
    titleAnchor: 'start',
    values,
    tickCount: values.length,
    labelExpr: `${JSON.stringify(columns.map(({ label }) => label))}[datum.value]`,
    grid: false,
    labelOverlap: false,
  };
}

/** The place of a row's column in that order. */
export const columnIndex = (columns: readonly ChartColumn[]) => ({
  calculate: `indexof(${JSON.stringify(columns.map(({ period }) => period))}, datum.period)`,
  as: 'column',
});

/** What pointing at a mark tells. */
export function tooltip(view: ChartView, kit: ChartKit): Readonly<Record<string, unknown>>[] {
  const value = kit.axisFormat(unitOf(view));
  const count = kit.axisFormat('count');
  const field = (name: string, format: Readonly<Record<string, unknown>> = {}) => ({
    field: name,
    title: kit.t(`column.${name}`),
    ...format,
  });
  const interval = view.columns.some(({ name }) => name === 'low') ? [field('low', value), field('high', value)] : [];
  return [field('cohort'), field('period'), field('value', value), ...interval, field('n', count), field('size', count)];
}

export const numbersOf = (data: readonly Row[], name: string): number[] =>
  data.flatMap((row) => (typeof row[name] === 'number' ? [row[name]] : []));

/** The least round number that eight steps up to it cover `top`. */
export function roundTop(top: number): number {
  const step = top / 8;
  const size = 10 ** Math.floor(Math.log10(step));
  return 8 * size * (STEPS.find((round) => round * size >= step * (1 - 1e-9)) ?? 10);
}
const STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10];
