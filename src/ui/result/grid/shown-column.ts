import type { Column, Row } from '../../../cell/index.ts';
import type { Words } from '../words.ts';
import { cellFormat } from './cell-format.ts';
import { columnWidth } from './column-widths.ts';

/** A column as the grid draws it. */
export interface ShownColumn {
  column: Column;
  label: string;
  unit: string | undefined;
  numeric: boolean;
  /** Pixels at least. */
  width: number;
  /** The text of its cell; empty while the row is on its way. */
  write(row: Row | undefined): string;
}

/** Rows that widths are taken from. */
const SAMPLE_ROWS = 60;

/** How columns are headed, written and how wide they are, by their first rows. */
export function shownColumns(columns: readonly Column[], rows: readonly Row[], words: Words): ShownColumn[] {
  const sample = rows.slice(0, SAMPLE_ROWS);
  return columns.map((column) => {
    const { numeric, write: format } = cellFormat(column, rows, words.language, words.currency);
    const write = (row: Row | undefined) => (row ? format(words.name(column, row[column.name] ?? null)) : '');
    const label = words.label(column);
    const unit = words.unit(column);
    // Two letters more for the arrow of the order.
    const width = columnWidth([`${label} ${unit ?? ''}  `, ...sample.map(write)]);
    return { column, label, unit, numeric, width, write };
  });
}
