import { quantity, text } from '../../src/cell/index.ts';
import { fitBtyd } from '../../src/stats/btyd/fit.ts';
import type { BtydFit } from '../../src/stats/btyd/model.ts';
import { checkBase, checkFit, checkHoldout, checkSpend } from './checks.ts';
import { type Context, readBase, readHistories } from './histories.ts';
import { type Holdout, holdOut } from './holdout.ts';
import { bootstrapIntervals } from './intervals.ts';
import { showComparison, showConditional, showTracking } from './model-views.ts';
import { predict } from './predict.ts';
import type { Scene } from './scene.ts';
import { fitSpend } from './spend.ts';
import { emptyScores, makeDeciles, makeScores, valueTable } from './tables.ts';
import { track } from './tracking.ts';
import { horizonIn } from './units.ts';
import { showDeciles, showFirst, showHeatmap, showScores } from './value-views.ts';

/**
 * The orders are read once into a table of customers and that into distinct histories; the model is fitted to those.
 * Sentence, figures and heatmap come first, then deciles; comparison of models, tracking and intervals follow.
 */
export async function run(context: Context): Promise<void> {
  const base = await readBase(context);
  checkBase(context, base);
  if (base.counts.customers === 0 || base.counts.repeaters === 0) return nothingToFit(context, base.counts.customers);
  context.progress(0.02, text('progress.fit'));
  const { params } = context;
  const histories = await readHistories(context, base.customers, params.unit);
  const fit = await fitBtyd(params.model, histories.summary, { onIteration: () => context.breathe() });
  const spend = await fitSpend(context, base.customers);
  const horizon = horizonIn(params.unit, params);
  const predictions = await predict(
    fit,
    histories.summary,
    { unit: params.unit, horizon, discount: params.discount, months: params.retentionCost > 0 },
    context.breathe,
  );
  const margin = params.margin === 'share' ? params.marginShare : params.margin === 'auto' ? (base.marginShare ?? 1) : 1;
  context.resolved('margin', params.margin === 'auto' ? (base.marginShare === null ? 'revenue' : base.marginShare) : params.margin);
  const scene: Scene = { base, histories, fit, spend, horizon, predictions, margin };

  const values = await valueTable(context, scene);
  await showFirst(context, scene, values);
  showHeatmap(context, scene);
  checkFit(context, scene);
  checkSpend(context, scene);

  const holdout = await holdOut(context, base);
  if (holdout) {
    showComparison(context, holdout);
    showConditional(context, holdout);
    showTracking(context, holdout, await track(context, base, calibrated(holdout, fit)));
  }
  checkHoldout(context, holdout);

  const intervals = await bootstrapIntervals(context, fit, histories.summary, spend, horizon);
  if (intervals) {
    const expected = predictions.purchases.reduce((sum, e, i) => sum + e * (histories.summary.weight[i] as number), 0);
    context.fact('expected_purchases', quantity(expected, 'orders', { ...intervals.total, level: 0.9 }));
  }
  const scores = await makeScores(context, scene, values, intervals);
  await showDeciles(context, await makeDeciles(context, scores));
  await showScores(context, scores, intervals);
}

/** The model of the person's choice as the first part of the data has it. */
const calibrated = (holdout: Holdout, fit: BtydFit): BtydFit => holdout.models.find((model) => model.fit.kind === fit.kind)?.fit ?? fit;

async function nothingToFit(context: Context, customers: number): Promise<void> {
  context.show({
    kind: 'headline',
    id: 'headline',
    text: text(customers === 0 ? 'headline.empty' : 'headline.no_repeats', { n: quantity(customers, 'customers') }),
  });
  context.fact('customers', quantity(customers, 'customers'));
  context.check({
    id: 'no_repeats',
    severity: 'serious',
    text: text(customers === 0 ? 'check.empty' : 'check.no_repeats', { n: quantity(customers, 'customers') }),
  });
  await makeDeciles(context, await emptyScores(context));
}
