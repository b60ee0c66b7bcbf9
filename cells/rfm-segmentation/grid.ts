import { type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import { revenueOf } from './customers.ts';
import type { RfmParams } from './params.ts';

/** Customers with the same three scores, summed: at most a thousand rows, out of which the first views are made. */
export interface GridCell {
  r: number;
  f: number;
  m: number;
  segment: string;
  sums: Sums;
}

export interface Sums {
  customers: number;
  revenue: number;
  /** Sum of `monetary`: the revenue, or the sum of each customer's mean order. */
  monetary: number;
  orders: number;
  /** Days since the last purchase, summed over customers. */
  recency: number;
  /** Customers who bought once. */
  once: number;
  /** Customers who brought in nothing, or less. */
  unpaid: number;
}

export const NOTHING: Sums = { customers: 0, revenue: 0, monetary: 0, orders: 0, recency: 0, once: 0, unpaid: 0 };

/** Sums per combination of scores, over `select …, r, f, m`. */
export async function readGrid(context: RunContext<RfmParams>, scored: Sql, segment: Sql): Promise<GridCell[]> {
  const frame = await context.query(
    sql`select r, f, m, ${segment} as segment, count(*)::DOUBLE as customers, sum(${revenueOf(context.params)})::DOUBLE as revenue,
        sum(monetary)::DOUBLE as monetary, sum(frequency)::DOUBLE as orders, sum(recency_days)::DOUBLE as recency,
        (count(*) filter (where frequency = 1))::DOUBLE as once, (count(*) filter (where monetary <= 0))::DOUBLE as unpaid
      from (${scored}) group by r, f, m order by r desc, f desc, m desc`,
  );
  return frame.rows().map((row) => ({
    r: Number(row.r),
    f: Number(row.f),
    m: Number(row.m),
    segment: String(row.segment),
    sums: Object.fromEntries(Object.keys(NOTHING).map((name) => [name, Number(row[name])])) as unknown as Sums,
  }));
}

/** Adds up the cells of each key, in the order in which the keys first come. */
export function addUp<K>(cells: readonly GridCell[], keyOf: (cell: GridCell) => K): Map<K, Sums> {
  const groups = new Map<K, Sums>();
  for (const cell of cells) groups.set(keyOf(cell), plus(groups.get(keyOf(cell)) ?? NOTHING, cell.sums));
  return groups;
}

export const totalOf = (cells: readonly GridCell[]): Sums => cells.reduce((sum, cell) => plus(sum, cell.sums), NOTHING);

function plus(a: Sums, b: Sums): Sums {
  return Object.fromEntries(Object.entries(a).map(([name, value]) => [name, value + b[name as keyof Sums]])) as unknown as Sums;
}

/** A part of a whole, or null where that says nothing: no whole, a negative one, or figures out of range. */
export function shareOf(part: number, whole: number): number | null {
  const share = part / whole;
  return whole > 0 && Number.isFinite(share) ? share : null;
}

/** A mean, or null where there is nobody or a figure is out of range. */
export function meanOf(sum: number, count: number): number | null {
  const mean = sum / count;
  return Number.isFinite(mean) ? mean : null;
}
