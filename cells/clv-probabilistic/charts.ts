import type { ChartFunction, ChartKit } from '../../src/cell/index.ts';

/** P(alive): repeat purchases down, silence across; the number on each mark. */
const heatmap: ChartFunction = (view, kit) => {
  const narrow = kit.width < 480;
  const step = Number(view.args?.stepDays ?? 1);
  return {
    height: (narrow ? 20 : 26) * new Set(view.data.map((row) => row.x)).size,
    transform: narrow ? [{ filter: `(datum.silence / ${step}) % 2 < 1` }] : [],
    encoding: {
      x: { field: 'silence', type: 'ordinal', title: kit.t('column.silence'), axis: { labelAngle: 0, labelOverlap: true } },
      y: { field: 'x', type: 'ordinal', sort: 'descending', title: kit.t('column.repeats') },
    },
    layer: [
      {
        mark: { type: 'rect', tooltip: true },
        encoding: {
          color: { field: 'p_alive', type: 'quantitative', scale: { domain: [0, 1], range: kit.colors.sequential }, legend: null },
          tooltip: [
            { field: 'x', type: 'quantitative', title: kit.t('column.repeats') },
            { field: 'silence', type: 'quantitative', title: kit.t('column.silence') },
            { field: 'p_alive', type: 'quantitative', title: kit.t('column.p_alive'), ...kit.axisFormat('share') },
          ],
        },
      },
      {
        mark: { type: 'text', fontSize: narrow ? 10 : 11 },
        encoding: {
          text: { field: 'p_alive', type: 'quantitative', format: '.0%' },
          color: { condition: { test: 'datum.p_alive > 0.55', value: kit.colors.background }, value: kit.colors.text },
        },
      },
    ],
  };
};

/** Value by tenth of customers, with its share written at the bar. */
const deciles: ChartFunction = (_view, kit) => ({
  height: 240,
  encoding: {
    y: { field: 'decile', type: 'ordinal', title: kit.t('column.decile') },
    x: { field: 'clv', type: 'quantitative', title: kit.t('column.clv'), axis: { ...kit.axisFormat('money'), tickCount: 5 } },
  },
  layer: [
    {
      mark: { type: 'bar', tooltip: true, color: kit.colors.accent },
      encoding: {
        tooltip: fields(
          kit,
          ['decile', 'count'],
          ['customers', 'customers'],
          ['clv', 'money'],
          ['mean_clv', 'money'],
          ['p_alive', 'share'],
        ),
      },
    },
    {
      mark: { type: 'text', align: 'left', dx: 4, color: kit.colors.text },
      encoding: { text: { field: 'clv_share', type: 'quantitative', ...kit.axisFormat('share') } },
    },
  ],
});

/** Mean purchases after the cut: counted as bars, predicted as points. */
const conditional: ChartFunction = (_view, kit) => ({
  height: kit.width < 480 ? 220 : 280,
  encoding: {
    x: {
      field: 'x',
      type: 'ordinal',
      title: kit.t('column.repeats'),
      axis: { labelAngle: 0, labelExpr: "datum.value == 7 ? '7+' : datum.label" },
    },
  },
  layer: [
    {
      mark: { type: 'bar', color: kit.colors.grid },
      encoding: {
        y: { field: 'actual', type: 'quantitative', title: kit.t('axis.purchases') },
        tooltip: fields(kit, ['customers', 'customers'], ['actual', 'number', 'mean_actual'], ['predicted', 'number', 'mean_predicted']),
      },
    },
    {
      mark: { type: 'line', point: { filled: true, size: 50, color: kit.colors.accent }, color: kit.colors.accent },
      encoding: { y: { field: 'predicted', type: 'quantitative', title: kit.t('axis.purchases') } },
    },
    label(kit, 'predicted', 'column.mean_predicted', kit.colors.accent, 'max'),
  ],
});

/** Two lines over time, the end of what the model saw marked. */
const overTime =
  (actual: string, expected: string): ChartFunction =>
  (view, kit) => ({
    height: kit.width < 480 ? 220 : 280,
    layer: [
      {
        data: { values: [{ day: view.args?.calibrationEnd ?? null }] },
        layer: [
          { mark: { type: 'rule', strokeDash: [4, 3], color: kit.colors.muted }, encoding: { x: { field: 'day', type: 'temporal' } } },
          {
            mark: { type: 'text', align: 'left', dx: 5, baseline: 'top', color: kit.colors.muted, text: kit.t('mark.holdout') },
            encoding: { x: { field: 'day', type: 'temporal' }, y: { value: 0 } },
          },
        ],
      },
      {
        mark: { type: 'line', color: kit.colors.muted, strokeWidth: 1.5 },
        encoding: {
          x: time(kit),
          y: { field: actual, type: 'quantitative', title: kit.t('axis.repeat_purchases'), axis: kit.axisFormat('orders') },
        },
      },
      {
        mark: { type: 'line', color: kit.colors.accent, strokeWidth: 2, tooltip: true },
        encoding: { x: time(kit), y: { field: expected, type: 'quantitative', title: kit.t('axis.repeat_purchases') } },
      },
    ],
  });

const time = (kit: ChartKit) => ({
  field: 'day',
  type: 'temporal',
  title: null,
  axis: { ...kit.axisFormat('date'), tickCount: kit.width < 480 ? 3 : 6 },
});

const label = (kit: ChartKit, field: string, key: string, color: string, which: 'max') => ({
  transform: [{ window: [{ op: 'rank', as: 'place' }], sort: [{ field: 'x', order: 'descending' }] }, { filter: 'datum.place == 1' }],
  mark: { type: 'text', align: 'right', dx: -8, dy: which === 'max' ? -10 : 10, color, text: kit.t(key) },
  encoding: { y: { field, type: 'quantitative', title: kit.t('axis.purchases') } },
});

const fields = (kit: ChartKit, ...list: [field: string, unit: 'count' | 'customers' | 'money' | 'share' | 'number', label?: string][]) =>
  list.map(([field, unit, name]) => ({ field, type: 'quantitative', title: kit.t(`column.${name ?? field}`), ...kit.axisFormat(unit) }));

export const charts = {
  heatmap,
  deciles,
  conditional,
  tracking: overTime('actual', 'expected'),
  cumulative: overTime('actual_total', 'expected_total'),
};
