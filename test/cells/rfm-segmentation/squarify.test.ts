import fc from 'fast-check';
import { expect, test } from 'vitest';
import { squarify } from '../../../cells/rfm-segmentation/squarify.ts';

test('the example of the paper: 6, 6, 4, 3, 2, 2, 1 in 6 by 4', () => {
  const tiles = squarify([6, 6, 4, 3, 2, 2, 1], 6, 4);
  const rounded = tiles.map(({ x, y, width, height }) => [x, y, width, height].map((value) => Math.round(value * 1000) / 1000));
  expect(rounded.slice(0, 4)).toEqual([
    [0, 0, 3, 2],
    [0, 2, 3, 2],
    [3, 0, 1.714, 2.333],
    [4.714, 0, 1.286, 2.333],
  ]);
});

test('every tile has its share of the area, lies within it and overlaps no other', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 14 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 50, max: 1200 }), fc.integer({ min: 50, max: 600 }), (given, width, height) => {
      const tiles = squarify(given, width, height);
      const total = given.reduce((a, b) => a + b, 0);
      tiles.forEach((tile, i) => {
        expect(tile.width * tile.height).toBeCloseTo(total > 0 ? ((given[i] as number) / total) * width * height : 0, 4);
        expect(tile.x).toBeGreaterThanOrEqual(0);
        expect(tile.x + tile.width).toBeLessThanOrEqual(width + 1e-6);
        expect(tile.y + tile.height).toBeLessThanOrEqual(height + 1e-6);
        for (const other of tiles.slice(0, i)) {
          const across = Math.min(tile.x + tile.width, other.x + other.width) - Math.max(tile.x, other.x);
          const down = Math.min(tile.y + tile.height, other.y + other.height) - Math.max(tile.y, other.y);
          expect(Math.min(across, down)).toBeLessThanOrEqual(1e-6);
        }
      });
    }),
  );
});
