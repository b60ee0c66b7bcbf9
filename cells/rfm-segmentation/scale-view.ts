import { type Disclosure, ident, type Row, sql, text } from '../../src/cell/index.ts';
import { addUp, shareOf } from './grid.ts';
import type { Context, Scene } from './scene.ts';
import { type Cuts, DIMENSIONS, type Dimension, VALUE_OF } from './scores.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'customers' };

/** What each score means: its limits, and how many customers have it, as a table and drawn. */
export async function showScale(context: Context, scene: Scene): Promise<void> {
  const limits = scene.cuts ?? (await rankLimits(context, scene));
  const rows: Row[] = DIMENSIONS.flatMap((d) => {
    const counts = addUp(scene.grid, (cell) => cell[d]);
    const scores = Array.from({ length: scene.scale[d] }, (_, i) => scene.scale[d] - i);
    return scores.map((score) => {
      const customers = counts.get(score)?.customers ?? 0;
      return {
        dimension: d,
        score,
        ...limitsOf(d, score, scene.scale[d], limits),
        customers,
        share: shareOf(customers, scene.total.customers),
      };
    });
  });
  context.show({
    kind: 'table',
    id: 'scale',
    title: text('scale.title'),
    table: null,
    columns: [
      { name: 'dimension', values: 'dimension' },
      { name: 'score', unit: 'score' },
      { name: 'above', unit: 'number' },
      { name: 'up_to', unit: 'number' },
      { name: 'customers', unit: 'customers' },
      { name: 'share', unit: 'share', label: text('column.customers_share') },
    ],
    rows,
    total: rows.length,
    ...GROUPED,
  });
  context.show({
    kind: 'chart',
    id: 'distribution',
    chart: 'distribution',
    title: text('distribution.title'),
    subtitle: text(`distribution.subtitle.${context.params.method}`),
    alt: text('distribution.alt'),
    data: rows.map(({ dimension, score, customers, share }) => ({
      dimension: dimension ?? null,
      score: score ?? null,
      customers: customers ?? null,
      share: share ?? null,
    })),
    columns: [
      { name: 'dimension', values: 'dimension' },
      { name: 'score', unit: 'score' },
      { name: 'customers', unit: 'customers' },
      { name: 'share', unit: 'share', label: text('column.customers_share') },
    ],
    args: { top: scene.scale.top },
    ...GROUPED,
  });
}

/** The limits of a score: above the one, up to and including the other; null where there is no limit. */
export function limitsOf(d: Dimension, score: number, bins: number, cuts: Cuts): { above: number | null; up_to: number | null } {
  // A low recency scores high, so that its cut points count from the other end.
  const place = d === 'r' ? bins - score : score - 1;
  return { above: cuts[d][place - 1] ?? null, up_to: cuts[d][place] ?? null };
}

/** The largest value of each rank but the last, which stands in for a cut point; ties can be on both of its sides. */
async function rankLimits(context: Context, scene: Scene): Promise<Cuts> {
  const limits: Record<Dimension, number[]> = { r: [], f: [], m: [] };
  for (const d of DIMENSIONS) {
    const order = d === 'r' ? sql`score desc` : sql`score`;
    const frame = await context.query(
      sql`select ${ident(d)} as score, max(${VALUE_OF[d]})::DOUBLE as high from (${scene.scored}) group by 1 order by ${order}`,
    );
    limits[d] = Array.from(frame.numbers('high')).slice(0, -1);
  }
  return limits;
}
