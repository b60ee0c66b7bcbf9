/** A rectangle of a treemap, in the units of the area that it divides. */
export interface Tile {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Divides an area into rectangles of the given shares, as near to squares as a greedy row by row layout gets (squarified
 * treemap; Bruls, Huizing & van Wijk 2000). Weights that are not above 0 get an empty rectangle. O(n log n).
 */
export function squarify(weights: readonly number[], width: number, height: number): Tile[] {
  const total = weights.reduce((sum, weight) => sum + Math.max(weight, 0), 0);
  const tiles: Tile[] = weights.map(() => ({ x: 0, y: 0, width: 0, height: 0 }));
  const left = weights
    .map((weight, i) => ({ i, area: total > 0 ? (Math.max(weight, 0) / total) * width * height : 0 }))
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area || a.i - b.i);
  let free: Tile = { x: 0, y: 0, width, height };
  while (left.length > 0) {
    const side = Math.min(free.width, free.height);
    let n = 1;
    while (n < left.length && worst(left.slice(0, n + 1), side) <= worst(left.slice(0, n), side)) n++;
    free = lay(left.splice(0, n), free, tiles);
  }
  return tiles;
}

type Item = { i: number; area: number };
const areaOf = (row: readonly Item[]) => row.reduce((sum, { area }) => sum + area, 0);

/** The most elongated rectangle of a row along a side: its longer over its shorter edge. */
function worst(row: readonly Item[], side: number): number {
  const depth = areaOf(row) / side;
  return Math.max(...row.map(({ area }) => Math.max((depth * depth) / area, area / (depth * depth))));
}

/** Lays a row along the shorter side of the free area and returns what is left of it. */
function lay(row: readonly Item[], free: Tile, tiles: Tile[]): Tile {
  const upright = free.width >= free.height;
  const depth = areaOf(row) / (upright ? free.height : free.width);
  let at = upright ? free.y : free.x;
  for (const { i, area } of row) {
    const length = area / depth;
    tiles[i] = upright ? { x: free.x, y: at, width: depth, height: length } : { x: at, y: free.y, width: length, height: depth };
    at += length;
  }
  return upright
    ? { ...free, x: free.x + depth, width: Math.max(free.width - depth, 0) }
    : { ...free, y: free.y + depth, height: Math.max(free.height - depth, 0) };
}
