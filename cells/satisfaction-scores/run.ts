import { sql, text } from '../../src/cell/index.ts';
import { answersOf, at, attributeOf, type Context, mainQuestion, readSurvey, type Survey, withCustomers } from './answers.ts';
import { checkMain, checkSurvey } from './checks.ts';
import { bootstrapped, type Counts, type Estimate, estimate, figureOf, unitOf } from './estimate.ts';
import { showQuestions, showRespondents, showSpread } from './table-views.ts';
import { columnsOf, finite, makeRespondents, selectOf } from './tables.ts';
import { showDistribution, showFirst, showSegments, showWaves } from './views.ts';
import { periodOf, readSegments, readWaves } from './waves.ts';

/** One pass counts answers by question and score; waves and segments of the main question take one pass each. */
export async function run(context: Context): Promise<void> {
  const survey = await readSurvey(context);
  const main = mainQuestion(context, survey.questions);
  const { params } = context;
  if (!main || answersOf(main) === 0) return nothing(context, survey);
  const figure = figureOf(main.metric, params.csat);
  context.resolved('metric', main.metric);
  context.resolved('scale', `${main.scale.low}–${main.scale.high}`);
  const interval = (counts: Counts): Promise<Estimate> =>
    params.interval === 'bootstrap'
      ? bootstrapped(figure, main.scale, counts, params.level, context.breathe)
      : Promise.resolve(estimate(figure, main.scale, counts, params.level));
  const whole = await interval(main.valid);
  const asked = await askedPeople(context);
  const period = context.has('surveys.time') ? periodOf(context, survey) : null;
  const waves = period ? await readWaves(context, main, figure, period, interval) : [];
  showFirst(context, { survey, main, figure, whole, waves, period, asked });
  showDistribution(context, main);
  checkSurvey(context, survey);
  checkMain(context, { survey, main, figure, whole, waves, period, asked });

  await context.table(
    'waves',
    selectOf(
      WAVES,
      waves.map((w) => ({
        wave: w.wave,
        ...columnsOf(w),
        change: finite(w.change),
        change_low: finite(w.changeLow),
        change_high: finite(w.changeHigh),
        p_adjusted: finite(w.p),
      })),
    ),
  );
  showWaves(context, main, figure, waves, period);
  context.progress(0.6, text('progress.segments'));
  const attribute = attributeOf(context);
  const segments = attribute ? await readSegments(context, main, figure, withCustomers(attribute), interval) : [];
  await context.table(
    'segments',
    selectOf(
      SEGMENTS,
      segments.map((s) => ({
        segment: s.segment,
        ...columnsOf(s),
        difference: finite(s.difference),
        difference_low: finite(s.differenceLow),
        difference_high: finite(s.differenceHigh),
        p_adjusted: finite(s.p),
        small: s.small,
      })),
    ),
  );
  showSegments(context, main, figure, segments, attribute);
  const questions = survey.questions.map((q) => {
    const own = figureOf(q.metric, params.csat);
    return {
      question: q.question,
      metric: q.metric,
      figure: own,
      scale: `${q.scale.low}–${q.scale.high}`,
      ...columnsOf(estimate(own, q.scale, q.valid, params.level)),
      respondents: q.respondents,
      not_applicable: [...q.off.values()].reduce((a, b) => a + b, 0),
    };
  });
  await context.table('questions', selectOf(QUESTIONS, questions));
  showQuestions(context, questions);
  showSpread(context, survey);
  await showRespondents(context, await makeRespondents(context, main));
  context.resolved('figure', `${figure} (${unitOf(figure)})`);
}

const ESTIMATE = { answers: 'BIGINT', value: 'DOUBLE', low: 'DOUBLE', high: 'DOUBLE' };
const QUESTIONS = {
  question: 'VARCHAR',
  metric: 'VARCHAR',
  figure: 'VARCHAR',
  scale: 'VARCHAR',
  ...ESTIMATE,
  respondents: 'BIGINT',
  not_applicable: 'BIGINT',
};
const WAVES = { wave: 'DATE', ...ESTIMATE, change: 'DOUBLE', change_low: 'DOUBLE', change_high: 'DOUBLE', p_adjusted: 'DOUBLE' };
const SEGMENTS = {
  segment: 'VARCHAR',
  ...ESTIMATE,
  difference: 'DOUBLE',
  difference_low: 'DOUBLE',
  difference_high: 'DOUBLE',
  p_adjusted: 'DOUBLE',
  small: 'BOOLEAN',
};

/** How many were asked: what the person says, else the customers; null where neither is known. */
async function askedPeople(context: Context): Promise<number | null> {
  if (context.params.asked > 0) return context.params.asked;
  if (!context.has('surveys.customer') || !context.has('customers.customer')) return null;
  return at(await context.query(sql`select count(distinct customer) as n from customers`), 'n') || null;
}

async function nothing(context: Context, survey: Survey): Promise<void> {
  context.show({ kind: 'headline', id: 'headline', text: text('headline.empty') });
  context.check({ id: 'empty', severity: 'serious', text: text('check.empty') });
  checkSurvey(context, survey);
  await context.table('waves', selectOf(WAVES, []));
  await context.table('segments', selectOf(SEGMENTS, []));
  await context.table('questions', selectOf(QUESTIONS, []));
  await makeRespondents(context, undefined);
}
