import { type Check, quantity, type TextArg, text } from '../../src/cell/index.ts';
import { answersOf, type Context, type Survey } from './answers.ts';
import type { Scene } from './views.ts';

function say(context: Context, id: string, severity: Check['severity'], args: Record<string, TextArg> = {}, mend?: Check['mend']): void {
  context.check({ id, severity, text: text(`check.${id}`, args), ...(mend ? { mend } : {}) });
}

/** What the answers as a whole are like. */
export function checkSurvey(context: Context, survey: Survey): void {
  if (survey.empty > 0) say(context, 'incomplete', 'warning', { n: quantity(survey.empty, 'rows') });
  if (survey.repeated > 0) say(context, 'repeated', 'warning', { n: quantity(survey.repeated, 'count') });
}

/** What to know before the figure is quoted. */
export function checkMain(context: Context, scene: Scene): void {
  const { main, whole, waves, asked, survey } = scene;
  const off = [...main.off.values()].reduce((a, b) => a + b, 0);
  const codes = [...main.off.keys()]
    .sort((a, b) => a - b)
    .map(String)
    .join(', ');
  if (off > 0)
    say(context, 'off_scale', off > 0.05 * (off + whole.n) ? 'warning' : 'note', {
      n: quantity(off, 'count'),
      codes,
      low: quantity(main.scale.low, 'score'),
      high: quantity(main.scale.high, 'score'),
    });
  if (whole.n < context.params.smallN)
    say(context, 'small', 'warning', { n: quantity(whole.n, 'count'), least: quantity(context.params.smallN, 'count') });
  if (asked === null) say(context, 'rate_unknown', 'note', {}, { kind: 'param', param: 'asked', value: 0 });
  else {
    const rate = main.respondents / asked;
    const args = { rate: quantity(rate, 'share'), n: quantity(main.respondents, 'count'), asked: quantity(asked, 'count') };
    if (rate > 1) say(context, 'rate_over', 'warning', args);
    else say(context, rate < 0.2 ? 'rate_low' : 'rate', rate < 0.2 ? 'warning' : 'note', args);
  }
  if (main.metric === 'nps' && (main.scale.low !== 0 || main.scale.high !== 10))
    say(context, 'nps_scale', 'serious', { low: quantity(main.scale.low, 'score'), high: quantity(main.scale.high, 'score') });
  const thin = waves.filter((w) => w.n < context.params.smallN).length;
  if (thin > 0) say(context, 'thin_waves', 'note', { n: quantity(thin, 'count'), least: quantity(context.params.smallN, 'count') });
  if (waves.length > 1) say(context, 'holm', 'note', { n: quantity(waves.length - 1, 'count') });
  const others = survey.questions.filter((q) => q.question !== main.question && q.metric === main.metric && answersOf(q) > 0).length;
  if (others > 0) say(context, 'others', 'note', { n: quantity(others, 'count') });
}
