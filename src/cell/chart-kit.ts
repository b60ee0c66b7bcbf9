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

export interface ChartColors {
  text: string;
  muted: string;
  grid: string;
  background: string;
  accent: string;
  /** For named series; told apart by colour-blind readers and in grey. */
  categorical: readonly string[];
  /** From next to the page to far from it, for quantities from little to much. */
  sequential: readonly string[];
  /** For each sequential step the colour of text that is readable on it. */
  sequentialInk: readonly string[];
  /** Low, middle, high. */
  diverging: readonly string[];
  good: string;
  bad: string;
}

export type ChartFunction = (view: ChartView, kit: ChartKit) => ChartSpec;
