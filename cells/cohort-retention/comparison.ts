import { type Disclosure, ident, join, literal, quantity, type Row, type Sql, sql, text } from '../../src/cell/index.ts';
import { newcombeDifference } from '../../src/stats/newcombe-difference.ts';
import type { Context } from './plan.ts';
import type { Field } from './read.ts';
import type { Scene } from './scene.ts';
import { nameOf, startIsWhole, unitArgs, whenOf } from './words.ts';

/** Two cohorts in one column: B − A, with Newcombe's interval. */
interface Difference {
  a: Field;
  b: Field;
  value: number;
  low: number;
  high: number;
  /** Whether it stays clear when the chance of error is shared out among all columns (Bonferroni). */
  clear: boolean;
}

const GROUPED: Disclosure = { grain: 'group', count: 'fewest' };

/** Makes the table `comparison` and shows it; an empty table where there is nothing to compare. */
export async function compare(context: Context, scene: Scene): Promise<void> {
  const pair = scene.plan.measure === 'customers' && !scene.plan.recurring ? await choose(context, scene) : null;
  const differences = pair ? differ(scene, pair.a, pair.b) : [];
  const rows = differences.map(rowOf);
  await context.table('comparison', rows.length > 0 ? valuesSql(rows) : sql`${valuesSql([EMPTY])} where false`);
  if (pair && differences.length > 0) show(context, scene, differences, rows);
}

/** The two cohorts that were named; where not, an early and a late one, or the two largest. */
async function choose(context: Context, scene: Scene): Promise<{ a: Field[]; b: Field[] } | null> {
  const { params } = context;
  const names = automatic(scene);
  for (const [i, name] of (['compareA', 'compareB'] as const).entries()) {
    const asked = params[name];
    if (asked === 'auto' || asked === '') continue;
    const found = await context.query(sql`select 1 as found from ${scene.cells} where cohort = ${asked} limit 1`);
    if (found.size > 0) names[i] = asked;
    else
      context.check({
        id: 'named',
        severity: 'warning',
        text: text('check.named', { name: asked }),
        mend: { kind: 'param', param: name, value: 'auto' },
      });
  }
  const [a, b] = names;
  context.resolved('compareA', a ?? null);
  context.resolved('compareB', b ?? null);
  if (a === undefined || b === undefined || a === b) return null;
  return { a: await fieldsOf(context, scene, a), b: await fieldsOf(context, scene, b) };
}

function automatic({ plan, fields, cohorts, truncated }: Scene): [string | undefined, string | undefined] {
  if (!plan.byTime) return [cohorts[0], cohorts[1]];
  const later = (cohort: string) => fields.filter((field) => field.cohort === cohort && field.complete && field.period > 0).length;
  const old = truncated === null ? undefined : cohorts[0];
  const usable = cohorts.filter((cohort) => cohort !== old && later(cohort) > 0);
  return [usable[0], usable.findLast((cohort) => later(cohort) >= 3) ?? usable.at(-1)];
}

async function fieldsOf(context: Context, { cells }: Scene, cohort: string): Promise<Field[]> {
  const frame = await context.query(
    sql`select cohort, period, period_to, size::DOUBLE as size, n::DOUBLE as n, complete from ${cells} where cohort = ${cohort} order by period`,
  );
  return frame.rows() as unknown as Field[];
}

function differ({ plan }: Scene, a: readonly Field[], b: readonly Field[]): Difference[] {
  const pairs = a.flatMap((field) => {
    const other = b.find(({ period }) => period === field.period);
    const drawn = field.period > 0 || !startIsWhole(plan);
    return other && drawn && field.complete && other.complete ? [[field, other] as const] : [];
  });
  const strict = 1 - (1 - plan.level) / pairs.length;
  return pairs.map(([first, second]) => {
    const [p, q] = [first, second].map(({ n, size }) => ({ successes: n, trials: size })) as [Parts, Parts];
    const all = newcombeDifference(q, p, strict);
    return { a: first, b: second, ...newcombeDifference(q, p, plan.level), clear: all.low > 0 || all.high < 0 };
  });
}
type Parts = { successes: number; trials: number };

function rowOf({ a, b, value, low, high, clear }: Difference): Row {
  return {
    period: a.period,
    period_to: a.period_to,
    cohort_a: a.cohort,
    n_a: a.n,
    size_a: a.size,
    value_a: a.n / a.size,
    cohort_b: b.cohort,
    n_b: b.n,
    size_b: b.size,
    value_b: b.n / b.size,
    difference: value,
    low,
    high,
    clear,
    fewest: Math.min(a.n, b.n),
  };
}

const TYPES: Readonly<Record<string, Sql>> = {
  period: sql`INTEGER`,
  period_to: sql`INTEGER`,
  cohort_a: sql`VARCHAR`,
  n_a: sql`BIGINT`,
  size_a: sql`BIGINT`,
  value_a: sql`DOUBLE`,
  cohort_b: sql`VARCHAR`,
  n_b: sql`BIGINT`,
  size_b: sql`BIGINT`,
  value_b: sql`DOUBLE`,
  difference: sql`DOUBLE`,
  low: sql`DOUBLE`,
  high: sql`DOUBLE`,
  clear: sql`BOOLEAN`,
  fewest: sql`BIGINT`,
};
const EMPTY: Row = Object.fromEntries(Object.keys(TYPES).map((name) => [name, null]));

function valuesSql(rows: readonly Row[]): Sql {
  const names = Object.keys(TYPES);
  const columns = names.map((name) => sql`${ident(name)}::${TYPES[name] as Sql} as ${ident(name)}`);
  const lines = rows.map((row) => sql`(${join(names.map((name) => literal(row[name] ?? null)))})`);
  return sql`select ${join(columns)} from (values ${join(lines)}) v(${join(names.map((name) => ident(name)))})`;
}

function show(context: Context, scene: Scene, differences: readonly Difference[], rows: readonly Row[]): void {
  const { plan } = scene;
  const first = differences[0] as Difference;
  const clear = quantity(differences.filter((difference) => difference.clear).length, 'count');
  const names = { a: nameOf(plan, first.a.cohort), b: nameOf(plan, first.b.cohort) };
  const counts = { n: quantity(differences.length, 'count'), clear };
  const points = quantity(first.value, 'points', { low: first.low, high: first.high, level: plan.level });
  context.fact('difference', points);
  context.show({
    kind: 'chart',
    id: 'comparison',
    chart: 'comparison',
    title: text('comparison.title', names),
    subtitle: text('comparison.subtitle', { ...counts, level: quantity(plan.level, 'share') }),
    alt: text('comparison.alt', { ...names, ...counts, ...unitArgs(plan), when: whenOf(plan, first.a), difference: points }),
    data: rows,
    columns: COLUMNS.filter(({ name }) => name !== 'period_to' || plan.retention === 'bracket'),
    args: {
      grain: plan.calendar.grain,
      byTime: plan.byTime,
      acquired: plan.cohortBy === 'acquired_at',
      retention: plan.retention,
      brackets: plan.retention === 'bracket',
      recurring: false,
    },
    ...GROUPED,
  });
  context.check({ id: 'comparison', severity: 'note', text: text('check.comparison', { ...names, ...counts }) });
}

const COLUMNS = [
  { name: 'period', unit: 'number' },
  { name: 'period_to', unit: 'number' },
  { name: 'cohort_a' },
  { name: 'n_a', unit: 'customers' },
  { name: 'size_a', unit: 'customers' },
  { name: 'value_a', unit: 'share' },
  { name: 'cohort_b' },
  { name: 'n_b', unit: 'customers' },
  { name: 'size_b', unit: 'customers' },
  { name: 'value_b', unit: 'share' },
  { name: 'difference', unit: 'points' },
  { name: 'low', unit: 'points' },
  { name: 'high', unit: 'points' },
  { name: 'clear' },
] as const;
