import { ident, join, type Sql, sql } from '../../src/cell/index.ts';
import { periodSql } from './calendar.ts';
import { cohortJoin, whereSql } from './people.ts';
import type { Context, Plan, Span } from './plan.ts';

/** The most periods that a customer's history fits into as the bits of one number. */
const MAX_BITS = { BIGINT: 62, HUGEINT: 126 };

/** Whether customers can be counted by bit masks: one grouping of the orders, instead of one by customer and period. */
export const fitsMask = (plan: Plan): boolean => plan.measure === 'customers' && plan.last - plan.first < MAX_BITS.HUGEINT;

const typed = (plan: Plan): Sql => (plan.last - plan.first < MAX_BITS.BIGINT ? sql`BIGINT` : sql`HUGEINT`);

/** `customer, cohort, start, m, last_period`: bit k of m says that the customer bought k periods after the start. */
export async function maskPeople(context: Context, plan: Plan): Promise<Sql> {
  const { start, cohort, tail, outer } = await cohortJoin(context, plan);
  const type = typed(plan);
  const period = sql`(${periodSql(plan.calendar, sql`time`)} - ${plan.first})`;
  const active = sql`(select customer, (min(p) + ${plan.first})::INTEGER as start, (max(p) + ${plan.first})::INTEGER as stop, bit_or(1::${type} << p::${type}) as m
    from (select customer, ${period} as p from orders${whereSql(plan.visits)}) group by customer)`;
  const m = sql`${outer ? sql`coalesce(a.m, 0::${type})` : sql`a.m`} >> (${start} - ${plan.first})::${type}`;
  return context.scratch(
    'people',
    sql`select customer, ${cohort} as cohort, ${start}::INTEGER as start, ${m} as m,
      (case when a.stop >= ${start} then a.stop - ${start} end)::INTEGER as last_period from ${active} a ${tail}
      ${plan.recurring ? sql`` : sql`where ${start} >= ${plan.from}`}`,
  );
}

/** The cube (see cube.ts) by bit tests; each customer is read once. */
export function maskCube(plan: Plan, people: Sql): Sql {
  const type = typed(plan);
  const tests = plan.spans.map((span) => testSql(plan, span, type));
  const joint = plan.relativeTo === 'previous' && plan.retention !== 'unbounded';
  const columns = tests.map((test, j) => sql`count_if(${test}) as ${name('n', j)}`);
  if (joint) columns.push(...tests.map((test, j) => sql`count_if(${test} and ${tests[Math.max(j - 1, 0)] ?? test}) as ${name('b', j)}`));
  const list = (letter: string) => sql`unnest([${join(tests.map((_, j) => name(letter, j)))}])`;
  const key = plan.byTime ? sql`start` : sql`cohort, start`;
  return sql`select ${plan.byTime ? sql`NULL::VARCHAR as cohort` : sql`cohort`}, start, size, unnest(range(${tests.length}))::INTEGER as j, ${list('n')}::BIGINT as n, ${list('n')}::DOUBLE as x,
      ${list('n')}::DOUBLE as xx, ${joint ? sql`${list('b')}::DOUBLE` : sql`NULL::DOUBLE`} as xb
    from (select ${key}, count(*) as size, ${join(columns)} from ${plan.recurring ? exploded(plan, people, type) : people} group by ${key})`;
}

/** Every period in which a customer bought is a start of its own. */
function exploded(plan: Plan, people: Sql, type: Sql): Sql {
  const shifts = sql`(select unnest(range(${plan.last - plan.first + 1}))::${type} as s)`;
  return sql`(select (start + s)::INTEGER as start, m >> s as m from ${people}, ${shifts}
    where ((m >> s) & 1::${type}) = 1 and start + s >= ${plan.from})`;
}

/** Whether a customer counts in a span. */
function testSql({ retention, first, last }: Plan, { from, to }: Span, type: Sql): Sql {
  const bit = (k: number) => sql`(1::${type} << ${k}::${type})`;
  if (retention === 'unbounded') return sql`m >= ${bit(from)}`;
  if (from === to) return sql`(m & ${bit(from)}) <> 0`;
  return sql`(m & (${bit(Math.min(to, last - first) + 1)} - ${bit(from)})) <> 0`;
}

const name = (letter: string, j: number): Sql => ident(`${letter}${j}`);
