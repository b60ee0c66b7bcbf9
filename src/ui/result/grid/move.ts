/** A cell of the grid; row −1 is the header. */
export interface Place {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that a page key moves by. */
  page: number;
}

/** Where a key leads from a cell, by the ARIA grid pattern; undefined for keys that do not move. */
export function move(from: Place, key: string, toEdge: boolean, { rows, columns, page }: Extent): Place | undefined {
  const to = (row: number, column: number): Place => ({ row: clamp(row, -1, rows - 1), column: clamp(column, 0, columns - 1) });
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return to(toEdge ? 0 : row - 1, column);
    case 'ArrowDown':
      return to(toEdge ? rows - 1 : row + 1, column);
    case 'ArrowLeft':
      return to(row, toEdge ? 0 : column - 1);
    case 'ArrowRight':
      return to(row, toEdge ? columns - 1 : column + 1);
    case 'PageUp':
      return to(Math.max(0, row - page), column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(toEdge ? 0 : row, 0);
    case 'End':
      return to(toEdge ? rows - 1 : row, columns - 1);
    default:
      return undefined;
  }
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cells between two places, both included; the header is not part of it. */
export function range(anchor: Place, active: Place): Range {
  return {
    top: Math.max(0, Math.min(anchor.row, active.row)),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export const holds = (r: Range, row: number, column: number): boolean =>
  row >= r.top && row <= r.bottom && column >= r.left && column <= r.right;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
