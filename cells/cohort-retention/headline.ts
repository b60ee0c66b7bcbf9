import { quantity, type Text, text } from '../../src/cell/index.ts';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';
import type { Field } from './read.ts';
import { founded, nextFields, type Scene } from './scene.ts';
import { amountArg, nameOf, originOf, unitArgs, whenOf } from './words.ts';

/** A sentence that a manager can act on: a change over time, a difference between groups, or where most are lost. */
export function headline(scene: Scene): Text {
  const { plan, extent } = scene;
  if (extent.customers === 0) return text('headline.empty');
  const [next, ...later] = founded(scene);
  if (!next) return text('headline.short', unitArgs(plan));
  const when = whenOf(plan, next);
  if (plan.measure !== 'customers' || plan.relativeTo !== 'first') {
    const args = { ...unitArgs(plan), when, measure: text(`measure.${plan.measure}`), share: quantity(next.value, 'share') };
    return plan.relativeTo === 'none'
      ? text('headline.none', { ...args, amount: amountArg(plan, next.value) })
      : text(`headline.${plan.relativeTo}`, args);
  }
  const found = plan.byTime ? trend(scene, when) : groups(scene, when);
  if (found) return found;
  const share = quantity(next.value, 'share');
  if ((next.value ?? 1) >= 0.5) return text('headline.kept', { share, when });
  // Half-way along what several cohorts have come to, so that neither end decides.
  const middle = later[Math.floor(later.length / 2)];
  if (!middle || middle.period < 3) return text('headline.early', { share, when, origin: originOf(plan) });
  const kept = (middle.value ?? 0) >= 0.8 * (next.value ?? 0);
  const afterwards = { later: quantity(middle.value, 'share'), whenLater: whenOf(plan, middle) };
  return text(kept ? 'headline.level' : 'headline.declining', { share, when, ...afterwards });
}

const sum = (fields: readonly Field[]) => ({
  successes: fields.reduce((total, { n }) => total + n, 0),
  trials: fields.reduce((total, { size }) => total + size, 0),
});

/** The later half of the cohorts against the earlier one, where they clearly differ. A first cohort of old customers is left out. */
function trend(scene: Scene, when: Text): Text | null {
  const { plan } = scene;
  const fields = nextFields(scene).slice(scene.truncated === null ? 0 : 1);
  const half = Math.ceil(fields.length / 2);
  const since = fields[half];
  if (fields.length < 4 || plan.recurring || !since) return null;
  const [early, late] = [sum(fields.slice(0, half)), sum(fields.slice(half))];
  const { value, low, high } = newcombeDifference(late, early, plan.level);
  // A large shop finds every hair significant: two points are the least worth a manager's time.
  if ((low <= 0 && high >= 0) || Math.abs(value) < 0.02) return null;
  return text(value < 0 ? 'headline.falling' : 'headline.rising', {
    when,
    since: nameOf(plan, since.cohort),
    late: quantity(late.successes / late.trials, 'share'),
    early: quantity(early.successes / early.trials, 'share'),
  });
}

/** The best group against the worst, allowing for all pairs that could have been picked. */
function groups(scene: Scene, when: Text): Text | null {
  const { plan } = scene;
  const fields = nextFields(scene)
    .filter(({ size }) => size >= 30)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const [best, worst] = [fields[0], fields.at(-1)];
  if (!best || !worst || best === worst) return null;
  const pairs = (fields.length * (fields.length - 1)) / 2;
  const { low } = newcombeDifference(sum([best]), sum([worst]), 1 - (1 - plan.level) / pairs);
  if (low <= 0) return text('headline.alike', { when, share: quantity(sum(fields).successes / sum(fields).trials, 'share') });
  return text('headline.groups', {
    when,
    best: best.cohort,
    worst: worst.cohort,
    high: quantity(best.value, 'share'),
    low: quantity(worst.value, 'share'),
  });
}
