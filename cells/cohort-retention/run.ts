import { quantity, type Row, sql, text } from '../../src/cell/index.ts';
import { checkFirst, checkLater } from './checks.ts';
import { compare } from './comparison.ts';
import { makeCube } from './cube.ts';
import { customersSql } from './customers.ts';
import { type Context, planOf } from './plan.ts';
import { readProfile } from './profile.ts';
import { founded, readScene, type Scene } from './scene.ts';
import { cellsSql, curveSql } from './triangle.ts';
import { columnsOf, showFirst } from './views.ts';

/**
 * One grouping of the orders makes a small cube; triangle, mean and all that is seen first come out of it. The
 * comparison, the list of customers and checks that read the orders again follow.
 */
export async function run(context: Context): Promise<void> {
  const profile = await readProfile(context);
  const plan = planOf(context, profile, await firstAcquired(context));
  context.resolved('asOf', profile.lastDay === null ? null : plan.asOf);
  if (plan.cohortBy !== context.params.cohortBy) context.resolved('cohortBy', plan.cohortBy);
  if (plan.measure !== context.params.measure) context.resolved('measure', plan.measure);

  const cube = await makeCube(context, plan);
  const cells = await context.table('cells', cellsSql(plan, cube.cube));
  const curve = await context.table('curve', curveSql(plan, cube.cube));
  const scene = await readScene(context, plan, profile, cells, curve);
  showFirst(context, scene);
  stateFacts(context, scene);
  await checkFirst(context, scene);

  await compare(context, scene);
  await showCells(context, scene);
  context.progress(0.6, text('progress.customers'));
  await context.table('customers', customersSql(plan, cube));
  await checkLater(context, scene);
}

/** The earliest acquisition, where cohorts start with it; an ISO day. */
async function firstAcquired(context: Context): Promise<string | null> {
  if (context.params.cohortBy !== 'acquired_at' || !context.has('customers.acquired_at')) return null;
  const day = sql`strftime(min(acquired_at) filter (where acquired_at >= DATE '0001-01-01'), '%Y-%m-%d')`;
  return ((await context.query(sql`select ${day} as day from customers`)).values('day')[0] as string | null) ?? null;
}

function stateFacts(context: Context, scene: Scene): void {
  const { plan, extent } = scene;
  const points = founded(scene);
  const grouped = { grain: 'total' } as const;
  if (scene.profile.lastDay !== null) context.fact('as_of', quantity(plan.asOf, 'date'), grouped);
  if (!plan.recurring) context.fact('customers', quantity(extent.customers, 'customers'), grouped);
  context.fact('cohorts', quantity(extent.cohorts, 'count'), grouped);
  if (plan.relativeTo === 'none') return;
  for (const [name, point] of [
    ['next_share', points[0]],
    ['last_complete_share', points.at(-1)],
  ] as const) {
    const interval =
      point && point.low !== null && point.high !== null ? { low: point.low, high: point.high, level: plan.level } : undefined;
    if (point) context.fact(name, quantity(point.value, 'share', interval), grouped);
  }
}

/** How many rows of a table a result carries. */
const ROWS = 200;

async function showCells(context: Context, { plan, cells }: Scene): Promise<void> {
  const columns = columnsOf(plan);
  const frame = await context.query(sql`select * from ${cells} order by rowid limit ${ROWS}`);
  const total = await context.query(sql`select count(*)::DOUBLE as n from ${cells}`);
  context.show({
    kind: 'table',
    id: 'cells',
    title: text('cells.title'),
    table: 'cells',
    columns,
    rows: frame.rows() as Row[],
    total: total.numbers('n')[0] ?? 0,
    grain: 'group',
    count: 'n',
  });
}
