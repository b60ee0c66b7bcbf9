import { ident, join, literal, type Sql, type SqlValue, sql } from '../../src/cell/index.ts';
import type { Context, Question } from './answers.ts';
import type { Estimate } from './estimate.ts';

/** A select of rows that were computed here, typed; without rows it has the columns alone. */
export function selectOf(types: Readonly<Record<string, string>>, rows: readonly Readonly<Record<string, SqlValue>>[]): Sql {
  const names = Object.keys(types);
  const typed = (value: SqlValue, name: string) => sql`cast(${literal(value)} as ${TYPES[types[name] as string] as Sql}) as ${ident(name)}`;
  if (rows.length === 0) return sql`select ${join(names.map((name) => typed(null, name)))} where false`;
  return join(
    rows.map((row) => sql`select ${join(names.map((name) => typed(row[name] ?? null, name)))}`),
    '\nunion all\n',
  );
}

const TYPES: Readonly<Record<string, Sql>> = {
  VARCHAR: sql`VARCHAR`,
  DOUBLE: sql`DOUBLE`,
  BIGINT: sql`BIGINT`,
  DATE: sql`DATE`,
  BOOLEAN: sql`BOOLEAN`,
};

/** An estimate as columns; what is not a number is NULL. */
export const columnsOf = ({ value, low, high, n }: Estimate) => ({
  answers: n,
  value: finite(value),
  low: finite(low),
  high: finite(high),
});
export const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** One row a valid answer to the main question, with the class that it falls in. */
export function makeRespondents(context: Context, question: Question | undefined): Promise<Sql> {
  const customer = context.has('surveys.customer') ? sql`customer` : sql`NULL::VARCHAR as customer`;
  const time = context.has('surveys.time') ? sql`time::DATE as day` : sql`NULL::DATE as day`;
  if (!question)
    return context.table(
      'respondents',
      sql`select respondent, ${customer}, ${time}, question, score, NULL::VARCHAR as class from surveys where false`,
    );
  const { metric, scale } = question;
  const highest = metric === 'nps' ? 9 : scale.high - 1;
  const lowest = metric === 'nps' ? 6 : scale.low + Math.floor((scale.high - scale.low) / 2) - 1;
  const names: [string, string, string] =
    metric === 'nps' ? ['promoter', 'passive', 'detractor'] : ['satisfied', 'neutral', 'dissatisfied'];
  const codes = [...question.off.keys()];
  return context.table(
    'respondents',
    sql`select respondent, ${customer}, ${time}, question, score,
  case when score >= ${highest} then ${names[0]} when score > ${lowest} then ${names[1]} else ${names[2]} end as class
from surveys where question = ${question.question} and respondent is not null and score between ${scale.low} and ${scale.high}
  ${codes.length > 0 ? sql`and score not in (${join(codes.map((c) => literal(c)))})` : sql``}`,
  );
}
