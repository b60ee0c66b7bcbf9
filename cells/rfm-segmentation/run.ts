import { sql, text } from '../../src/cell/index.ts';
import { checkData, checkScores } from './checks.ts';
import { checkLater } from './checks-later.ts';
import { customersSelect, type Period } from './customers.ts';
import { addMonths } from './days.ts';
import { showFirst } from './first-views.ts';
import { readGrid, totalOf } from './grid.ts';
import { earlierPeriod, makeMigration, showMigration } from './migration.ts';
import { type Profile, readProfile } from './profile.ts';
import { showScale } from './scale-view.ts';
import type { Context, Scene } from './scene.ts';
import { cutScores, fixedCuts, quantileCuts, rankScores, rulesOf, scaleOf, scored, segmentSql } from './scores.ts';
import { showScores, showSegments } from './segment-views.ts';
import { makeScores, makeSegments } from './tables.ts';
import { showTies } from './ties.ts';

/**
 * One pass over the orders makes a table of customers; sentence, figures and heatmap come out of it at once. Tables,
 * tie report and migration follow, each from that small table or from one more pass.
 */
export async function run(context: Context): Promise<void> {
  const profile = await readProfile(context);
  const period = periodOf(context, profile);
  context.resolved('asOf', profile.lastDay === null ? null : period.until);
  const scene = await scoreCustomers(context, profile, period, 'customers');
  if (scene.cuts) for (const [d, name] of CUT_PARAMS) context.resolved(name, scene.cuts[d]);
  showFirst(context, scene);
  checkData(context, scene);
  checkScores(context, scene);

  context.progress(0.4, text('progress.tables'));
  const scores = await makeScores(context, scene);
  const segments = await makeSegments(context, scene, scores);
  await showSegments(context, scene, segments);
  await showScores(context, scores);
  if (scene.total.customers > 0) {
    await showScale(context, scene);
    await checkLater(context, scene);
    context.progress(0.6, text('progress.ties'));
    await showTies(context, scene);
    context.progress(0.8, text('progress.migration'));
  }
  const before = earlierPeriod(context, scene);
  const earlier = before && (await scoreCustomers(context, profile, before, 'earlier_customers'));
  const migration = await makeMigration(context, scene, scores, earlier);
  if (earlier) await showMigration(context, scene, migration, earlier);
}

const CUT_PARAMS = [
  ['r', 'recencyCuts'],
  ['f', 'frequencyCuts'],
  ['m', 'monetaryCuts'],
] as const;

/** The as-of day (the person's, else the notebook's, else the last day in the data) and the window before it. */
function periodOf(context: Context, profile: Profile): Period {
  const { params, definitions } = context;
  const asked = params.asOf === 'auto' ? definitions.asOf : params.asOf;
  const until = asked === 'auto' ? (profile.lastDay ?? '2000-01-01') : asked;
  return { until, after: params.window === 'months' ? addMonths(until, -params.windowMonths) : null };
}

async function scoreCustomers(context: Context, profile: Profile, period: Period, name: string): Promise<Scene> {
  const { params } = context;
  const byRank = params.method === 'ntile';
  const rows = customersSelect(profile, params, period, context.has('orders.is_return'));
  const ranks = byRank ? rankScores(scaleOf(params, null)) : null;
  const customers = await context.scratch(name, ranks ? scored(sql`(${rows})`, ranks) : rows);
  const cuts = byRank ? null : params.method === 'fixed' ? fixedCuts(params) : await quantileCuts(context, customers, params.bins);
  const scale = scaleOf(params, cuts);
  const rules = rulesOf(params, scale);
  const segment = segmentSql(rules, params, scale);
  const select = cuts
    ? scored(customers, cutScores(cuts))
    : sql`select customer, recency_days, frequency, monetary, r, f, m from ${customers}`;
  const grid = await readGrid(context, select, segment);
  return { profile, period, customers, scored: select, cuts, scale, rules, segment, grid, total: totalOf(grid) };
}
