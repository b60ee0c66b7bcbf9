import type { Column, Row } from '../../../cell/index.ts';

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
