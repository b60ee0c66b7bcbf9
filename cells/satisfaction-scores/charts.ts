import type { ChartFunction, ChartKit, Unit } from '../../src/cell/index.ts';

/** Shares of the answers by score, the number at the bar. */
const distribution: ChartFunction = (_view, kit) => ({
  height: 220,
  encoding: {
    x: { field: 'score', type: 'ordinal', title: kit.t('column.score'), axis: { labelAngle: 0 } },
    y: { field: 'share', type: 'quantitative', title: kit.t('column.share'), axis: { ...kit.axisFormat('share'), tickCount: 4 } },
  },
  layer: [
    {
      mark: { type: 'bar', tooltip: true },
      encoding: {
        color: {
          field: 'class',
          type: 'nominal',
          legend: null,
          scale: { domain: ['bad', 'middle', 'good'], range: [kit.colors.bad, kit.colors.muted, kit.colors.good] },
        },
        tooltip: [
          { field: 'score', type: 'quantitative', title: kit.t('column.score') },
          { field: 'answers', type: 'quantitative', title: kit.t('column.answers'), ...kit.axisFormat('count') },
          { field: 'share', type: 'quantitative', title: kit.t('column.share'), ...kit.axisFormat('share') },
        ],
      },
    },
    {
      mark: { type: 'text', dy: -7, color: kit.colors.text },
      encoding: { text: { field: 'share', type: 'quantitative', ...kit.axisFormat('share') } },
    },
  ],
});

/** A line with its interval as a band; a change that chance does not explain has a filled, labelled point. */
const trend: ChartFunction = (view, kit) => {
  const unit = unitOf(view.args?.unit);
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { zero: false, nice: true },
    axis: { ...kit.axisFormat(unit), tickCount: 5 },
  });
  return {
    height: kit.width < 480 ? 220 : 260,
    encoding: {
      x: { field: 'wave', type: 'temporal', title: null, axis: { ...kit.axisFormat('date'), tickCount: kit.width < 480 ? 3 : 6 } },
    },
    layer: [
      { mark: { type: 'area', opacity: 0.18, color: kit.colors.accent }, encoding: { y: y('low'), y2: { field: 'high' } } },
      { mark: { type: 'line', color: kit.colors.accent, strokeWidth: 2 }, encoding: { y: y('value') } },
      {
        mark: { type: 'point', size: 60, filled: true, stroke: kit.colors.accent, tooltip: true },
        encoding: {
          y: y('value'),
          fill: { condition: { test: 'datum.marked', value: kit.colors.accent }, value: kit.colors.background },
          tooltip: tooltips(kit, unit, 'wave', 'date'),
        },
      },
      {
        mark: { type: 'text', dy: -14, fontWeight: 600, color: kit.colors.text },
        encoding: {
          y: y('value'),
          text: { condition: { test: 'datum.marked', field: 'value', type: 'quantitative', ...kit.axisFormat(unit) }, value: '' },
        },
      },
    ],
  };
};

/** A dot and its interval for each segment; few answers are drawn faint. */
const segments: ChartFunction = (view, kit) => {
  const unit = unitOf(view.args?.unit);
  const order = { field: 'segment', type: 'nominal', title: null, sort: null };
  const faint = { condition: { test: 'datum.small', value: 0.35 }, value: 1 };
  const x = (field: string) => ({
    field,
    type: 'quantitative',
    title: null,
    scale: { zero: false },
    axis: { ...kit.axisFormat(unit), tickCount: 5, grid: true },
  });
  return {
    height: 30 * Math.max(2, view.data.length),
    encoding: { y: order },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 2, color: kit.colors.accent },
        encoding: { x: x('low'), x2: { field: 'high' }, opacity: faint },
      },
      {
        mark: { type: 'point', filled: true, size: 80, color: kit.colors.accent, tooltip: true },
        encoding: { x: x('value'), opacity: faint, tooltip: tooltips(kit, unit, 'segment') },
      },
      {
        mark: { type: 'text', dy: -11, color: kit.colors.text },
        encoding: { x: x('value'), opacity: faint, text: { field: 'value', type: 'quantitative', ...kit.axisFormat(unit) } },
      },
    ],
  };
};

const unitOf = (unit: unknown): Unit => (unit === 'points' || unit === 'score' ? unit : 'share');

const tooltips = (kit: ChartKit, unit: Unit, name: 'wave' | 'segment', as?: Unit) => [
  { field: name, type: name === 'wave' ? 'temporal' : 'nominal', title: kit.t(`column.${name}`), ...(as ? kit.axisFormat(as) : {}) },
  { field: 'answers', type: 'quantitative', title: kit.t('column.answers'), ...kit.axisFormat('count') },
  ...['value', 'low', 'high'].map((field) => ({ field, type: 'quantitative', title: kit.t(`column.${field}`), ...kit.axisFormat(unit) })),
];

export const charts = { distribution, trend, segments };
