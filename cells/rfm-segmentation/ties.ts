import { type Disclosure, ident, join, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { shareOf } from './grid.ts';
import type { Context, Scene } from './scene.ts';
import { cutScores, DIMENSIONS, type Dimension, quantileCuts, rankScores, segmentSql, VALUE_OF } from './scores.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'customers' };

/**
 * The tie report: what the other method would have said. Ranks split equal values, quantiles keep them together; fixed
 * cut points are held against ranks with as many scores.
 */
export async function showTies(context: Context, scene: Scene): Promise<void> {
  const { params } = context;
  const byRank = params.method === 'ntile';
  const other = byRank ? cutScores(await quantileCuts(context, scene.customers, params.bins)) : rankScores(scene.scale);
  const both = await context.scratch(
    'both_methods',
    sql`select recency_days, frequency, monetary, r, f, m, ${join(DIMENSIONS.map((d) => sql`${other[d]} as ${second(d)}`))} from (${scene.scored})`,
  );
  const changed = await changes(context, scene, both);
  const rows: Row[] = [];
  for (const d of DIMENSIONS) {
    rows.push({ dimension: d, customers: scene.total.customers, ...(await equalValues(context, both, d, byRank)), ...changed[d] });
  }
  context.show({
    kind: 'table',
    id: 'ties',
    title: text(`ties.title.${params.method}`),
    table: null,
    columns: [
      { name: 'dimension', values: 'dimension' },
      { name: 'changed', unit: 'customers' },
      { name: 'changed_share', unit: 'share' },
      { name: 'split', unit: 'customers' },
      { name: 'values', unit: 'count' },
      { name: 'largest_share', unit: 'share' },
    ],
    rows,
    total: rows.length,
    ...GROUPED,
  });
  const share = changed.segment.changed_share;
  context.fact('segment_changed_share', quantity(share, 'share'));
  context.check({
    id: 'ties',
    severity: (share ?? 0) >= 0.05 ? 'note' : 'ok',
    text: text(`check.ties.${params.method}`, { n: quantity(changed.segment.changed, 'customers'), share: quantity(share, 'share') }),
  });
}

const second = (d: Dimension): Sql => ident(`${d}2`);
interface Changed {
  changed: number;
  changed_share: number | null;
}

/** Customers whose score, and whose segment, the other method would change. */
async function changes(context: Context, scene: Scene, both: Sql): Promise<Record<Dimension | 'segment', Changed>> {
  const other = segmentSql(scene.rules, context.params, scene.scale, '2');
  const count = (condition: Sql, name: string) => sql`(count(*) filter (where ${condition}))::DOUBLE as ${ident(name)}`;
  const frame = await context.query(
    sql`select ${join(DIMENSIONS.map((d) => count(sql`${ident(d)} <> ${second(d)}`, d)))},
        ${count(sql`(${scene.segment}) <> (${other})`, 'segment')} from ${both}`,
  );
  const of = (name: string): Changed => {
    const changed = frame.numbers(name)[0] ?? 0;
    return { changed, changed_share: shareOf(changed, scene.total.customers) };
  };
  return { r: of('r'), f: of('f'), m: of('m'), segment: of('segment') };
}

/** How far values repeat: distinct values, the largest group of equals, and customers in groups that ranks split. */
async function equalValues(context: Context, both: Sql, d: Dimension, byRank: boolean): Promise<Row> {
  const rank = byRank ? ident(d) : second(d);
  const frame = await context.query(
    sql`select count(*)::DOUBLE as distinct_values, max(n)::DOUBLE as largest, sum(n)::DOUBLE as customers,
        coalesce(sum(n) filter (where low <> high), 0)::DOUBLE as split
      from (select count(*) as n, min(${rank}) as low, max(${rank}) as high from ${both} group by ${VALUE_OF[d]})`,
  );
  const row = frame.rows()[0] ?? {};
  return {
    split: Number(row.split),
    values: Number(row.distinct_values),
    largest_share: shareOf(Number(row.largest), Number(row.customers)),
  };
}
