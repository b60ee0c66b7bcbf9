import type { Quantity, Unit } from './quantity.ts';
import type { Text } from './text.ts';

/** What one row or mark stands for; a link may carry `group` and `total` by default, never `customer`. */
export type Grain = 'customer' | 'group' | 'total';

export type CellValue = string | number | boolean | null;
export type Row = Readonly<Record<string, CellValue>>;

export interface Disclosure {
  grain: Grain;
  /** The column that holds how many customers (or respondents) a row stands for; needed where grain is `group`. */
  count?: string;
  /** Columns that could name a person. */
  personal?: readonly string[];
}

/** A sentence that a manager can act on. */
export interface HeadlineView {
  kind: 'headline';
  id: string;
  text: Text;
}

export interface Tile {
  label: Text;
  value: Quantity;
  /** What the number is of: denominator and period, in a few words. */
  note?: Text;
}
export interface TilesView {
  kind: 'tiles';
  id: string;
  tiles: readonly Tile[];
}

/** Data for one of the cell's charts; `chart` names the function in charts.ts that draws it. At most 5,000 rows. */
export interface ChartView extends Disclosure {
  kind: 'chart';
  id: string;
  chart: string;
  title: Text;
  subtitle?: Text;
  /** A text alternative: what the chart shows and its main finding. */
  alt: Text;
  data: readonly Row[];
  columns: readonly Column[];
  /** Small settings for the drawing, as the last complete period. */
  args?: Readonly<Record<string, CellValue>>;
}

/** A table that the run left in DuckDB, with its first rows; the grid pages the rest from the engine. */
export interface TableView extends Disclosure {
  kind: 'table';
  id: string;
  title: Text;
  /** The name that the cell's `produces` gives it; null for a small table that lives in the result alone. */
  table: string | null;
  columns: readonly Column[];
  rows: readonly Row[];
  total: number;
}

export interface ProseView {
  kind: 'prose';
  id: string;
  text: Text;
}

export type View = HeadlineView | TilesView | ChartView | TableView | ProseView;

/** A column with its label (message key `column.<name>` unless given) and its unit; none for text and keys. */
export interface Column {
  name: string;
  unit?: Unit;
  label?: Text;
  /**
   * For a column of names that the cell itself gave: a value `v` is shown as the message `<values>.<v>` where there is
   * one, and as it stands where there is none (a person may have named it).
   */
  values?: string;
}

/** What a careful analyst would say. `ok` is for a check that was made and passed, and is worth knowing. */
export interface Check {
  id: string;
  severity: 'ok' | 'note' | 'warning' | 'serious';
  text: Text;
  mend?: Mend;
}

/** A way to put it right that the page can offer as a button. */
export type Mend =
  | { kind: 'bind'; table: string; column: string }
  | { kind: 'param'; param: string; value: unknown }
  | { kind: 'definition'; name: string };
