import type { ChartFunction } from '../../src/cell/index.ts';
import { isNarrow, shade } from './chart-parts.ts';
import { squarify } from './squarify.ts';

/** Rough width of a letter at the size of the labels, in pixels; a Chinese one is about twice as wide. */
const LETTER = 7;

/** Area by customers, colour by revenue per customer; laid out for the width at hand. */
export const treemap: ChartFunction = (view, kit) => {
  const [width, height] = [kit.width, isNarrow(kit) ? 380 : 360];
  const tiles = squarify(
    view.data.map((row) => Number(row.customers ?? 0)),
    width,
    height,
  );
  const values = view.data.map((row, i) => {
    const tile = tiles[i] ?? { x: 0, y: 0, width: 0, height: 0 };
    const name = kit.name('segment', row.segment ?? null);
    const customers = Number(row.customers ?? 0);
    const fits = tile.height >= 22 && tile.width >= 14 + lengthOf(name) * LETTER;
    return {
      name,
      customers,
      share: row.customers_share ?? null,
      each: typeof row.revenue === 'number' && customers > 0 ? Math.max(row.revenue / customers, 0) : 0,
      x: tile.x,
      y: tile.y,
      x2: tile.x + tile.width,
      y2: tile.y + tile.height,
      label: fits ? name : '',
      count: fits && tile.height >= 40 ? kit.format({ value: customers, unit: 'customers' }) : '',
    };
  });
  const { fill, ink } = shade(kit, 'each', Math.max(...values.map((value) => value.each), 0));
  const x = { field: 'x', type: 'quantitative', scale: { domain: [0, width], nice: false }, axis: null };
  const y = { field: 'y', type: 'quantitative', scale: { domain: [0, height], reverse: true, nice: false }, axis: null };
  const line = (field: 'label' | 'count', dy: number, fontWeight: number) => ({
    mark: { type: 'text', align: 'left', baseline: 'top', dx: 8, dy, fontWeight },
    encoding: { x, y, color: ink, text: { field, type: 'nominal' } },
  });
  return {
    height,
    layer: [
      {
        mark: { type: 'rect', stroke: kit.colors.background, strokeWidth: 2, cornerRadius: 3 },
        encoding: {
          x,
          y,
          x2: { field: 'x2' },
          y2: { field: 'y2' },
          color: fill,
          tooltip: [
            { field: 'name', title: kit.t('column.segment') },
            { field: 'customers', type: 'quantitative', title: kit.t('column.customers'), ...kit.axisFormat('customers') },
            { field: 'share', type: 'quantitative', title: kit.t('column.customers_share'), ...kit.axisFormat('share') },
            { field: 'each', type: 'quantitative', title: kit.t('treemap.each'), ...kit.axisFormat('money') },
          ],
        },
      },
      line('label', 8, 600),
      line('count', 25, 400),
    ].map((layer) => ({ data: { values }, ...layer })),
    resolve: { scale: { color: 'independent' } },
  };
};

const lengthOf = (name: string): number => [...name].reduce((n, letter) => n + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
