import type { ChartFunction, ChartKit, ChartView, Row } from '../../src/cell/index.ts';
import { type ChartColumn, cohortArg, columnAxis, columnIndex, columnsOf, numbersOf, sinceTitle, tooltip, unitOf } from './chart-parts.ts';
import { dodge, type EndLabel } from './end-labels.ts';

/** A curve a cohort, quietly, and their weighted mean with its interval. */
export const curves: ChartFunction = (view, kit) => {
  const { width } = kit;
  const sum = unitOf(view) !== 'share';
  // The start is full or nearly so: it would press all that matters flat.
  const data = view.data.filter((row) => sum || row.period !== 0);
  const columns = columnsOf({ ...view, data });
  const cohorts = [...new Set(data.flatMap((row) => (row.cohort === null ? [] : [String(row.cohort)])))];
  const height = width < 480 ? 240 : 320;
  // A sum of all cohorts would dwarf them.
  const lines = sum ? data.filter((row) => row.cohort !== null) : data;
  const values = [
    ...numbersOf(lines, 'value'),
    ...(sum
      ? []
      : numbersOf(
          lines.filter((row) => row.cohort === null),
          'high',
        )),
  ];
  const range: [number, number] = [Math.min(0, ...values), Math.max(...values, 0) * 1.02 || 1];
  const colour = colourOf(view, kit, cohorts);
  const labels = endLabels(view, kit, lines, columns, colour);
  const room = labels.length > 0 ? 14 + 7 * Math.max(...labels.map(({ text }) => textWidth(text))) : 16;
  const last = columns.length - 1;
  const stretch = 1 + room / Math.max(80, width - 60 - room);
  const x = {
    field: 'column',
    type: 'quantitative',
    scale: { domain: [0, Math.max(1, last) * stretch], nice: false },
    axis: columnAxis(columns, kit, sinceTitle(view, kit)),
  };
  const y = { type: 'quantitative', scale: { domain: range, nice: false }, axis: { title: null, ...kit.axisFormat(unitOf(view)) } };
  const value = { ...y, field: 'value' };
  const index = columnIndex(columns);
  const start = sum ? [] : [{ filter: 'datum.period > 0' }];
  const mean = [...start, { filter: '!isValid(datum.cohort)' }, index];
  const each = [...start, { filter: 'isValid(datum.cohort)' }, index];
  const mass = { x, y: value };
  return {
    height,
    layer: [
      {
        transform: each,
        mark: { type: 'line', strokeWidth: cohorts.length > 12 ? 1 : 1.5, opacity: 0.85 },
        encoding: {
          ...mass,
          color: { field: 'cohort', type: 'nominal', sort: null, scale: { domain: cohorts, range: cohorts.map(colour) }, legend: null },
        },
      },
      {
        transform: each,
        mark: { type: 'point', size: 60, opacity: 0 },
        encoding: { ...mass, tooltip: tooltip(view, kit) },
      },
      ...(sum ? [] : meanLayers(view, kit, mean, x, y)),
      ...(labels.length > 0 ? labelLayers(kit, dodge(labels, ((range[1] - range[0]) * 16) / height, range), x, y) : []),
    ],
  };
};

function meanLayers(view: ChartView, kit: ChartKit, transform: object[], x: object, y: object) {
  const { colors } = kit;
  const line = { type: 'line', strokeJoin: 'round' };
  return [
    {
      transform,
      mark: { type: 'area', color: colors.text, opacity: 0.14 },
      encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    { transform, mark: { ...line, color: colors.background, strokeWidth: 5 }, encoding: { x, y: { ...y, field: 'value' } } },
    { transform, mark: { ...line, color: colors.text, strokeWidth: 2.75 }, encoding: { x, y: { ...y, field: 'value' } } },
    {
      transform,
      mark: { type: 'point', color: colors.text, size: 28 },
      encoding: { x, y: { ...y, field: 'value' }, tooltip: tooltip(view, kit).filter(({ field }) => field !== 'cohort') },
    },
  ];
}

/** Each label twice, at first as a halo that keeps lines off it. */
function labelLayers({ colors }: ChartKit, labels: readonly EndLabel[], x: object, y: object) {
  const text = { type: 'text', align: 'left', dx: 8, fontWeight: 500 };
  const place = { x: { ...x, field: 'column' }, y: { ...y, field: 'at' }, text: { field: 'text' } };
  const data = { values: labels };
  return [
    { data, mark: { ...text, stroke: colors.background, strokeWidth: 4, strokeJoin: 'round' }, encoding: place },
    { data, mark: text, encoding: { ...place, color: { field: 'color', type: 'nominal', scale: null } } },
  ];
}

/** Groups get colours of their own, as far as they can be told apart; periods a ramp, the newer the stronger. */
function colourOf({ args }: ChartView, { colors }: ChartKit, cohorts: readonly string[]): (cohort: string) => string {
  if (args?.byTime !== true) {
    const few = cohorts.length <= colors.categorical.length;
    return (cohort) => (few ? colors.categorical[cohorts.indexOf(cohort)] : undefined) ?? colors.grid;
  }
  const ramp = colors.sequential.slice(3);
  return (cohort) => ramp[Math.round((cohorts.indexOf(cohort) / Math.max(1, cohorts.length - 1)) * (ramp.length - 1))] ?? colors.accent;
}

/** A name at the end of the mean, and of each group where they are few. */
function endLabels(
  view: ChartView,
  kit: ChartKit,
  data: readonly Row[],
  columns: readonly ChartColumn[],
  colour: (cohort: string) => string,
): EndLabel[] {
  const groups = view.args?.byTime !== true;
  const names = [...new Set(data.map((row) => row.cohort as string | null))];
  const few = names.length <= kit.colors.categorical.length + 1;
  return names.flatMap((name) => {
    const end = data.findLast((row) => row.cohort === name);
    const named = name === null || few;
    if (!end || typeof end.value !== 'number' || !named) return [];
    const written = kit.format({ value: end.value, unit: unitOf(view) });
    const text =
      name === null ? `${kit.t('curves.all')} ${written}` : clip(groups ? name : kit.t('curves.name', { name: cohortArg(view, name) }));
    const column = columns.findIndex(({ period }) => period === end.period);
    return [
      { text, value: end.value, at: end.value, column, color: name === null ? kit.colors.text : groups ? colour(name) : kit.colors.muted },
    ];
  });
}

/** In letters of the Latin alphabet; a Chinese one takes two. */
const textWidth = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '⺀' ? 1.8 : 1), 0);
const clip = (name: string): string => (name.length > 18 ? `${name.slice(0, 17)}…` : name);
