import { type Sql, sql } from '../../src/cell/index.ts';
import type { Context, Plan } from './plan.ts';
import type { Profile } from './profile.ts';
import { type Extent, type Field, type Point, readCurve, readExtent, readFields } from './read.ts';

/** All that views and checks are made of. */
export interface Scene {
  plan: Plan;
  profile: Profile;
  cells: Sql;
  /** Of the cohorts that are shown, in the order of the table. */
  fields: readonly Field[];
  curve: readonly Point[];
  extent: Extent;
  /** Names of the cohorts that are shown. */
  cohorts: readonly string[];
  /** How many times the first cohort is larger than those after it, where it looks like old customers; else null. */
  truncated: number | null;
}

export async function readScene(context: Context, plan: Plan, profile: Profile, cells: Sql, curve: Sql): Promise<Scene> {
  const fields = await readFields(context, plan, cells);
  const extent = await readExtent(context, cells);
  const cohorts = [...new Set(fields.map(({ cohort }) => cohort))];
  const truncated = await truncationOf(context, plan, cells);
  return { plan, profile, cells, fields, curve: await readCurve(context, curve), extent, cohorts, truncated };
}

/** A first cohort this many times as large as the next ones is not made of new customers alone. */
const TOO_LARGE = 1.5;

/** Cohorts of first orders can hold old customers only where they begin with the data. */
async function truncationOf(context: Context, plan: Plan, cells: Sql): Promise<number | null> {
  if (plan.cohortBy !== 'first_order' || plan.recurring || plan.from > plan.first) return null;
  const frame = await context.query(sql`select size::DOUBLE as size from ${cells} where period = 0 order by cohort_start limit 7`);
  const [first, ...next] = frame.numbers('size');
  const sorted = next.sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (first === undefined || middle === undefined || sorted.length < 3) return null;
  return first >= 30 && first > TOO_LARGE * middle ? first / middle : null;
}

/** The points of the mean that complete periods stand behind, without a start that is 100% anyway. */
export const solid = (scene: Scene): Point[] => scene.curve.filter((point) => point.complete && point.period > 0 && point.value !== null);

/** Those of them that are the mean of several cohorts, where there are several: one cohort alone is no trend. */
export function founded(scene: Scene): Point[] {
  const least = leastCohorts(scene);
  return solid(scene).filter(({ cohorts }) => cohorts >= least);
}

/** How many cohorts a mean has to be of: three, where there are as many. */
export const leastCohorts = (scene: Scene): number => Math.min(3, solid(scene)[0]?.cohorts ?? 1);

/** The field of a cohort in the first column after the start, where it is complete. */
export function nextFields(scene: Scene): Field[] {
  const next = scene.plan.spans[1]?.from;
  return scene.fields.filter((field) => field.period === next && field.complete && field.value !== null);
}
