import { type Disclosure, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { BTYD_MODELS } from '../../src/stats/btyd/fit.ts';
import type { BtydFit } from '../../src/stats/btyd/model.ts';
import { purchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';
import { type Context, number } from './histories.ts';
import type { Intervals } from './intervals.ts';
import type { Scene } from './scene.ts';
import { DAYS } from './units.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'customers' };

/** The horizon as people say it. */
export const horizonText = (context: Context) =>
  text(`horizon.${context.params.horizonUnit}`, { n: quantity(context.params.horizon, 'count') });

/** The sentence, the figures and the facts, out of the table of values. */
export async function showFirst(context: Context, scene: Scene, values: Sql): Promise<void> {
  const { base, fit } = scene;
  const sums = await context.query(
    sql`with ranked as (select clv, p_alive, expected_purchases, revenue, x, row_number() over (order by clv desc, customer) as place from ${values})
select count(*) as customers, sum(clv)::DOUBLE as clv, avg(p_alive)::DOUBLE as alive, sum(expected_purchases)::DOUBLE as expected,
  (sum(clv) filter (where place <= ceil(0.1 * ${base.counts.customers})))::DOUBLE as top_clv, ceil(0.1 * ${base.counts.customers})::INTEGER as top,
  count(*) filter (where x > 0 and p_alive < 0.5) as quiet, (sum(revenue) filter (where x > 0 and p_alive < 0.5))::DOUBLE as quiet_revenue from ranked`,
  );
  const get = (name: string) => number(sums, name);
  const [customers, clv, top, alive, expected] = [get('customers'), get('clv'), get('top'), get('alive'), get('expected')];
  const topShare = clv > 0 ? get('top_clv') / clv : Number.NaN;
  const horizon = horizonText(context);
  const isProfit = context.params.margin === 'share' || (context.params.margin === 'auto' && base.marginShare !== null);
  context.show({
    kind: 'headline',
    id: 'headline',
    text: text(headlineOf(fit, clv, get('quiet')), {
      clv: quantity(clv, 'money'),
      horizon,
      top: quantity(top, 'customers'),
      topShare: quantity(topShare, 'share'),
      quiet: quantity(get('quiet'), 'customers'),
      what: text(isProfit ? 'what.margin' : 'what.revenue'),
    }),
  });
  const newcomer = BTYD_MODELS[fit.kind].expectedNew(fit.params, scene.horizon);
  context.show({
    kind: 'tiles',
    id: 'tiles',
    tiles: [
      {
        label: text('tile.mean'),
        value: quantity(clv / customers, 'money'),
        note: text('tile.mean.note', {
          horizon,
          n: quantity(customers, 'customers'),
          discount: quantity(context.params.discount, 'share'),
        }),
      },
      {
        label: text('tile.alive'),
        value: quantity(alive, 'share'),
        note: text('tile.alive.note', { n: quantity(Math.round(alive * customers), 'customers'), until: quantity(base.until, 'date') }),
      },
      {
        label: text('tile.expected'),
        value: quantity(expected, 'orders'),
        note: text('tile.expected.note', { horizon, each: quantity(expected / customers, 'number') }),
      },
      {
        label: text('tile.newcomer'),
        value: quantity(newcomer, 'number'),
        note: text('tile.newcomer.note', { horizon, spend: quantity(scene.spend.ofNew, 'money') }),
      },
      {
        label: text('tile.quiet'),
        value: quantity(get('quiet'), 'customers'),
        note: text('tile.quiet.note', { revenue: quantity(get('quiet_revenue') || 0, 'money') }),
      },
    ],
  });
  context.fact('customers', quantity(customers, 'customers'));
  context.fact('clv_total', quantity(clv, 'money'));
  context.fact('clv_mean', quantity(clv / customers, 'money'));
  context.fact('top_decile_share', quantity(topShare, 'share'));
  context.fact('alive_share', quantity(alive, 'share'));
  context.fact('expected_purchases', quantity(expected, 'orders'));
  context.fact('expected_new', quantity(newcomer, 'number'));
  context.fact('spend_new', quantity(scene.spend.ofNew, 'money'));
  context.fact('quiet_customers', quantity(get('quiet'), 'customers'));
  context.fact('log_likelihood', quantity(fit.logLik, 'number'));
  fit.params.forEach((value, i) =>
    context.fact(`param_${i + 1}`, quantity(value, 'number', interval(value, fit.uncertainty?.standardErrors[i]))),
  );
}

/** What is not identified is not advised on; who is not there is not to be won back. */
function headlineOf(fit: BtydFit, clv: number, quiet: number): string {
  if (!(clv > 0)) return 'headline.no_value';
  if (fit.doubts.includes('no-drop-out') || fit.doubts.includes('not-converged')) return 'headline.doubtful';
  return quiet > 0 ? 'headline.value' : 'headline.value_alone';
}

function interval(value: number, error: number | undefined) {
  return error !== undefined && Number.isFinite(error)
    ? { low: value - 1.959964 * error, high: value + 1.959964 * error, level: 0.95 }
    : undefined;
}

/** P(alive) by how often and how lately, for a customer of the median age: what the model thinks of a silence. */
export function showHeatmap(context: Context, scene: Scene): void {
  const { histories, fit } = scene;
  if (fit.doubts.includes('no-drop-out')) return;
  const { summary } = histories;
  const age = weightedMedian(histories.ageDays, summary.weight);
  const most = Math.max(1, Math.min(12, Number(summary.x.at(-1) ?? 1)));
  const steps = 12;
  const cells: { x: number; recency: number }[] = [];
  for (let x = 1; x <= most; x++) for (let k = 0; k < steps; k++) cells.push({ x, recency: (age * (k + 0.5)) / steps });
  const unit = DAYS[context.params.unit];
  const alive = cells.map(
    ({ x, recency }) => BTYD_MODELS[fit.kind].alive(fit.params, purchaseSummary([x], [recency / unit], [age / unit]))[0] as number,
  );
  context.show({
    kind: 'chart',
    id: 'heatmap',
    chart: 'heatmap',
    title: text('heatmap.title'),
    subtitle: text('heatmap.subtitle', { age: quantity(Math.round(age), 'days') }),
    alt: text('heatmap.alt', {
      often: quantity(alive.at(-1) ?? null, 'share'),
      silent: quantity(alive[(most - 1) * steps] ?? null, 'share'),
      x: quantity(most, 'count'),
    }),
    data: cells.map(({ x, recency }, i) => ({ x, silence: Math.round(age - recency), p_alive: alive[i] as number })),
    columns: [
      { name: 'x', unit: 'count', label: text('column.repeats') },
      { name: 'silence', unit: 'days' },
      { name: 'p_alive', unit: 'share' },
    ],
    args: { stepDays: age / steps },
    grain: 'total',
  });
}

function weightedMedian(values: Float64Array, weights: Float64Array): number {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
  const half = weights.reduce((a, b) => a + b, 0) / 2;
  let seen = 0;
  for (const i of order) {
    seen += weights[i] as number;
    if (seen >= half) return values[i] as number;
  }
  return 0;
}

/** From this share of value in the best tenth on, a few customers hold much of it. */
const UNEVEN = 0.25;

const DECILE_COLUMNS = [
  { name: 'decile', unit: 'count' },
  { name: 'customers', unit: 'customers' },
  { name: 'clv', unit: 'money' },
  { name: 'clv_share', unit: 'share' },
  { name: 'mean_clv', unit: 'money' },
  { name: 'p_alive', unit: 'share' },
  { name: 'expected_purchases', unit: 'number' },
  { name: 'revenue', unit: 'money' },
] as const;

export async function showDeciles(context: Context, deciles: Sql): Promise<void> {
  const rows = (
    await context.query(
      sql`select decile, customers, clv, clv_share, mean_clv, p_alive, expected_purchases, revenue from ${deciles} order by decile`,
    )
  ).rows() as Row[];
  if (rows.length === 0) return;
  const first = rows[0] as Row;
  context.show({
    kind: 'chart',
    id: 'deciles',
    chart: 'deciles',
    title: text(Number(first.clv_share) >= UNEVEN ? 'deciles.title' : 'deciles.title.even'),
    subtitle: text('deciles.subtitle', { horizon: horizonText(context) }),
    alt: text('deciles.alt', {
      share: quantity(first.clv_share as number | null, 'share'),
      n: quantity(first.customers as number, 'customers'),
    }),
    data: rows,
    columns: DECILE_COLUMNS,
    ...GROUPED,
  });
}

export async function showScores(context: Context, scores: Sql, intervals: Intervals | null): Promise<void> {
  const shown = sql`customer, clv, clv_low, clv_high, p_alive, expected_purchases, purchases_low, purchases_high, expected_spend, purchases, revenue, first_day, last_day, decile`;
  const rows = (await context.query(sql`select ${shown} from ${scores} order by clv desc, customer limit 200`)).rows() as Row[];
  const total = number(await context.query(sql`select count(*) as n from ${scores}`), 'n');
  context.show({
    kind: 'table',
    id: 'scores',
    title: text(intervals ? 'scores.title' : 'scores.title.plain', { draws: quantity(intervals?.draws ?? 0, 'count') }),
    table: 'scores',
    columns: [
      { name: 'customer' },
      { name: 'clv', unit: 'money' },
      { name: 'clv_low', unit: 'money' },
      { name: 'clv_high', unit: 'money' },
      { name: 'p_alive', unit: 'share' },
      { name: 'expected_purchases', unit: 'number' },
      { name: 'purchases_low', unit: 'count' },
      { name: 'purchases_high', unit: 'count' },
      { name: 'expected_spend', unit: 'money' },
      { name: 'purchases', unit: 'orders' },
      { name: 'revenue', unit: 'money' },
      { name: 'first_day', unit: 'date' },
      { name: 'last_day', unit: 'date' },
      { name: 'decile', unit: 'count' },
    ],
    rows,
    total,
    grain: 'customer',
    personal: ['customer'],
  });
}
