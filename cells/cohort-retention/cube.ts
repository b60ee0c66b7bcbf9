import type { Sql } from '../../src/cell/index.ts';
import { fitsMask, maskCube, maskPeople } from './masks.ts';
import { makePairs, pairCube, pairPeople } from './pairs.ts';
import type { Context, Plan } from './plan.ts';

/**
 * `cohort, start, size, j, n, x, xx, xb`: for those who started in one period (and are of one group), in each column j:
 * how many there are, how many of them were active, the sum of the measure, of its square, and of its product with the
 * measure in the column that it is held against. Every (cohort, start) has every j, also those that lie in the future.
 */
export interface Cube {
  cube: Sql;
  /** `customer, cohort, start`: one row a customer. */
  people: Sql;
  /** `customer, p, visits`, or null where `people` carries a mask m. */
  pairs: Sql | null;
}

/** Reads the orders and makes the cube, by the faster way that this data and these parameters allow. */
export async function makeCube(context: Context, plan: Plan): Promise<Cube> {
  if (fitsMask(plan)) {
    const people = await maskPeople(context, plan);
    return { people, pairs: null, cube: await context.scratch('cube', maskCube(plan, people)) };
  }
  const pairs = await makePairs(context, plan);
  const people = await pairPeople(context, plan, pairs);
  return { people, pairs, cube: await context.scratch('cube', await pairCube(context, plan, pairs, people)) };
}
