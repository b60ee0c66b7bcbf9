import type { ChartFunction } from '../../../src/cell/index.ts';

const bars: ChartFunction = (view, kit) => ({
  mark: { type: 'bar', height: { band: 0.9 }, tooltip: true },
  height: { step: 16 },
  transform: [
    {
      calculate: `{${view.data
        .filter((row) => row.series === 'sales')
        .map((row) => `'${row.segment}': '${kit.name('segment', row.segment ?? null)}'`)
        .join(', ')}}[datum.segment]`,
      as: 'name',
    },
  ],
  encoding: {
    y: { field: 'name', type: 'nominal', sort: null, title: null },
    yOffset: { field: 'series' },
    x: { field: 'share', type: 'quantitative', title: null, axis: kit.axisFormat('share') },
    color: {
      field: 'series',
      type: 'nominal',
      title: null,
      scale: { range: kit.colors.categorical.slice(0, 2) },
      legend: { labelExpr: `datum.value == 'sales' ? '${kit.t('series.sales')}' : '${kit.t('series.customers')}'` },
    },
    tooltip: [
      { field: 'name', type: 'nominal', title: kit.t('column.segment') },
      { field: 'share', type: 'quantitative', title: kit.t('column.share'), ...kit.axisFormat('share') },
    ],
  },
});

const lines: ChartFunction = (_view, kit) => ({
  mark: { type: 'line', point: true },
  encoding: {
    x: { field: 'month', type: 'quantitative', title: kit.t('column.month'), axis: { tickMinStep: 1, ...kit.axisFormat('count') } },
    y: { field: 'share', type: 'quantitative', title: null, axis: kit.axisFormat('share') },
    color: { field: 'cohort', type: 'nominal', title: null, legend: kit.periodFormat('month') },
  },
});

/** What a hostile link might try; it must be refused. */
const broken: ChartFunction = () => ({ mark: 'bar', data: { url: 'https://evil.test/rows.json' }, encoding: {} });

export const sampleCharts = { bars, lines, broken };
