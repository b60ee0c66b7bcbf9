import type { ChartFunction, ChartKit, ChartSpec } from '../../src/cell/index.ts';
import { isNarrow, largest, namesOf } from './chart-parts.ts';

/** Two bars a segment: its share of customers and of revenue. */
export const shares: ChartFunction = (view, kit) => {
  const narrow = isNarrow(kit);
  const { names, transform } = namesOf(view, kit, 'segment', 'name', 'segment');
  const measures = [kit.t('shares.customers'), kit.t('shares.revenue')];
  const [first = '', second = ''] = measures;
  const label = `datum.key === 'customers_share' ? ${JSON.stringify(first)} : ${JSON.stringify(second)}`;
  const top = Math.max(largest(view, 'customers_share'), largest(view, 'revenue_share'));
  const y = { field: 'name', type: 'nominal', sort: names, axis: { title: null, labelLimit: narrow ? 110 : 220 } };
  const yOffset = { field: 'measure', type: 'nominal', sort: measures };
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { domainMax: top * (narrow ? 1.3 : 1.1) || 1 },
    axis: { title: kit.t('shares.axis'), ...kit.axisFormat('share'), tickCount: narrow ? 3 : 6 },
  };
  return {
    transform: [
      transform,
      { fold: ['customers_share', 'revenue_share'], as: ['key', 'value'] },
      { filter: 'isValid(datum.value)' },
      { calculate: label, as: 'measure' },
    ],
    height: names.length * (narrow ? 34 : 38),
    encoding: { y, yOffset, x },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2 },
        encoding: {
          color: {
            field: 'measure',
            type: 'nominal',
            scale: { domain: measures, range: [kit.colors.categorical[0], kit.colors.categorical[1]] },
            legend: { title: null, symbolType: 'square' },
          },
          tooltip: [
            { field: 'name', title: kit.t('column.segment') },
            { field: 'measure', title: kit.t('shares.axis') },
            { field: 'value', type: 'quantitative', title: '%', ...kit.axisFormat('share') },
          ],
        },
      },
      {
        mark: { type: 'text', align: 'left', dx: 4, fontSize: 11, color: kit.colors.muted },
        encoding: { text: { field: 'value', type: 'quantitative', ...kit.axisFormat('share') } },
      },
    ],
  };
};

/** Share of customers with each score, a small chart a dimension; beside each other, or on a phone one below the other. */
export const distribution: ChartFunction = (view, kit) => {
  const narrow = isNarrow(kit);
  const width = narrow ? kit.width - 56 : Math.floor((kit.width - 3 * 56) / 3);
  const charts = ['r', 'f', 'm'].map((dimension) => scoreBars(dimension, width, largest(view, 'share'), kit));
  return narrow ? { vconcat: charts, spacing: 16 } : { hconcat: charts, spacing: 24 };
};

function scoreBars(dimension: string, width: number, top: number, kit: ChartKit): ChartSpec {
  const x = { field: 'score', type: 'ordinal', axis: { title: kit.t('distribution.score'), labelAngle: 0 } };
  const y = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: [0, top > 0 ? top : 1] },
    axis: { title: kit.t('distribution.axis'), ...kit.axisFormat('share') },
  };
  return {
    title: { text: kit.name('dimension', dimension), fontSize: 12 },
    width: Math.max(width, 120),
    height: 130,
    transform: [{ filter: { field: 'dimension', equal: dimension } }],
    mark: { type: 'bar', cornerRadiusEnd: 2 },
    encoding: {
      x,
      y,
      tooltip: [
        { field: 'score', type: 'quantitative', title: kit.t('column.score'), ...kit.axisFormat('score') },
        { field: 'customers', type: 'quantitative', title: kit.t('column.customers'), ...kit.axisFormat('customers') },
        { field: 'share', type: 'quantitative', title: kit.t('column.customers_share'), ...kit.axisFormat('share') },
      ],
    },
  };
}
