import { type Disclosure, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { answersOf, at, type Context, type Survey } from './answers.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'answers' };

/** Every question by its own measure; the figures of different measures are not comparable. */
export function showQuestions(context: Context, rows: readonly Row[]): void {
  context.show({
    kind: 'table',
    id: 'questions',
    title: text('questions.title'),
    table: 'questions',
    columns: [
      { name: 'question' },
      { name: 'metric', values: 'metric' },
      { name: 'figure', values: 'figure' },
      { name: 'value', unit: 'number' },
      { name: 'low', unit: 'number' },
      { name: 'high', unit: 'number' },
      { name: 'answers', unit: 'count' },
      { name: 'respondents', unit: 'count' },
      { name: 'not_applicable', unit: 'count' },
      { name: 'scale' },
    ],
    rows: rows.slice(0, 200),
    total: rows.length,
    ...GROUPED,
  });
}

export async function showRespondents(context: Context, table: Sql): Promise<void> {
  const rows = (
    await context.query(sql`select respondent, customer, day, score, class from ${table} order by score, respondent, day limit 200`)
  ).rows() as Row[];
  const total = at(await context.query(sql`select count(*) as n from ${table}`), 'n');
  context.show({
    kind: 'table',
    id: 'respondents',
    title: text('respondents.title'),
    table: 'respondents',
    columns: [
      { name: 'respondent' },
      { name: 'customer' },
      { name: 'day', unit: 'date' },
      { name: 'score', unit: 'score' },
      { name: 'class', values: 'class' },
    ],
    rows,
    total,
    grain: 'customer',
    personal: ['respondent', 'customer'],
  });
}

/** Answers to each question by score, a question a row, as a spreadsheet has it. */
export function showSpread(context: Context, { grouped, questions }: Survey): void {
  const scores = [...new Set(grouped.numbers('score'))].sort((a, b) => a - b).slice(0, 12);
  if (questions.length === 0 || scores.length < 2) return;
  const wide = context.reshape(grouped).groupby('question').pivot('score', 'n').objects() as Record<string, number | string>[];
  const answersTo = new Map(questions.map((q) => [q.question, answersOf(q)]));
  const rows = wide.map((row) => ({
    question: String(row.question),
    answers: answersTo.get(String(row.question)) ?? 0,
    ...Object.fromEntries(scores.map((score) => [`score_${score}`, Number(row[String(score)] ?? 0)])),
  }));
  rows.sort((a, b) => b.answers - a.answers || (a.question < b.question ? -1 : 1));
  context.show({
    kind: 'table',
    id: 'spread',
    title: text('spread.title'),
    table: null,
    columns: [
      { name: 'question' },
      { name: 'answers', unit: 'count' },
      ...scores.map((score) => ({
        name: `score_${score}`,
        unit: 'count' as const,
        label: text('column.score_n', { score: quantity(score, 'score') }),
      })),
    ],
    rows: rows.slice(0, 200),
    total: rows.length,
    ...GROUPED,
  });
}
