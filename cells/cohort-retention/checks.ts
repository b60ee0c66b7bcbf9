import { type Check, Day, ident, type Mend, quantity, type Sql, sql, type TextArg, text } from '../../src/cell/index.ts';
import { nextDay, periodSql, startSql } from './calendar.ts';
import { MAX_GROUPS, whereSql } from './people.ts';
import { type Context, cohortRole } from './plan.ts';
import type { Scene } from './scene.ts';
import { nameOf, unitArgs } from './words.ts';

const count = (n: number) => quantity(n, 'count');

function say(context: Context, id: string, severity: Check['severity'], args: Readonly<Record<string, TextArg>> = {}, mend?: Mend): void {
  context.check({ id, severity, text: text(`check.${id}`, args), ...(mend ? { mend } : {}) });
}

/** What the profile and the triangle already tell. */
export async function checkFirst(context: Context, scene: Scene): Promise<void> {
  checkAsked(context, scene);
  if (scene.extent.customers === 0) return say(context, 'empty', 'serious');
  await checkTime(context, scene);
  checkRows(context, scene);
  checkShares(context, scene);
}

/** Parameters that the data cannot serve. */
function checkAsked(context: Context, { plan }: Scene): void {
  const { params } = context;
  const role = cohortRole(context);
  if (role !== null && plan.cohortBy !== params.cohortBy) {
    const [table = '', column = ''] = role.split('.');
    say(context, 'role', 'serious', { role }, { kind: 'bind', table, column });
  }
  if (plan.measure !== params.measure) say(context, 'cost', 'serious', {}, { kind: 'bind', table: 'orders', column: 'cost' });
}

async function checkTime(context: Context, scene: Scene): Promise<void> {
  const { plan, extent, truncated, profile, cohorts } = scene;
  const units = unitArgs(plan);
  const asOf = quantity(plan.asOf, 'date');
  const complete = scene.curve.filter((point) => point.complete && point.period > 0).length;
  if (complete < 3) say(context, 'short', 'warning', { ...units, n: count(complete) });
  if (extent.incomplete > 0) {
    const brackets = plan.retention === 'bracket';
    const mend: Mend | undefined = brackets ? undefined : { kind: 'definition', name: 'asOf' };
    say(context, brackets ? 'brackets' : 'incomplete', 'note', { ...units, asOf, n: count(extent.incomplete) }, mend);
  }
  if (plan.lastComplete === plan.last) say(context, 'complete', 'ok', { ...units, asOf });
  if (truncated !== null) {
    const next = await context.query(
      sql`select strftime(cohort_start, '%Y-%m-%d') as day from ${scene.cells} where period = 0 order by cohort_start limit 2`,
    );
    const [first, second] = next.values('day');
    const cohort = plan.calendar.grain === 'month' ? String(first).slice(0, 7) : String(first);
    const times = quantity(Math.round(truncated * 10) / 10, 'number');
    say(context, 'truncated', 'warning', { cohort: quantity(cohort, 'date'), times }, { kind: 'param', param: 'from', value: second });
  }
  if (plan.byTime && extent.small > 0 && cohorts.length > 0) say(context, 'small', 'note', { n: count(extent.small) });
  if (!plan.byTime && extent.small > 0) say(context, 'small', 'warning', { n: count(extent.small) });
  if (profile.lastDay !== null && profile.lastDay > plan.asOf) {
    const frame = await context.query(sql`select count(*)::DOUBLE as n from orders where time >= ${new Day(nextDay(plan.asOf))}`);
    say(context, 'later', 'note', { n: quantity(frame.numbers('n')[0] ?? 0, 'orders'), asOf });
  }
}

function checkRows(context: Context, { plan, profile }: Scene): void {
  const share = (n: number) => quantity(profile.rows > 0 ? n / profile.rows : 0, 'share');
  const { withoutCustomer, withoutTime, withoutAmount, returns } = profile;
  const severity = (n: number) => (n > 0.05 * profile.rows ? 'warning' : 'note');
  if (withoutCustomer > 0)
    say(context, 'customer', severity(withoutCustomer), { n: quantity(withoutCustomer, 'orders'), share: share(withoutCustomer) });
  if (withoutTime > 0) say(context, 'time', severity(withoutTime), { n: quantity(withoutTime, 'orders') });
  const money = plan.measure === 'revenue' || plan.measure === 'margin';
  if (money && withoutAmount > 0) say(context, 'amount', severity(withoutAmount), { n: quantity(withoutAmount, 'orders') });
  if (returns > 0) say(context, 'returns', 'note', { n: count(returns) });
}

function checkShares(context: Context, { plan, extent }: Scene): void {
  if (plan.retention === 'unbounded') say(context, 'edge', 'note');
  if (plan.recurring) say(context, 'recurring', 'note');
  if (extent.baseless > 0) say(context, 'base', 'warning', { n: count(extent.baseless) });
  if (extent.intervals >= 20) {
    const missed = Math.round(extent.intervals * (1 - plan.level));
    say(context, 'many', 'note', { n: count(extent.intervals), level: quantity(plan.level, 'share'), k: count(missed) });
  }
}

/** What takes another pass over the orders. */
export async function checkLater(context: Context, scene: Scene): Promise<void> {
  const { plan } = scene;
  if (scene.extent.customers === 0) return;
  await checkGaps(context, scene);
  if (plan.cohortBy === 'first_order') return;
  const visitors = sql`select customer, min(${periodSql(plan.calendar, sql`time`)}) as began from orders${whereSql(plan.visits)} group by customer`;
  if (plan.cohortBy === 'acquired_at') return checkAcquired(context, visitors, plan.calendar);
  const [all] = await numbers(context, sql`select count(*)::DOUBLE as n from (${visitors}) where began >= ${plan.from}`);
  const groups = sql`select count(distinct ${groupColumn(context)})::DOUBLE as n from ${plan.cohortBy === 'channel' ? sql`orders` : sql`customers`}`;
  const [found] = await numbers(context, groups);
  if (found !== undefined && found > MAX_GROUPS && scene.extent.cohorts === MAX_GROUPS)
    say(context, 'groups', 'warning', { shown: count(MAX_GROUPS), all: count(found) });
  else if (all !== undefined && all > scene.extent.customers) {
    const lost = all - scene.extent.customers;
    say(context, 'group', lost > 0.05 * all ? 'warning' : 'note', { n: quantity(lost, 'customers'), share: quantity(lost / all, 'share') });
  }
}

const groupColumn = (context: Context): Sql => {
  const role = cohortRole(context) ?? 'orders.channel';
  return ident(role.slice(role.indexOf('.') + 1));
};

async function checkAcquired(context: Context, visitors: Sql, calendar: Scene['plan']['calendar']): Promise<void> {
  const acquired = sql`select customer, min(${periodSql(calendar, sql`acquired_at`)}) as start from customers where customer is not null and acquired_at is not null group by customer`;
  const [early = 0, unknown = 0, all = 0] = await numbers(
    context,
    sql`select count(*) filter (where began < start)::DOUBLE as a, count(*) filter (where start is null)::DOUBLE as b, count(*)::DOUBLE as c
      from (${visitors}) left join (${acquired}) using (customer)`,
  );
  if (early > 0)
    say(context, 'early', 'warning', { n: quantity(early, 'customers') }, { kind: 'bind', table: 'customers', column: 'acquired_at' });
  if (unknown > 0) say(context, 'unknown', 'warning', { n: quantity(unknown, 'customers'), share: quantity(unknown / all, 'share') });
}

/** Periods between the first and the last order without any; days are left alone, as shops have days off. */
async function checkGaps(context: Context, { plan, profile }: Scene): Promise<void> {
  if (plan.calendar.grain === 'day' || profile.firstDay === null) return;
  const period = periodSql(plan.calendar, sql`time`);
  const [used = 0, first = 0, last = 0] = await numbers(
    context,
    sql`select count(distinct p)::DOUBLE as a, min(p)::DOUBLE as b, max(p)::DOUBLE as c from (select ${period} as p from orders${whereSql(plan.visits)})`,
  );
  const missing = last - first + 1 - used;
  if (!(missing > 0)) return;
  const day = (p: number) => sql`strftime(${startSql(plan.calendar, sql`${p}`)}, '%Y-%m-%d')`;
  const [from, to] = (await context.query(sql`select ${day(first)} as a, ${day(last)} as b`)).rows().flatMap((row) => [row.a, row.b]);
  const date = (value: unknown) => nameOf({ ...plan, byTime: true }, String(value).slice(0, plan.calendar.grain === 'week' ? 10 : 7));
  say(context, 'gaps', 'warning', { ...unitArgs(plan), n: count(missing), from: date(from), to: date(to) });
}

async function numbers(context: Context, statement: Sql): Promise<number[]> {
  return Object.values((await context.query(statement)).rows()[0] ?? {}).map(Number);
}
