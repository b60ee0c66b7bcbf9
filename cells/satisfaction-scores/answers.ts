import { type Frame, ident, type RunContext, type Sql, sql, type TableId } from '../../src/cell/index.ts';
import type { Counts } from './estimate.ts';
import { ATTRIBUTES, type Attribute, type SatisfactionParams } from './params.ts';
import { type AnswerCounts, type Metric, metricOf, type Scale, scaleOf } from './scale.ts';

export type Context = RunContext<SatisfactionParams>;

/** A question with its scale, what it measures and its valid answers. */
export interface Question extends AnswerCounts {
  scale: Scale;
  metric: Metric;
  /** Scores on the scale → answers. */
  valid: Counts;
  /** Answers that are a code or lie off the scale. */
  off: ReadonlyMap<number, number>;
  respondents: number;
}

export interface Survey {
  /** By number of valid answers, the most first. */
  questions: readonly Question[];
  rows: number;
  /** Rows without respondent, question or score. */
  empty: number;
  respondents: number;
  firstDay: string | null;
  lastDay: string | null;
  /** `question, score, n`: every score that occurs. */
  grouped: Frame;
  /** Respondents with more than one answer to the same question. */
  repeated: number;
}

/** One pass over the answers, grouped by question and score: everything after it works on counts. */
export async function readSurvey(context: Context): Promise<Survey> {
  const { params } = context;
  const instrument = context.has('surveys.instrument') ? sql`min(instrument)` : sql`NULL`;
  const top = context.has('surveys.scale_max') ? sql`max(scale_max)::DOUBLE` : sql`NULL::DOUBLE`;
  const known = sql`respondent is not null and question is not null and score is not null`;
  const grouped = await context.query(
    sql`select question, score, ${instrument} as instrument, ${top} as scale_max, count(*) as n from surveys where ${known} group by 1, 2 order by 1, 2`,
  );
  const when = context.has('surveys.time')
    ? sql`min(time)::DATE as first_day, max(time)::DATE as last_day`
    : sql`NULL::DATE as first_day, NULL::DATE as last_day`;
  const whole = await context.query(
    sql`select count(*) as n, count(*) filter (where not (${known})) as empty, count(distinct respondent) as respondents, ${when} from surveys`,
  );
  const people = await context.query(
    sql`select question, count(*) as respondents, count(*) filter (where n > 1) as repeated from (select question, respondent, count(*) as n from surveys where ${known} group by 1, 2) group by 1 order by 1`,
  );
  const peopleOf = new Map(people.rows().map((row) => [row.question as string, Number(row.respondents)]));
  const questions = [...byQuestion(grouped)].map((answers) => {
    const codes = new Set(params.notApplicable);
    const open: AnswerCounts = { ...answers, counts: new Map([...answers.counts].filter(([score]) => !codes.has(score))) };
    const scale = scaleOf(open, params.scale, params.metric);
    const on = ([score]: [number, number]) => !codes.has(score) && score >= scale.low && score <= scale.high;
    return {
      ...open,
      scale,
      metric: metricOf(open, scale, params.metric),
      valid: new Map([...answers.counts].filter(on)),
      off: new Map([...answers.counts].filter((entry) => !on(entry))),
      respondents: peopleOf.get(answers.question) ?? 0,
    };
  });
  const size = (counts: Counts) => [...counts.values()].reduce((a, b) => a + b, 0);
  questions.sort((a, b) => size(b.valid) - size(a.valid) || (a.question < b.question ? -1 : 1));
  return {
    questions,
    grouped,
    rows: at(whole, 'n'),
    empty: at(whole, 'empty'),
    respondents: at(whole, 'respondents'),
    firstDay: (whole.values('first_day')[0] as string | null) ?? null,
    lastDay: (whole.values('last_day')[0] as string | null) ?? null,
    repeated: people.numbers('repeated').reduce((a, b) => a + b, 0),
  };
}

function* byQuestion(frame: Frame): Iterable<AnswerCounts> {
  const all = new Map<string, AnswerCounts & { counts: Map<number, number> }>();
  for (const row of frame.rows()) {
    const question = String(row.question);
    const found = all.get(question) ?? {
      question,
      instrument: row.instrument as string | null,
      scaleMax: row.scale_max as number | null,
      counts: new Map<number, number>(),
    };
    found.counts.set(Number(row.score), Number(row.n));
    all.set(question, found);
  }
  yield* all.values();
}

/** The question that the sentence is about: the person's, else one that asks for the whole, else the most answered. */
export function mainQuestion(context: Context, questions: readonly Question[]): Question | undefined {
  const asked = questions.find((q) => q.question === context.params.question);
  const whole = questions.find((q) => q.metric === 'nps') ?? questions.find((q) => /overall|总体|整体|总的/i.test(q.question));
  const found = asked ?? whole ?? questions[0];
  if (found) context.resolved('question', found.question);
  return found;
}

/** Valid answers to a question in groups: label → counts, in the order of the label. */
export async function countsBy(context: Context, question: Question, label: Sql, source: Sql): Promise<Map<string, Counts>> {
  const frame = await context.query(
    sql`select ${label} as label, score, count(*) as n from ${source} where question = ${question.question} and score in (${[...question.valid.keys()].length > 0 ? list([...question.valid.keys()]) : sql`NULL`})
  and respondent is not null and ${label} is not null group by 1, 2 order by 1, 2`,
  );
  const groups = new Map<string, Map<number, number>>();
  for (const row of frame.rows()) {
    const key = String(row.label);
    const counts = groups.get(key) ?? new Map<number, number>();
    groups.set(key, counts.set(Number(row.score), Number(row.n)));
  }
  return groups;
}

const list = (scores: readonly number[]): Sql => scores.map((score) => sql`${score}`).reduce((a, b) => sql`${a}, ${b}`);

/** The attribute that answers are told apart by: the person's, else the first that is bound; null for none. */
export function attributeOf(context: Context): Attribute | null {
  const { by } = context.params;
  if (by === 'none' || !context.has('surveys.customer') || !context.has('customers.customer')) return null;
  const bound = ATTRIBUTES.filter((name) => context.has(`customers.${name}`));
  const found = by === 'auto' ? bound[0] : bound.find((name) => name === by);
  context.resolved('by', found ?? 'none');
  return found ?? null;
}

/** Answers with an attribute of their customer beside them. */
export const withCustomers = (attribute: Attribute): Sql =>
  sql`(select s.respondent, s.question, s.score, c.${ident(attribute)} as label from surveys s join ${ident('customers' satisfies TableId)} c on c.customer = s.customer)`;

export const at = (frame: Frame, name: string): number => frame.numbers(name)[0] ?? Number.NaN;

export const answersOf = (question: Question): number => [...question.valid.values()].reduce((a, b) => a + b, 0);
