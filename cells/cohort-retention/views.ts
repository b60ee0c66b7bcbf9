import { type CellValue, type Column, type Disclosure, quantity, type Text, type Tile, text } from '../../src/cell/index.ts';
import { headline } from './headline.ts';
import type { Context, Plan } from './plan.ts';
import type { Field, Point } from './read.ts';
import { founded, leastCohorts, nextFields, type Scene } from './scene.ts';
import { vintagesOf } from './vintages.ts';
import { amountUnit, measured, nameOf, originOf, startIsWhole, unitArgs, unitOf, whatOf, whenOf } from './words.ts';

const GROUPED: Disclosure = { grain: 'group', count: 'n' };

/** What is seen first: sentence, figures, triangle and curves. */
export function showFirst(context: Context, scene: Scene): void {
  context.show({ kind: 'headline', id: 'headline', text: headline(scene) });
  if (scene.extent.customers === 0) return;
  context.show({ kind: 'tiles', id: 'tiles', tiles: tilesOf(scene) });
  showTriangle(context, scene);
  if (founded(scene).length > 1) showCurves(context, scene);
}

function tilesOf(scene: Scene): Tile[] {
  const { plan, extent, profile } = scene;
  const points = founded(scene);
  const chosen = [points[0], points.find(({ period }) => period >= 3), points.at(-1)];
  const from = quantity(profile.firstDay, 'date');
  return [
    ...[...new Set(chosen)].flatMap((point) => (point ? [tileOf(plan, point)] : [])),
    {
      label: text(plan.recurring ? 'tile.entries' : 'tile.followed'),
      value: quantity(extent.customers, plan.recurring ? 'count' : 'customers'),
      note: text('tile.followed.note', { cohorts: quantity(extent.cohorts, 'count'), from, to: quantity(plan.asOf, 'date') }),
    },
  ];
}

function tileOf(plan: Plan, point: Point): Tile {
  const customers = plan.measure === 'customers';
  const share = customers && (plan.relativeTo === 'first' || plan.retention === 'unbounded');
  const note = plan.relativeTo === 'none' ? 'tile.none' : share && plan.relativeTo === 'first' ? 'tile.of' : 'tile.relative';
  return {
    label: text(share ? 'tile.customers' : `tile.measure.${plan.measure}`, { when: whenOf(plan, point) }),
    value: measured(plan, point),
    note: text(note, {
      size: quantity(point.size, 'count'),
      n: quantity(point.n, 'count'),
      cohorts: quantity(point.cohorts, 'count'),
      before: text(plan.relativeTo === 'previous' ? 'before.previous' : 'before.first', unitArgs(plan)),
    }),
  };
}

/** What every drawing has to know. */
const argsOf = (plan: Plan): Record<string, CellValue> => ({
  grain: plan.calendar.grain,
  byTime: plan.byTime,
  recurring: plan.recurring,
  acquired: plan.cohortBy === 'acquired_at',
  unit: unitOf(plan),
  whole: startIsWhole(plan),
  retention: plan.retention,
  brackets: plan.retention === 'bracket',
  level: plan.level,
});

const titleArgs = (plan: Plan) => ({ ...unitArgs(plan), what: whatOf(plan), origin: originOf(plan) });

function showTriangle(context: Context, scene: Scene): void {
  const { plan, fields, extent, cohorts } = scene;
  const some = cohorts.length < extent.cohorts;
  context.show({
    kind: 'chart',
    id: 'triangle',
    chart: 'triangle',
    title: text('triangle.title', titleArgs(plan)),
    subtitle: text(some ? 'triangle.subtitle.some' : 'triangle.subtitle', {
      ...unitArgs(plan),
      reading: readingOf(plan),
      dashed: fields.some(({ complete }) => !complete)
        ? text(plan.retention === 'bracket' ? 'triangle.dashed.bracket' : 'triangle.dashed', {
            ...unitArgs(plan),
            asOf: quantity(plan.asOf, 'date'),
          })
        : '',
      shown: quantity(cohorts.length, 'count'),
      all: quantity(extent.cohorts, 'count'),
    }),
    alt: triangleAlt(scene),
    data: fields.map(({ amount: _, base: __, ...field }) => field),
    columns: columnsOf(plan).filter(({ name }) => name !== 'amount' && name !== 'base'),
    args: argsOf(plan),
    ...GROUPED,
  });
}

/** What a field stands for. The fields themselves have no room for a sign of per cent. */
function readingOf(plan: Plan): Text {
  const reading = text(`reading.${plan.retention}`, unitArgs(plan));
  return unitOf(plan) === 'share' ? text('reading.share', { reading }) : reading;
}

function triangleAlt(scene: Scene): Text {
  const { plan, cohorts } = scene;
  const shared = { ...titleArgs(plan), shown: quantity(cohorts.length, 'count') };
  const next = founded(scene)[0];
  const fields = nextFields(scene).sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [worst, best] = [fields[0], fields.at(-1)];
  if (!next || !worst || !best) return text('triangle.alt.short', shared);
  const bare = (field: Point | Field) => quantity(field.value, unitOf(plan) === 'share' ? 'share' : 'number');
  return text('triangle.alt', {
    ...shared,
    when: whenOf(plan, next),
    value: bare(next),
    low: bare(worst),
    worst: nameOf(plan, worst.cohort),
    high: bare(best),
    best: nameOf(plan, best.cohort),
  });
}

function showCurves(context: Context, scene: Scene): void {
  const { plan, fields, curve, cohorts } = scene;
  const points = founded(scene);
  const least = leastCohorts(scene);
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const pooled = plan.byTime && plan.relativeTo !== 'none' ? vintagesOf(fields) : null;
  const kind = plan.relativeTo === 'none' ? 'plain' : !plan.byTime ? 'group' : pooled ? 'vintages' : 'cohorts';
  const value = (point: Point) => quantity(point.value, unitOf(plan) === 'share' ? 'share' : 'number');
  const mean = points.map((point) => ({ ...point, cohort: null }));
  const lines = pooled ?? fields.filter(({ complete }) => complete);
  // What few customers stand behind jumps about and draws the eye.
  const drawn = lines.filter((line) => line.value !== null && ((plan.byTime && !pooled) || line.size >= 30));
  const start = curve.filter(({ period }) => period === 0 && !startIsWhole(plan)).map((point) => ({ ...point, cohort: null }));
  const data = [...drawn, ...start, ...mean].map((row) => ({ low: null, high: null, ...row }));
  context.show({
    kind: 'chart',
    id: 'curves',
    chart: 'curves',
    title: text('curves.title', titleArgs(plan)),
    subtitle: text(`curves.subtitle.${kind}`, { level: quantity(plan.level, 'share'), least: quantity(least, 'count') }),
    alt: text('curves.alt', {
      shown: quantity(cohorts.length, 'count'),
      first: value(first),
      whenFirst: whenOf(plan, first),
      last: value(last),
      whenLast: whenOf(plan, last),
    }),
    data: data.map(({ cohort, period, period_to, size, n, value, low, high }) => ({
      cohort,
      period,
      period_to,
      size,
      n,
      value,
      low,
      high,
    })),
    columns: columnsOf(plan).filter(({ name }) => !['cohort_start', 'amount', 'base', 'complete'].includes(name)),
    args: argsOf(plan),
    ...GROUPED,
  });
}

/** The columns of `cells`, with the units that these parameters give them. */
export function columnsOf(plan: Plan): Column[] {
  const [value, amount] = [unitOf(plan), amountUnit(plan)];
  return [
    { name: 'cohort' },
    ...(plan.byTime ? [{ name: 'cohort_start', unit: 'date' } as const] : []),
    { name: 'period', unit: 'number' },
    ...(plan.retention === 'bracket' ? [{ name: 'period_to', unit: 'number' } as const] : []),
    { name: 'size', unit: plan.recurring ? 'count' : 'customers' },
    { name: 'n', unit: plan.recurring ? 'count' : 'customers' },
    { name: 'amount', unit: amount },
    ...(plan.relativeTo === 'none' ? [] : [{ name: 'base', unit: amount } as const]),
    { name: 'value', unit: value },
    ...(plan.relativeTo === 'none'
      ? []
      : ([
          { name: 'low', unit: value },
          { name: 'high', unit: value },
        ] as const)),
    { name: 'complete' },
  ];
}
