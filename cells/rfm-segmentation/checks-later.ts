import { Day, join, quantity, type Sql, sql } from '../../src/cell/index.ts';
import { say } from './checks.ts';
import { returned, rowsIn } from './customers.ts';
import { addDays } from './days.ts';
import { shareOf } from './grid.ts';
import type { Context, Scene } from './scene.ts';

/** More orders than this, and distinct order numbers are estimated rather than counted. */
const COUNTED_ORDERS = 1_000_000;
/** The estimate is within some per cent of the truth; this is well beyond it. */
const ESTIMATE_SLACK = 0.1;
/** A last day this long after the one before it was perhaps typed wrong. */
const LONELY_DAYS = 60;

/** Checks that read the orders once more, after the first views are up. */
export async function checkLater(context: Context, scene: Scene): Promise<void> {
  await checkReturns(context, scene);
  await checkOutside(context, scene);
  await checkLastDay(context, scene);
  await checkCurrencies(context);
  await checkOrderNumbers(context, scene);
}

async function one(context: Context, statement: Sql): Promise<number> {
  return (await context.query(statement)).numbers('n')[0] ?? 0;
}

const where = (conditions: readonly Sql[]): Sql => (conditions.length > 0 ? sql` where ${join(conditions, ' and ')}` : sql``);

async function checkReturns(context: Context, { profile, period }: Scene): Promise<void> {
  if (!profile.returns) return;
  const { params } = context;
  const isReturn = returned(context.has('orders.is_return'));
  const inside = rowsIn(profile, period);
  const n = await one(context, sql`select count(*)::DOUBLE as n from orders${where([...inside, isReturn])}`);
  if (n > 0)
    say(
      context,
      'returns',
      'note',
      { n: quantity(n, 'rows'), share: quantity(shareOf(n, profile.rows), 'share') },
      { words: `returns.${params.returns}` },
    );
  if (params.returns === 'keep') return;
  const only = await one(
    context,
    sql`select count(*)::DOUBLE as n from (select customer from orders${where(inside)} group by customer having bool_and(${isReturn}))`,
  );
  if (only > 0) say(context, 'returns.only', 'note', { n: quantity(only, 'customers') });
}

/** Orders after the as-of date, and customers whose purchases are all before the window. */
async function checkOutside(context: Context, { profile, period }: Scene): Promise<void> {
  const { lastDay } = profile;
  if (lastDay !== null && lastDay > period.until) {
    const n = await one(context, sql`select count(*)::DOUBLE as n from orders where time >= ${new Day(addDays(period.until, 1))}`);
    const args = { n: quantity(n, 'rows'), to: quantity(period.until, 'date'), last: quantity(lastDay, 'date') };
    say(context, 'future', 'warning', args, { mend: { kind: 'param', param: 'asOf', value: lastDay } });
  }
  if (period.after === null) return;
  const known = rowsIn(profile, { after: null, until: period.until });
  const after = new Day(addDays(period.after, 1));
  const n = await one(
    context,
    sql`select count(*)::DOUBLE as n from (select customer from orders${where(known)} group by customer having max(time) < ${after})`,
  );
  if (n > 0) say(context, 'window', 'note', { n: quantity(n, 'customers'), from: quantity(after.iso, 'date') });
}

/** Where `auto` made the last day of the data the as-of date, and it stands alone, every recency is wrong. */
async function checkLastDay(context: Context, scene: Scene): Promise<void> {
  if (context.params.asOf !== 'auto' || context.definitions.asOf !== 'auto') return;
  const frame = await context.query(
    sql`select (count(*) filter (where recency_days = 0))::DOUBLE as n, (min(recency_days) filter (where recency_days > 0))::DOUBLE as gap
      from ${scene.customers}`,
  );
  const { n, gap } = frame.rows()[0] ?? {};
  if (typeof gap !== 'number' || gap < LONELY_DAYS || Number(n) > 0.01 * scene.total.customers + 1) return;
  const before = addDays(scene.period.until, -gap);
  const args = { to: quantity(scene.period.until, 'date'), n: quantity(Number(n), 'customers'), days: quantity(gap, 'days') };
  say(context, 'day.lonely', 'warning', args, { mend: { kind: 'param', param: 'asOf', value: before } });
}

async function checkCurrencies(context: Context): Promise<void> {
  if (!context.has('orders.currency')) return;
  const n = await one(context, sql`select count(distinct currency)::DOUBLE as n from orders`);
  if (n > 1) say(context, 'currencies', 'serious', { n: quantity(n, 'count') });
}

/** An order number on many rows: the rows are lines of orders, and frequency would count lines. */
async function checkOrderNumbers(context: Context, { profile }: Scene): Promise<void> {
  if (!context.has('orders.order_id') || context.params.frequency !== 'orders') return;
  const counted = profile.rows <= COUNTED_ORDERS;
  const distinct = counted ? sql`count(distinct order_id)` : sql`approx_count_distinct(order_id)`;
  const n = await one(context, sql`select (count(order_id) - ${distinct})::DOUBLE as n from orders`);
  if (n <= (counted ? 0 : ESTIMATE_SLACK * profile.rows)) return;
  const args = { n: quantity(counted ? n : Number(n.toPrecision(2)), 'rows') };
  say(context, 'numbers.repeat', 'warning', args, {
    words: counted ? 'numbers.repeat' : 'numbers.repeat.about',
    mend: { kind: 'param', param: 'frequency', value: 'numbers' },
  });
}
