import { type Check, quantity, type TextArg, text } from '../../src/cell/index.ts';
import { PARAM_NAMES } from '../../src/stats/btyd/model.ts';
import type { Base, Context } from './histories.ts';
import { dayNumber, type Holdout } from './holdout.ts';
import { chosen, errorOf } from './model-views.ts';
import type { Scene } from './scene.ts';
import { FEWEST_REPEATERS } from './spend.ts';
import { DAYS } from './units.ts';

function say(context: Context, id: string, severity: Check['severity'], args: Record<string, TextArg> = {}, mend?: Check['mend']): void {
  context.check({ id, severity, text: text(`check.${id}`, args), ...(mend ? { mend } : {}) });
}

/** What was left out, and whether there is enough of the rest. */
export function checkBase(context: Context, { counts, firstDay, until }: Base): void {
  if (counts.incomplete > 0) say(context, 'incomplete', 'warning', { n: quantity(counts.incomplete, 'orders') });
  if (counts.later > 0) say(context, 'later', 'note', { n: quantity(counts.later, 'orders'), until: quantity(until, 'date') });
  if (counts.notPositive > 0) say(context, 'not_positive', 'note', { n: quantity(counts.notPositive, 'count') });
  if (counts.customers > 0 && counts.customers < 200) say(context, 'few', 'warning', { n: quantity(counts.customers, 'customers') });
  if (firstDay !== null && dayNumber(until) - dayNumber(firstDay) < 180)
    say(context, 'short', 'warning', { days: quantity(dayNumber(until) - dayNumber(firstDay), 'days') });
}

/** The verdict on the fit: it converged, the data identify it, and what it takes for granted of one-time buyers. */
export function checkFit(context: Context, scene: Scene): void {
  const { fit, base } = scene;
  const gain = quantity(fit.logLik - fit.logLikWithoutDropOut, 'number');
  for (const doubt of fit.doubts) {
    const severity = doubt === 'starts-disagree' ? 'warning' : 'serious';
    say(context, doubt.replaceAll('-', '_'), severity, {
      gain,
      params: fit.params.map((v, i) => `${PARAM_NAMES[fit.kind][i]} = ${Number(v.toPrecision(3))}`).join(', '),
    });
  }
  if (fit.doubts.length === 0)
    say(context, 'fitted', 'ok', { iterations: quantity(fit.iterations, 'count'), starts: quantity(fit.starts, 'count'), gain });
  const once = base.counts.customers - base.counts.repeaters;
  if (fit.kind === 'bg-nbd' && once > 0 && !fit.doubts.includes('no-drop-out')) {
    say(
      context,
      'once',
      'warning',
      { n: quantity(once, 'customers'), share: quantity(once / base.counts.customers, 'share') },
      { kind: 'param', param: 'model', value: 'mbg-nbd' },
    );
  }
  const seen = dayNumber(base.until) - dayNumber(base.firstDay as string);
  const ahead = Math.round(scene.horizon * DAYS[context.params.unit]);
  if (ahead > seen) say(context, 'far', 'warning', { ahead: quantity(ahead, 'days'), seen: quantity(seen, 'days') });
  say(context, 'unit', 'note', { unit: text(`unit.${context.params.unit}`) });
}

/** Whether the spend model may be believed, and whether value is revenue or margin. */
export function checkSpend(context: Context, { spend, base }: Scene): void {
  const { fit } = spend;
  if (!fit)
    say(context, 'few_repeaters', 'warning', {
      n: quantity(base.counts.repeaters, 'customers'),
      fewest: quantity(FEWEST_REPEATERS, 'count'),
    });
  else {
    if (fit.doubts.includes('no-mean')) say(context, 'no_mean', 'warning', { q: quantity(fit.params[1], 'number') });
    if (fit.doubts.includes('not-converged') || fit.doubts.includes('flat')) say(context, 'spend_flat', 'warning');
    const r = quantity(fit.correlation, 'number');
    if (Math.abs(fit.correlation) > 0.3) say(context, 'correlation', 'warning', { r });
    else say(context, 'uncorrelated', 'ok', { r });
  }
  if (context.params.margin === 'auto' && base.marginShare === null)
    say(context, 'revenue', 'note', {}, { kind: 'bind', table: 'orders', column: 'cost' });
  if (base.marginShare !== null && base.marginShare <= 0) say(context, 'loss', 'serious', { share: quantity(base.marginShare, 'share') });
}

/** How the model did on what it had not seen. */
export function checkHoldout(context: Context, holdout: Holdout | null): void {
  const own = holdout && chosen(context, holdout);
  const error = own ? errorOf(holdout, own.predicted) : Number.NaN;
  if (!own || !Number.isFinite(error)) {
    say(context, 'no_holdout', 'note');
    return;
  }
  const args = {
    error: quantity(error, 'points'),
    predicted: quantity(Math.round(own.predicted), 'orders'),
    actual: quantity(holdout.actual, 'orders'),
    days: quantity(holdout.days, 'days'),
  };
  say(context, Math.abs(error) > 0.2 ? 'holdout_off' : 'holdout_near', Math.abs(error) > 0.2 ? 'warning' : 'ok', args);
  const best = holdout.models.reduce((a, b) => (b.rmse < a.rmse ? b : a));
  if (best !== own && best.rmse < 0.98 * own.rmse) {
    say(
      context,
      'better',
      'note',
      { model: text(`model.${best.fit.kind}`), rmse: quantity(best.rmse, 'number'), own: quantity(own.rmse, 'number') },
      { kind: 'param', param: 'model', value: best.fit.kind },
    );
  }
}
