import { type Disclosure, type Quantity, quantity, type Row, type Text, type TextArg, text } from '../../src/cell/index.ts';
import { answersOf, type Context, type Question, type Survey } from './answers.ts';
import { type Estimate, type Figure, unitOf } from './estimate.ts';
import type { Attribute } from './params.ts';
import type { Period, Segment, Wave } from './waves.ts';

export interface Scene {
  survey: Survey;
  main: Question;
  figure: Figure;
  whole: Estimate;
  waves: readonly Wave[];
  period: Period | null;
  asked: number | null;
}

const GROUPED: Disclosure = { grain: 'group', count: 'answers' };
const SIGNIFICANT = 0.05;

const figureText = (figure: Figure): Text => text(`figure.${figure}`);
const quantityOf = (figure: Figure, e: Estimate, level: number): Quantity =>
  quantity(e.value, unitOf(figure), Number.isFinite(e.low) ? { low: e.low, high: e.high, level } : undefined);
/** A difference of two shares or scores. */
const changeOf = (figure: Figure, value: number): Quantity => quantity(value, figure === 'mean' ? 'number' : 'points');

/** The last change that chance does not explain, if there is one. */
export const lastChange = (waves: readonly Wave[]): Wave | undefined => waves.findLast((wave) => wave.p < SIGNIFICANT);

/** The sentence, the figures and the facts. */
export function showFirst(context: Context, scene: Scene): void {
  const { main, figure, whole, waves, survey, asked } = scene;
  const { level } = context.params;
  const moved = lastChange(waves);
  const args: Record<string, TextArg> = {
    figure: figureText(figure),
    value: quantity(whole.value, unitOf(figure)),
    low: quantity(whole.low, unitOf(figure)),
    high: quantity(whole.high, unitOf(figure)),
    n: quantity(whole.n, 'count'),
  };
  const verdict = moved ? (moved.change > 0 ? 'headline.rose' : 'headline.fell') : waves.length > 1 ? 'headline.steady' : 'headline.once';
  context.show({
    kind: 'headline',
    id: 'headline',
    text: text(verdict, moved ? { ...args, change: changeOf(figure, Math.abs(moved.change)), since: quantity(moved.wave, 'date') } : args),
  });
  const note = text('tile.note', {
    n: quantity(whole.n, 'count'),
    scale: text('scale', { low: quantity(main.scale.low, 'score'), high: quantity(main.scale.high, 'score') }),
  });
  const last = waves.at(-1);
  context.show({
    kind: 'tiles',
    id: 'tiles',
    tiles: [
      { label: figureText(figure), value: quantityOf(figure, whole, level), note },
      ...(last && waves.length > 1
        ? [
            {
              label: text('tile.last'),
              value: quantityOf(figure, last, level),
              note: text('tile.last.note', {
                wave: quantity(last.wave, 'date'),
                n: quantity(last.n, 'count'),
                change: changeOf(figure, last.change),
              }),
            },
          ]
        : []),
      ...(asked === null
        ? []
        : [
            {
              label: text('tile.rate'),
              value: quantity(main.respondents / asked, 'share'),
              note: text('tile.rate.note', { n: quantity(main.respondents, 'count'), asked: quantity(asked, 'count') }),
            },
          ]),
      {
        label: text('tile.respondents'),
        value: quantity(survey.respondents, 'count'),
        note: text('tile.respondents.note', { questions: quantity(survey.questions.length, 'count') }),
      },
    ],
  });
  context.fact(figure === 'nps' ? 'nps' : figure === 'mean' ? 'mean_score' : figure, quantityOf(figure, whole, level));
  context.fact('answers', quantity(whole.n, 'count'));
  context.fact('respondents', quantity(survey.respondents, 'count'));
  if (asked !== null) context.fact('response_rate', quantity(main.respondents / asked, 'share'));
  const off = [...main.off.values()].reduce((a, b) => a + b, 0);
  context.fact('not_applicable_share', quantity(off / (off + whole.n), 'share'));
  if (moved && figure !== 'mean') context.fact('last_change', quantity(moved.change, 'points'));
}

/** All answers to the main question by score. */
export function showDistribution(context: Context, main: Question): void {
  const n = answersOf(main);
  const klass = (score: number) =>
    main.metric === 'nps'
      ? score >= 9
        ? 'good'
        : score <= 6
          ? 'bad'
          : 'middle'
      : score >= main.scale.high - 1
        ? 'good'
        : score <= main.scale.low + 1 && main.scale.high > 4
          ? 'bad'
          : 'middle';
  const rows: Row[] = [];
  for (let score = main.scale.low; score <= main.scale.high; score++) {
    const answers = main.valid.get(score) ?? 0;
    rows.push({ score, answers, share: answers / n, class: klass(score) });
  }
  const fullest = rows.reduce((a, b) => (Number(b.answers) > Number(a.answers) ? b : a));
  context.show({
    kind: 'chart',
    id: 'distribution',
    chart: 'distribution',
    title: text('distribution.title'),
    subtitle: text('distribution.subtitle', { question: main.question, n: quantity(n, 'count') }),
    alt: text('distribution.alt', { score: quantity(fullest.score as number, 'score'), share: quantity(fullest.share as number, 'share') }),
    data: rows,
    columns: [
      { name: 'score', unit: 'score' },
      { name: 'answers', unit: 'count' },
      { name: 'share', unit: 'share' },
      { name: 'class', values: 'class' },
    ],
    ...GROUPED,
  });
}

/** The figure wave by wave, with its interval; changes that chance does not explain are marked. */
export function showWaves(context: Context, main: Question, figure: Figure, waves: readonly Wave[], period: Period | null): void {
  if (waves.length < 2 || period === null) return;
  const { level, smallN } = context.params;
  const moved = lastChange(waves);
  const [first, last] = [waves[0] as Wave, waves.at(-1) as Wave];
  context.show({
    kind: 'chart',
    id: 'trend',
    chart: 'trend',
    title: text(moved ? (moved.change > 0 ? 'trend.title.rose' : 'trend.title.fell') : 'trend.title.steady', {
      figure: figureText(figure),
      since: quantity(moved?.wave ?? first.wave, 'date'),
    }),
    subtitle: text('trend.subtitle', {
      figure: figureText(figure),
      period: text(`period.${period}`),
      level: quantity(level, 'share'),
      question: main.question,
    }),
    alt: text('trend.alt', {
      first: quantity(first.value, unitOf(figure)),
      last: quantity(last.value, unitOf(figure)),
      n: quantity(waves.length, 'count'),
    }),
    data: waves.map((w) => ({
      wave: w.wave,
      answers: w.n,
      value: w.value,
      low: w.low,
      high: w.high,
      change: w.change,
      p_adjusted: w.p,
      marked: w.p < SIGNIFICANT,
      small: w.n < smallN,
    })),
    columns: [
      { name: 'wave', unit: 'date' },
      { name: 'answers', unit: 'count' },
      { name: 'value', unit: unitOf(figure), label: figureText(figure) },
      { name: 'low', unit: unitOf(figure) },
      { name: 'high', unit: unitOf(figure) },
      { name: 'change', unit: figure === 'mean' ? 'number' : 'points' },
      { name: 'p_adjusted', unit: 'number' },
    ],
    args: { unit: unitOf(figure), period },
    ...GROUPED,
  });
}

/** Segments beside each other; who is few is drawn faint and not compared. */
export function showSegments(
  context: Context,
  main: Question,
  figure: Figure,
  segments: readonly Segment[],
  attribute: Attribute | null,
): void {
  if (segments.length < 2 || attribute === null) return;
  const worst = segments.filter((s) => s.p < SIGNIFICANT && s.difference < 0).at(-1);
  const of = text(`param.by.${attribute}`);
  context.show({
    kind: 'chart',
    id: 'segments',
    chart: 'segments',
    title: worst
      ? text('segments.title.worst', { segment: worst.segment, figure: figureText(figure) })
      : text('segments.title', { figure: figureText(figure), by: of }),
    subtitle: text('segments.subtitle', {
      by: of,
      level: quantity(context.params.level, 'share'),
      least: quantity(context.params.smallN, 'count'),
      question: main.question,
    }),
    alt: text('segments.alt', {
      n: quantity(segments.length, 'count'),
      best: segments[0]?.segment ?? '',
      value: quantity(segments[0]?.value ?? null, unitOf(figure)),
    }),
    data: segments.map((s) => ({
      segment: s.segment,
      answers: s.n,
      value: s.value,
      low: s.low,
      high: s.high,
      difference: s.difference,
      p_adjusted: s.p,
      small: s.small,
    })),
    columns: [
      { name: 'segment', label: of },
      { name: 'answers', unit: 'count' },
      { name: 'value', unit: unitOf(figure), label: figureText(figure) },
      { name: 'low', unit: unitOf(figure) },
      { name: 'high', unit: unitOf(figure) },
      { name: 'difference', unit: figure === 'mean' ? 'number' : 'points' },
      { name: 'p_adjusted', unit: 'number' },
    ],
    args: { unit: unitOf(figure) },
    ...GROUPED,
  });
  if (worst)
    context.check({
      id: 'segment_low',
      severity: 'note',
      text: text('check.segment_low', {
        segment: worst.segment,
        difference: changeOf(figure, Math.abs(worst.difference)),
        n: quantity(worst.n, 'count'),
      }),
    });
}
