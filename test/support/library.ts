import type { CellDefinition, CellLibrary } from '../../src/cell/index.ts';

/** A library of just these cells. */
export function libraryOf(...cells: readonly CellDefinition<any>[]): CellLibrary {
  return { list: () => cells, get: (id) => cells.find((cell) => cell.id === id) };
}
