import type { ChartKit, ChartView } from '../../src/cell/index.ts';

export const isNarrow = (kit: ChartKit): boolean => kit.width < 480;

/** A transform that puts the shown name of each value of a column beside it, and these names in the order of the data. */
export function namesOf(view: ChartView, kit: ChartKit, column: string, as: string, values: string) {
  const found = [...new Set(view.data.map((row) => row[column] ?? null))];
  const names = found.map((value) => kit.name(values, value));
  const rows = found.map((value, i) => ({ [column]: value, [as]: names[i] }));
  return { names, transform: { lookup: column, from: { data: { values: rows }, key: column, fields: [as] } } };
}

/** A colour by amount in steps from the page to far from it, and the ink that is readable on each step. */
export function shade(kit: ChartKit, field: string, top: number) {
  const scale = (range: readonly string[]) => ({ type: 'quantize', domain: [0, top > 0 ? top : 1], range });
  return {
    fill: { field, type: 'quantitative', scale: scale(kit.colors.sequential), legend: null },
    ink: { field, type: 'quantitative', scale: scale(kit.colors.sequentialInk), legend: null },
  };
}

/** The largest number in a column; 0 where there is none. */
export const largest = (view: ChartView, column: string): number =>
  view.data.reduce((top, row) => Math.max(top, typeof row[column] === 'number' ? row[column] : 0), 0);
