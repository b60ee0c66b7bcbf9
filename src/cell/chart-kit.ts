import type { Quantity, Unit } from './quantity.ts';
import type { TextArg } from './text.ts';
import type { CellValue, ChartView } from './view.ts';

/** A Vega-Lite spec without data, size and theme: the page adds those. Data is named `table`. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/** What a chart function gets beside its data. Colours come from the theme, words from the messages. */
export interface ChartKit {
  t(key: string, args?: Readonly<Record<string, TextArg>>): string;
  /** A name out of a column with `values`: the message `<values>.<value>` where there is one, else the value itself. */
  name(values: string, value: CellValue): string;
  format(value: Quantity): string;
  /**
   * Vega expression format for an axis or a label of this unit: `{format, formatType?}`. `bare` leaves out the sign of
   * per cent and of money, where there is no room for it on every mark.
   */
  axisFormat(unit: Unit, style?: 'bare'): Readonly<Record<string, unknown>>;
  /** The same for a calendar period that is given by the ISO day it starts on: `Dec 2010`, `2010年12月`, `Q4 2010`. */
  periodFormat(grain: 'day' | 'week' | 'month' | 'quarter' | 'year'): Readonly<Record<string, unknown>>;
  colors: ChartColors;
  /** Width in CSS pixels that the chart will have; below 480 draw fewer labels. */
  width: number;
  language: 'en' | 'zh';
}

/** The colours of one scheme: what charts are drawn with and what their theme is made of. */
export interface ChartColors {
  text: string;
  muted: string;
  grid: string;
  /** The page behind the chart: for halos and gaps, never painted. */
  background: string;
  accent: string;
  /** Six series at most: pairwise distinct for protan, deutan and tritan readers, each with a lightness of its own for grey print. */
  categorical: readonly string[];
  /** From next to the page to far from it: little to much. Lightness falls (light) or rises (dark) at every step. */
  sequential: readonly string[];
  /** The ink that is readable on each sequential step, at 4.5 : 1 or more. */
  sequentialInk: readonly string[];
  /** Orange, neutral, blue; the two arms are equally far from the middle. */
  diverging: readonly string[];
  good: string;
  bad: string;
}

export type ChartFunction = (view: ChartView, kit: ChartKit) => ChartSpec;
