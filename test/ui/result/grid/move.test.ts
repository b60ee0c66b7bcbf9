import { describe, expect, it } from 'vitest';
import { holds, move, range } from '../../../../src/ui/result/grid/move.ts';

const extent = { rows: 100, columns: 4, page: 10 };
const from = { row: 50, column: 2 };

describe('keys in a grid', () => {
  it('move by one cell, and stop at the edges', () => {
    expect(move(from, 'ArrowUp', false, extent)).toEqual({ row: 49, column: 2 });
    expect(move(from, 'ArrowRight', false, extent)).toEqual({ row: 50, column: 3 });
    expect(move({ row: 99, column: 3 }, 'ArrowDown', false, extent)).toEqual({ row: 99, column: 3 });
    expect(move({ row: 0, column: 0 }, 'ArrowLeft', false, extent)).toEqual({ row: 0, column: 0 });
  });

  it('reach the header from the first row and come back', () => {
    expect(move({ row: 0, column: 1 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 1 });
    expect(move({ row: -1, column: 1 }, 'ArrowUp', false, extent)).toEqual({ row: -1, column: 1 });
    expect(move({ row: -1, column: 1 }, 'ArrowDown', false, extent)).toEqual({ row: 0, column: 1 });
  });

  it('move by pages and to the ends', () => {
    expect(move(from, 'PageDown', false, extent)).toEqual({ row: 60, column: 2 });
    expect(move({ row: 4, column: 2 }, 'PageUp', false, extent)).toEqual({ row: 0, column: 2 });
    expect(move(from, 'Home', false, extent)).toEqual({ row: 50, column: 0 });
    expect(move(from, 'End', true, extent)).toEqual({ row: 99, column: 3 });
    expect(move(from, 'ArrowDown', true, extent)).toEqual({ row: 99, column: 2 });
  });

  it('stay in the header of an empty table', () => {
    expect(move({ row: -1, column: 0 }, 'PageDown', false, { ...extent, rows: 0 })).toEqual({ row: -1, column: 0 });
  });

  it('that do not move give nothing', () => {
    expect(move(from, 'a', false, extent)).toBeUndefined();
  });
});

describe('a range', () => {
  it('spans two cells whichever comes first, and leaves the header out', () => {
    const r = range({ row: 5, column: 3 }, { row: -1, column: 1 });
    expect(r).toEqual({ top: 0, bottom: 5, left: 1, right: 3 });
    expect([holds(r, 0, 1), holds(r, 5, 3), holds(r, 6, 3), holds(r, 3, 0)]).toEqual([true, true, false, false]);
  });
});
