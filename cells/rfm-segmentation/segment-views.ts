import { type Column, type Disclosure, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { type Context, isKnown, named, type Scene } from './scene.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'customers' };
const SEGMENT: Column = { name: 'segment', values: 'segment' };
const COLUMNS: readonly Column[] = [
  SEGMENT,
  { name: 'customers', unit: 'customers' },
  { name: 'customers_share', unit: 'share' },
  { name: 'revenue', unit: 'money' },
  { name: 'revenue_share', unit: 'share' },
  { name: 'orders', unit: 'orders' },
  { name: 'median_recency_days', unit: 'days' },
  { name: 'mean_frequency', unit: 'number' },
  { name: 'mean_monetary', unit: 'money' },
  { name: 'mean_score', unit: 'score' },
];

/** The segments as a table, as shares side by side, as areas, and what to do about each. */
export async function showSegments(context: Context, scene: Scene, segments: Sql): Promise<void> {
  const rows: Row[] = (await context.query(sql`select * from ${segments}`)).rows();
  context.show({
    kind: 'table',
    id: 'segments',
    title: text('segments.title'),
    table: 'segments',
    columns: COLUMNS,
    rows,
    total: rows.length,
    ...GROUPED,
  });
  if (rows.length === 0) return;
  const kept = COLUMNS.filter((column) => ['segment', 'customers', 'customers_share', 'revenue', 'revenue_share'].includes(column.name));
  const data = rows.map((row) => Object.fromEntries(kept.map(({ name }) => [name, row[name] ?? null])));
  const top = rows.reduce((a, b) => (Number(b.revenue ?? 0) > Number(a.revenue ?? 0) ? b : a));
  const found = {
    segment: named(String(top.segment)),
    share: quantity(top.customers_share as number, 'share'),
    revenueShare: quantity(top.revenue_share as number | null, 'share'),
  };
  const chart = { kind: 'chart', data, columns: kept, ...GROUPED } as const;
  context.show({ ...chart, id: 'shares', chart: 'shares', title: text('shares.title'), alt: text('shares.alt', found) });
  context.show({
    ...chart,
    id: 'treemap',
    chart: 'treemap',
    title: text('treemap.title'),
    subtitle: text('treemap.subtitle'),
    alt: text('treemap.alt', { n: quantity(scene.total.customers, 'customers'), ...found }),
  });
  context.show({
    kind: 'table',
    id: 'advice',
    title: text('advice.title'),
    table: null,
    columns: [SEGMENT, { name: 'customers', unit: 'customers' }, { name: 'advice', values: 'advice' }],
    rows: rows.map(({ segment, customers }) => ({
      segment: segment ?? null,
      customers: customers ?? null,
      advice: isKnown(String(segment)) ? (segment ?? null) : null,
    })),
    total: rows.length,
    ...GROUPED,
  });
}

/** The customers themselves, who brought in most first. */
export async function showScores(context: Context, scores: Sql): Promise<void> {
  const rows = (await context.query(sql`select * from ${scores} limit 200`)).rows();
  const total = (await context.query(sql`select count(*)::DOUBLE as n from ${scores}`)).numbers('n')[0] ?? 0;
  context.show({
    kind: 'table',
    id: 'scores',
    title: text('scores.title'),
    table: 'scores',
    columns: [
      { name: 'customer' },
      { name: 'recency_days', unit: 'days' },
      { name: 'frequency', unit: 'orders' },
      { name: 'monetary', unit: 'money' },
      { name: 'r', unit: 'score' },
      { name: 'f', unit: 'score' },
      { name: 'm', unit: 'score' },
      { name: 'rfm' },
      { name: 'score', unit: 'score' },
      SEGMENT,
    ],
    rows,
    total,
    grain: 'customer',
    personal: ['customer'],
  });
}
