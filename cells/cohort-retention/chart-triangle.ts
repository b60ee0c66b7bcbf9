import type { ChartFunction, ChartKit, ChartView, Row } from '../../src/cell/index.ts';
import { columnsOf, numbersOf, roundTop, sinceTitle, tooltip, unitOf } from './chart-parts.ts';

/** The triangle of cohorts by periods: numbers on colour, what is not over yet behind a dashed line. */
export const triangle: ChartFunction = (view, kit) => {
  const { colors, width } = kit;
  const whole = view.args?.whole === true;
  const byTime = view.args?.byTime === true;
  const drawn = view.data.filter((row) => !whole || row.period !== 0);
  const columns = columnsOf({ ...view, data: drawn });
  const rows = new Set(view.data.map((row) => row.cohort)).size;
  const wide = width >= 480;
  const name = byTime ? 'cohort_start' : 'cohort';
  const y = {
    field: name,
    type: 'ordinal',
    sort: null,
    axis: {
      title: null,
      labelLimit: wide ? 180 : 88,
      offset: wide ? 72 : 0,
      labelColor: colors.text,
      ...(byTime ? kit.periodFormat((view.args?.grain ?? 'month') as 'month') : {}),
    },
  };
  const room = (width - (wide ? 160 : 90)) / Math.max(1, columns.length);
  const top = topOf(drawn);
  const body = cellText(view, kit, room, top);
  const filter = whole ? [{ filter: 'datum.period > 0' }] : [];
  const transform = [...filter, { calculate: labelExpr(view), as: 'column' }];
  const x = {
    field: 'column',
    type: 'ordinal',
    sort: columns.map(({ label }) => label),
    axis: { orient: 'top', title: sinceTitle(view, kit), titleAnchor: 'start', labelAngle: 0, labelOverlap: true, labelPadding: 4 },
  };
  const colour = {
    field: 'value',
    type: 'quantitative',
    scale: { type: 'quantize', domain: [0, top], range: colors.sequential, nice: false },
    legend: body ? null : { title: null, orient: 'bottom', gradientLength: Math.min(240, width - 40), ...kit.axisFormat(unitOf(view)) },
  };
  const tip = tooltip(view, kit);
  return {
    height: rows * (rows > 24 ? 20 : 26),
    encoding: { y },
    config: { scale: { bandPaddingInner: Math.min(0.05, 2 / room), bandPaddingOuter: 0 } },
    layer: [
      {
        transform: [...transform, { filter: 'datum.complete && isValid(datum.value)' }],
        mark: { type: 'rect', tooltip: true },
        encoding: { x, color: colour, tooltip: tip },
      },
      {
        transform: [...transform, { filter: '!datum.complete && isValid(datum.value)' }],
        mark: {
          type: 'rect',
          fill: colors.background,
          fillOpacity: 0.01,
          strokeDash: [3, 2],
          strokeWidth: 1,
          stroke: colors.muted,
          strokeOpacity: 0.7,
        },
        encoding: { x, tooltip: tip },
      },
      ...(body ? [{ transform: [...transform, { filter: 'isValid(datum.value)' }], ...body, encoding: { x, ...body.encoding } }] : []),
      ...(wide ? sizes(view, kit) : []),
    ],
  };
};

/** The value that the strongest colour stands for. The start is full or nearly so, and would leave the rest pale. */
function topOf(rows: readonly Row[]): number {
  const after = rows.filter((row) => row.complete && row.period !== 0);
  const values = numbersOf(after.length > 0 ? after : rows, 'value');
  return roundTop(Math.max(...values, 0) || 1);
}

function labelExpr({ args }: ChartView): string {
  if (args?.retention === 'unbounded') return "datum.period + '+'";
  if (args?.brackets === true) return "datum.period_to > datum.period ? datum.period + '–' + datum.period_to : '' + datum.period";
  return "'' + datum.period";
}

/** The number on each field, where it fits. */
function cellText(view: ChartView, kit: ChartKit, room: number, top: number) {
  const { colors } = kit;
  const unit = unitOf(view);
  if (room < (unit === 'share' ? 19 : unit === 'money' ? 46 : 30)) return null;
  const flip = colors.sequentialInk.findIndex((ink) => ink !== colors.sequentialInk[0]) / colors.sequential.length;
  const [near, far] = [colors.sequentialInk[0], colors.sequentialInk.at(-1)];
  return {
    mark: { type: 'text', fontSize: room < 24 ? 10 : room < 32 ? 11 : 12 },
    encoding: {
      text: { field: 'value', ...kit.axisFormat(unit, unit === 'share' ? 'bare' : undefined) },
      color: {
        condition: [
          { test: '!datum.complete', value: colors.muted },
          { test: `datum.value >= ${top * flip}`, value: far },
        ],
        value: near,
      },
    },
  };
}

/** How many customers each cohort has, left of its fields. */
function sizes(view: ChartView, kit: ChartKit) {
  const text = { type: 'text', align: 'right', color: kit.colors.muted };
  return [
    {
      transform: [{ filter: 'datum.period === 0' }],
      mark: text,
      encoding: { x: { value: -10 }, text: { field: 'size', ...kit.axisFormat('count') } },
    },
    {
      data: { values: [{}] },
      mark: { ...text, baseline: 'bottom' },
      encoding: {
        x: { value: -10 },
        y: { value: -6 },
        text: { value: kit.t(view.args?.recurring === true ? 'triangle.entries' : 'triangle.size') },
      },
    },
  ];
}
