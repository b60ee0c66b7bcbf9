import { ident, type Sql, sql } from '../../src/cell/index.ts';
import { holm } from '../../src/stats/holm.ts';
import { type Context, countsBy, type Question, type Survey } from './answers.ts';
import { type Counts, difference, type Estimate, type Figure } from './estimate.ts';

/** A wave with its estimate and the change from the one before. */
export interface Wave extends Estimate {
  /** First day of the period. */
  wave: string;
  change: number;
  changeLow: number;
  changeHigh: number;
  /** Of no change, adjusted for the number of waves (Holm). */
  p: number;
}

export type Period = 'week' | 'month' | 'quarter' | 'year';

/** The period of a wave: the person's, else one that gives between two and twenty-four waves. Null for none. */
export function periodOf(context: Context, { firstDay, lastDay }: Survey): Period | null {
  const { wave } = context.params;
  if (wave === 'none' || firstDay === null || lastDay === null) return null;
  const days = (Date.parse(lastDay) - Date.parse(firstDay)) / 864e5;
  const found = wave !== 'auto' ? wave : days < 60 ? 'week' : days < 731 ? 'month' : days < 2200 ? 'quarter' : 'year';
  context.resolved('wave', found);
  return found;
}

export async function readWaves(
  context: Context,
  question: Question,
  figure: Figure,
  period: Period,
  of: (counts: Counts) => Promise<Estimate>,
): Promise<Wave[]> {
  const shift = period === 'week' ? context.definitions.weekStart - 1 : 0;
  const label: Sql = sql`(date_trunc(${period}, time::DATE - ${shift}) + ${shift})::DATE`;
  const counts = [
    ...(await countsBy(context, question, label, sql`(select respondent, question, score, time from surveys where time is not null)`)),
  ];
  const waves: Wave[] = [];
  for (const [i, [wave, own]] of counts.entries()) {
    const before = counts[i - 1]?.[1];
    const change = before
      ? difference(figure, question.scale, own, before, context.params.level)
      : { value: Number.NaN, low: Number.NaN, high: Number.NaN, p: Number.NaN };
    waves.push({ wave, ...(await of(own)), change: change.value, changeLow: change.low, changeHigh: change.high, p: change.p });
    await context.breathe();
  }
  holm(waves.map((wave) => wave.p)).forEach((p, i) => {
    (waves[i] as Wave).p = p;
  });
  return waves;
}

/** A segment with its estimate and how it differs from everybody else. */
export interface Segment extends Estimate {
  segment: string;
  difference: number;
  differenceLow: number;
  differenceHigh: number;
  p: number;
  small: boolean;
}

/** Small groups are shown but neither tested nor ranked. */
export async function readSegments(
  context: Context,
  question: Question,
  figure: Figure,
  source: Sql,
  of: (counts: Counts) => Promise<Estimate>,
): Promise<Segment[]> {
  const groups = [...(await countsBy(context, question, ident('label'), source))];
  const segments: Segment[] = [];
  for (const [segment, own] of groups) {
    const rest = merge(groups.filter(([name]) => name !== segment).map(([, counts]) => counts));
    const found = await of(own);
    const small = found.n < context.params.smallN;
    const d = difference(figure, question.scale, own, rest, context.params.level);
    segments.push({
      segment,
      ...found,
      difference: d.value,
      differenceLow: d.low,
      differenceHigh: d.high,
      p: small || rest.size === 0 ? Number.NaN : d.p,
      small,
    });
    await context.breathe();
  }
  holm(segments.map((s) => s.p)).forEach((p, i) => {
    (segments[i] as Segment).p = p;
  });
  return segments.sort((a, b) => Number(a.small) - Number(b.small) || b.value - a.value || (a.segment < b.segment ? -1 : 1));
}

function merge(all: readonly Counts[]): Counts {
  const sum = new Map<number, number>();
  for (const counts of all) for (const [score, n] of counts) sum.set(score, (sum.get(score) ?? 0) + n);
  return sum;
}
