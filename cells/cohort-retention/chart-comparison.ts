import type { ChartFunction } from '../../src/cell/index.ts';
import { cohortArg, columnAxis, columnIndex, columnsOf, numbersOf, sinceTitle } from './chart-parts.ts';

/** The difference between two cohorts, column by column: points with intervals about a line at nought. */
export const comparison: ChartFunction = (view, kit) => {
  const { colors } = kit;
  const columns = columnsOf(view);
  const reach = Math.max(...numbersOf(view.data, 'high').map(Math.abs), ...numbersOf(view.data, 'low').map(Math.abs), 0.01) * 1.1;
  const name = cohortArg(view, view.data[0]?.cohort_b);
  const x = {
    field: 'column',
    type: 'quantitative',
    scale: { domain: [-0.5, columns.length - 0.5], nice: false },
    axis: { ...columnAxis(columns, kit, sinceTitle(view, kit)), offset: 4, domain: false },
  };
  const y = { type: 'quantitative', scale: { domain: [-reach, reach], nice: false }, axis: { title: null, ...kit.axisFormat('points') } };
  const colour = {
    condition: [
      { test: 'datum.clear && datum.difference > 0', value: colors.good },
      { test: 'datum.clear', value: colors.bad },
    ],
    value: colors.muted,
  };
  const side = (key: string, at: number, colour: string) => ({
    data: { values: [{}] },
    mark: { type: 'text', align: 'left', baseline: at > 0 ? 'top' : 'bottom', color: colour, fontWeight: 500 },
    encoding: { x: { value: 4 }, y: { ...y, datum: at }, text: { value: kit.t(key, { b: name }) } },
  });
  const field = (column: string, unit: 'share' | 'points' | 'count') => ({
    field: column,
    title: kit.t(`column.${column}`),
    ...kit.axisFormat(unit),
  });
  const transform = [columnIndex(columns)];
  return {
    height: kit.width < 480 ? 220 : 260,
    layer: [
      { data: { values: [{}] }, mark: { type: 'rule', color: colors.text }, encoding: { y: { ...y, datum: 0 } } },
      {
        transform,
        mark: { type: 'rule', strokeWidth: 2 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: colour },
      },
      {
        transform,
        mark: { type: 'point', size: 64, strokeWidth: 2, filled: true, opacity: 1 },
        encoding: {
          x,
          y: { ...y, field: 'difference' },
          stroke: colour,
          fill: { condition: [{ test: '!datum.clear', value: colors.background }, ...colour.condition], value: colors.background },
          tooltip: [
            { field: 'period', title: kit.t('column.period') },
            field('difference', 'points'),
            field('low', 'points'),
            field('high', 'points'),
            field('value_a', 'share'),
            field('value_b', 'share'),
            field('size_a', 'count'),
            field('size_b', 'count'),
          ],
        },
      },
      side('comparison.more', reach, colors.good),
      side('comparison.less', -reach, colors.bad),
    ],
  };
};
