/** What a question measures. */
export type Metric = 'nps' | 'csat' | 'ces';

/** The ends of an answer scale. */
export interface Scale {
  low: number;
  high: number;
}

/** A question with its answers, counted by score (only whole and half scores occur on scales). */
export interface AnswerCounts {
  question: string;
  instrument: string | null;
  /** The top of the scale as the data say it, if they do. */
  scaleMax: number | null;
  /** Score → answers, codes for 'not applicable' taken out. */
  counts: ReadonlyMap<number, number>;
}

const CES = /\bces\b|effort|easy|费力|轻松|容易/i;
const NPS = /\bnps\b|recommend|推荐/i;

/**
 * The scale of a question: what the person set, else what the data say, else the usual scale that holds the answers.
 * A few answers off a scale (under 5 %: a 0 on 1–5) do not make it a longer one. Ten boxes run 1–10, eleven 0–10.
 */
export function scaleOf(answers: AnswerCounts, asked: 'auto' | '5' | '7' | '10' | '11', metric: 'auto' | Metric): Scale {
  if (asked !== 'auto') return asked === '11' ? { low: 0, high: 10 } : { low: 1, high: Number(asked) };
  if (answers.scaleMax !== null)
    return { low: answers.scaleMax === 10 && (metric === 'nps' || hasZero(answers)) ? 0 : 1, high: answers.scaleMax };
  if (metric === 'nps' || (metric === 'auto' && NPS.test(nameOf(answers)))) return { low: 0, high: 10 };
  const total = sum(answers.counts.values());
  const off = (high: number) => sum([...answers.counts].filter(([score]) => score < 1 || score > high).map(([, n]) => n)) / total;
  for (const high of [5, 7]) if (off(high) < 0.05) return { low: 1, high };
  if (hasZero(answers)) return { low: 0, high: 10 };
  return { low: 1, high: 10 };
}

const hasZero = (answers: AnswerCounts) => (answers.counts.get(0) ?? 0) > 0;

/** What a question measures, by what the person set, its name, else its scale: eleven boxes ask for recommendation. */
export function metricOf(answers: AnswerCounts, scale: Scale, asked: 'auto' | Metric): Metric {
  if (asked !== 'auto') return asked;
  const name = nameOf(answers);
  if (NPS.test(name) && scale.high === 10) return 'nps';
  if (CES.test(name)) return 'ces';
  return scale.low === 0 && scale.high === 10 ? 'nps' : 'csat';
}

const nameOf = (answers: AnswerCounts) => `${answers.instrument ?? ''} ${answers.question}`;
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);
