import { quantity, text } from '../../src/cell/index.ts';
import { PARAM_NAMES } from '../../src/stats/btyd/model.ts';
import type { Context } from './histories.ts';
import type { Holdout } from './holdout.ts';
import type { Tracking } from './tracking.ts';

/** The model of the person's choice in the comparison. */
export const chosen = (context: Context, holdout: Holdout) =>
  holdout.models.find(({ fit }) => fit.kind === context.params.model) as Holdout['models'][number];

/** How far a prediction of the holdout's purchases was off, as a share of what was bought; NaN where nothing was. */
export const errorOf = (holdout: Holdout, predicted: number): number => (holdout.actual > 0 ? predicted / holdout.actual - 1 : Number.NaN);

export function showComparison(context: Context, holdout: Holdout): void {
  const rows = holdout.models.map(({ fit, predicted, rmse }) => ({
    model: fit.kind,
    parameters: fit.params
      .map(
        (value, i) =>
          `${PARAM_NAMES[fit.kind][i]} ${Number(value.toPrecision(4))}${fit.uncertainty ? ` ± ${Number((fit.uncertainty.standardErrors[i] as number).toPrecision(2))}` : ''}`,
      )
      .join(', '),
    log_likelihood: fit.logLik,
    aic: fit.aic,
    predicted,
    actual: holdout.actual,
    error: errorOf(holdout, predicted),
    rmse,
    iterations: fit.iterations,
    verdict: fit.doubts[0] ?? 'sound',
  }));
  context.show({
    kind: 'table',
    id: 'models',
    title: text('models.title', {
      until: quantity(holdout.calibrationEnd, 'date'),
      days: quantity(holdout.days, 'days'),
      unit: text(`unit.${context.params.unit}`),
    }),
    table: null,
    columns: [
      { name: 'model', values: 'model' },
      { name: 'verdict', values: 'verdict' },
      { name: 'error', unit: 'points' },
      { name: 'predicted', unit: 'orders' },
      { name: 'actual', unit: 'orders' },
      { name: 'rmse', unit: 'number' },
      { name: 'log_likelihood', unit: 'number' },
      { name: 'aic', unit: 'number' },
      { name: 'parameters' },
      { name: 'iterations', unit: 'count' },
    ],
    rows,
    total: rows.length,
    grain: 'total',
  });
  const own = chosen(context, holdout);
  context.fact('holdout_error', quantity(errorOf(holdout, own.predicted), 'points'));
  context.fact('holdout_purchases', quantity(holdout.actual, 'orders'));
}

/** Purchases after the cut by purchases before it: whether the model tells the loyal from the rest. */
export function showConditional(context: Context, holdout: Holdout): void {
  const { kind } = chosen(context, holdout).fit;
  const rows = holdout.byCount.map((row) => ({ x: row.x, customers: row.customers, actual: row.actual, predicted: row.predicted[kind] }));
  const last = rows.at(-1);
  context.show({
    kind: 'chart',
    id: 'conditional',
    chart: 'conditional',
    title: text('conditional.title'),
    subtitle: text('conditional.subtitle', { model: text(`model.${kind}`), days: quantity(holdout.days, 'days') }),
    alt: text('conditional.alt', {
      x: quantity(last?.x ?? 0, 'count'),
      actual: quantity(last?.actual ?? null, 'number'),
      predicted: quantity(last?.predicted ?? null, 'number'),
    }),
    data: rows,
    columns: [
      { name: 'x', unit: 'count', label: text('column.repeats') },
      { name: 'customers', unit: 'customers' },
      { name: 'actual', unit: 'number', label: text('column.mean_actual') },
      { name: 'predicted', unit: 'number', label: text('column.mean_predicted') },
    ],
    grain: 'group',
    count: 'customers',
  });
}

export function showTracking(context: Context, holdout: Holdout, { rows, stepDays }: Tracking): void {
  const last = rows.at(-1);
  if (!last) return;
  const columns = [
    { name: 'day', unit: 'date' },
    { name: 'actual', unit: 'orders', label: text('column.actual') },
    { name: 'expected', unit: 'orders' },
    { name: 'actual_total', unit: 'orders' },
    { name: 'expected_total', unit: 'orders' },
  ] as const;
  const args = { calibrationEnd: holdout.calibrationEnd, stepDays };
  const gap = quantity(Number(last.actual_total) > 0 ? Number(last.expected_total) / Number(last.actual_total) - 1 : null, 'points');
  const shared = { kind: 'chart', data: rows, columns, args, grain: 'total' } as const;
  const subtitle = text('tracking.subtitle', { until: quantity(holdout.calibrationEnd, 'date'), days: quantity(stepDays, 'days') });
  context.show({
    ...shared,
    id: 'tracking',
    chart: 'tracking',
    title: text('tracking.title'),
    subtitle,
    alt: text('tracking.alt', { gap }),
  });
  context.show({
    ...shared,
    id: 'cumulative',
    chart: 'cumulative',
    title: text('cumulative.title'),
    subtitle,
    alt: text('cumulative.alt', { gap }),
  });
}
