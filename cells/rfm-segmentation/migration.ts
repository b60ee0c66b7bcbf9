import { type Disclosure, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { say } from './checks.ts';
import { type Period, revenueOf } from './customers.ts';
import { addMonths } from './days.ts';
import { shareOf } from './grid.ts';
import { type Context, named, type Scene, segmentOrder } from './scene.ts';

/** Who had not bought by the earlier date, and who has no purchase in the later window. */
export const ARRIVED = '(new)';
export const LEFT = '(gone)';
const GROUPED: Disclosure = { grain: 'group', count: 'customers' };

/** The period that the migration starts from; null where it is not asked for, or ends before the first order. */
export function earlierPeriod(context: Context, scene: Scene): Period | null {
  const { compareMonths, window, windowMonths } = context.params;
  const first = scene.profile.firstDay;
  if (compareMonths === 0 || first === null || scene.total.customers === 0) return null;
  const until = addMonths(scene.period.until, -compareMonths);
  if (until < first) {
    say(context, 'migration.early', 'note', { from: quantity(until, 'date') });
    return null;
  }
  return { after: window === 'months' ? addMonths(until, -windowMonths) : null, until };
}

/** Makes `migration`: customers by segment at the earlier date and now; each date is scored on its own. */
export async function makeMigration(context: Context, scene: Scene, scores: Sql, earlier: Scene | null): Promise<Sql> {
  const then = earlier
    ? sql`select customer, ${earlier.segment} as segment from (${earlier.scored})`
    : sql`select customer, segment from ${scores} where false`;
  const now = earlier ? scores : sql`(select * from ${scores} where false)`;
  const order = orderOf(scene);
  return context.table(
    'migration',
    sql`select from_segment, to_segment, customers, customers / sum(customers) over (partition by from_segment)::DOUBLE as share_of_from,
        (case when isfinite(revenue) then revenue end) as revenue
      from (
        select coalesce(a.segment, ${ARRIVED}) as from_segment, coalesce(b.segment, ${LEFT}) as to_segment,
          count(*)::INTEGER as customers, coalesce(sum(${revenueOf(context.params)}), 0)::DOUBLE as revenue
        from (${then}) a full join ${now} b on a.customer = b.customer group by all
      ) order by list_position(${order}, from_segment), from_segment, list_position(${order}, to_segment), to_segment`,
  );
}

const orderOf = (scene: Scene): string[] => [ARRIVED, ...segmentOrder(scene.rules), LEFT];

/** Draws the migration and says how many stayed and how many of the best slipped. */
export async function showMigration(context: Context, scene: Scene, migration: Sql, earlier: Scene): Promise<void> {
  const rows: Row[] = (await context.query(sql`select * from ${migration}`)).rows();
  const known = rows.filter((row) => row.from_segment !== ARRIVED);
  const count = (some: readonly Row[]) => some.reduce((sum, row) => sum + Number(row.customers), 0);
  const stayed = count(known.filter((row) => row.from_segment === row.to_segment));
  const moves = known.filter((row) => row.from_segment !== row.to_segment);
  const largest = moves.length > 0 ? moves.reduce((a, b) => (Number(b.customers) > Number(a.customers) ? b : a)) : null;
  const stayedShare = quantity(shareOf(stayed, count(known)), 'share');
  const dates = { from: quantity(earlier.period.until, 'date'), to: quantity(scene.period.until, 'date') };
  context.show({
    kind: 'chart',
    id: 'migration',
    chart: 'migration',
    title: text('migration.title', dates),
    subtitle: text('migration.subtitle', { share: stayedShare }),
    alt: largest
      ? text('migration.alt', {
          ...dates,
          share: stayedShare,
          n: quantity(Number(largest.customers), 'customers'),
          before: named(String(largest.from_segment)),
          after: named(String(largest.to_segment)),
        })
      : text('migration.alt.none', { ...dates, share: stayedShare }),
    data: rows,
    columns: [
      { name: 'from_segment', values: 'segment' },
      { name: 'to_segment', values: 'segment' },
      { name: 'customers', unit: 'customers' },
      { name: 'share_of_from', unit: 'share' },
      { name: 'revenue', unit: 'money' },
    ],
    args: { order: orderOf(scene).join('\n') },
    ...GROUPED,
  });
  context.fact('stayed_share', stayedShare);
}
