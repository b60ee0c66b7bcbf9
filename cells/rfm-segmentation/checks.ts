import { type Check, type Mend, quantity, type TextArg, text } from '../../src/cell/index.ts';
import { daysBetween } from './days.ts';
import { addUp, shareOf } from './grid.ts';
import { type Context, isKnown, type Scene } from './scene.ts';
import { DIMENSIONS } from './scores.ts';
import { OTHERS } from './segments.ts';

/** Fewer customers than this, and a segment is a handful of people. */
const FEW_CUSTOMERS = 100;
/** A shorter history cannot tell a lost customer from one between two purchases. */
const SHORT_HISTORY_DAYS = 180;

type Args = Readonly<Record<string, TextArg>>;

/** States a check; its words are the message `check.<id>`, or `check.<words>` where it has more than one. */
export function say(
  context: Context,
  id: string,
  severity: Check['severity'],
  args: Args = {},
  more: { words?: string; mend?: Mend } = {},
) {
  context.check({ id, severity, text: text(`check.${more.words ?? id}`, args), ...(more.mend ? { mend: more.mend } : {}) });
}

/** What the profile says of the data, at no further cost. */
export function checkData(context: Context, scene: Scene): void {
  const { profile, period } = scene;
  if (scene.total.customers === 0) {
    const words = profile.rows === 0 ? 'empty' : profile.lastDay === null || profile.withCustomer === 0 ? 'empty.missing' : 'empty.period';
    say(context, 'empty', 'serious', { rows: quantity(profile.rows, 'rows'), to: quantity(period.until, 'date') }, { words });
  }
  const without = (id: string, n: number, mend?: Mend) => {
    if (n > 0)
      say(context, id, 'warning', { n: quantity(n, 'rows'), share: quantity(shareOf(n, profile.rows), 'share') }, mend ? { mend } : {});
  };
  without('customer.missing', profile.rows - profile.withCustomer, { kind: 'bind', table: 'orders', column: 'customer' });
  without('time.missing', profile.rows - profile.withTime, { kind: 'bind', table: 'orders', column: 'time' });
  without('amount.missing', profile.rows - profile.withAmount, { kind: 'bind', table: 'orders', column: 'amount' });
  if (profile.oddTimes) say(context, 'time.odd', 'warning');
  if (profile.oddAmounts) say(context, 'amount.odd', 'warning');
  if (profile.hugeAmounts) say(context, 'amount.huge', 'serious');
  checkPeriod(context, scene);
}

function checkPeriod(context: Context, { profile, period, total }: Scene): void {
  const { firstDay, lastDay } = profile;
  if (firstDay === null || lastDay === null || total.customers === 0) return;
  const from = period.after !== null && period.after > firstDay ? period.after : firstDay;
  const days = Math.min(daysBetween(from, lastDay), daysBetween(from, period.until));
  if (days < SHORT_HISTORY_DAYS) say(context, 'history.short', 'warning', { days: quantity(days, 'days') });
  const silent = daysBetween(lastDay, period.until);
  if (silent > 31) {
    const args = { days: quantity(silent, 'days'), last: quantity(lastDay, 'date'), to: quantity(period.until, 'date') };
    say(context, 'period.gap', 'warning', args, { mend: { kind: 'param', param: 'asOf', value: lastDay } });
  }
}

/** What the grid of scores says, at no further cost. */
export function checkScores(context: Context, scene: Scene): void {
  const { total, grid, scale } = scene;
  const { params } = context;
  if (total.customers === 0) return;
  if (total.customers < FEW_CUSTOMERS) {
    const severity = total.customers < scale.top ? 'serious' : 'warning';
    say(context, 'customers.few', severity, { n: quantity(total.customers, 'customers') });
  }
  const once = shareOf(total.once, total.customers) ?? 0;
  if (once >= 0.5)
    say(context, 'once', 'warning', { share: quantity(once, 'share') }, { words: params.method === 'ntile' ? 'once.ntile' : 'once' });
  for (const d of DIMENSIONS) {
    const met = addUp(grid, (cell) => cell[d]).size;
    if (met >= scale[d] || total.customers < scale[d]) continue;
    const args = { met: quantity(met, 'count'), of: quantity(scale[d], 'count'), dimension: text(`dimension.${d}`) };
    say(context, `scores.${d}`, met === 1 ? 'warning' : 'note', args, { words: met === 1 ? 'scores.one' : 'scores.missing' });
  }
  if (total.unpaid > 0) {
    const args = { n: quantity(total.unpaid, 'customers'), share: quantity(shareOf(total.unpaid, total.customers), 'share') };
    say(context, 'monetary.unpaid', 'note', args);
  }
  checkSettings(context, scene);
}

function checkSettings(context: Context, { grid, rules, total }: Scene): void {
  const { params } = context;
  if (params.weightR + params.weightF + params.weightM === 0) say(context, 'weights', 'note');
  const unordered = (cuts: readonly number[]) => cuts.some((cut, i) => i > 0 && cut <= (cuts[i - 1] as number));
  const { recencyCuts, frequencyCuts, monetaryCuts } = params;
  if (params.method === 'fixed' && [recencyCuts, frequencyCuts, monetaryCuts].some(unordered)) say(context, 'cuts', 'note');
  if (params.segments !== 'own') return;
  const segments = addUp(grid, (cell) => cell.segment);
  const unused = rules.map((rule) => rule.name).filter((name) => !segments.has(name));
  if (unused.length > 0) say(context, 'rules.unused', 'note', { n: quantity(unused.length, 'count'), names: joined(unused) });
  const others = segments.get(OTHERS)?.customers ?? 0;
  if (others > 0) {
    const args = { n: quantity(others, 'customers'), share: quantity(shareOf(others, total.customers), 'share') };
    say(context, 'others', (shareOf(others, total.customers) ?? 0) > 0.2 ? 'warning' : 'note', args);
  }
}

/** Up to three names in a row, as text that is written in the reader's language. */
function joined(names: readonly string[]): TextArg {
  const [first = '', ...rest] = names.slice(0, 3);
  const nameOf = (name: string): TextArg => (isKnown(name) ? text(`segment.${name}`) : name);
  return rest.reduce<TextArg>((before, name) => text('list', { before, name: nameOf(name) }), nameOf(first));
}
