import type { Column, Row } from '../../../cell/index.ts';
import type { Words } from '../words.ts';
import { cellFormat } from './cell-format.ts';
import { type ColumnWidth, columnWidth } from './column-widths.ts';

/** A column as the grid draws it. */
export interface ShownColumn {
  column: Column;
  label: string;
  unit: string | undefined;
  numeric: boolean;
  width: ColumnWidth;
  /** The text of its cell; empty while the row is on its way. */
  write(row: Row | undefined): string;
}

/** Rows that widths are taken from. */
const SAMPLE_ROWS = 60;

/** Pixels at least of a text that may wrap: with two narrow columns beside it, it fits a phone. */
const WRAPPED = 170;

/** How columns are headed, written and how wide they are, by their first rows; `wraps` where long texts take several lines. */
export function shownColumns(columns: readonly Column[], rows: readonly Row[], words: Words, wraps: boolean): ShownColumn[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return columns.map((column) => {
    const { numeric, write: format } = cellFormat(column, rows, words.language, words.currency);
    const write = (row: Row | undefined) => (row ? format(words.name(column, row[column.name] ?? null)) : '');
    const label = words.label(column);
    const unit = words.unit(column);
    const width = columnWidth(unit ? `${label} · ${unit}` : label, sample.map(write));
    if (wraps && width.wished > width.least) width.least = WRAPPED;
    return { column, label, unit, numeric, width, write };
  });
}
