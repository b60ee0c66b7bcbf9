import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** The plain queries that cells are held against, as one writes them first. */
export const PLAIN = {
  rfm: `create or replace table rfm as
    with a as (select customer_id, date_diff('day', max(order_date), date '2024-10-01') recency, count(*) frequency, sum(amount) monetary
      from tx group by 1)
    select *, ntile(5) over (order by recency desc) r, ntile(5) over (order by frequency) f, ntile(5) over (order by monetary) m from a`,
  cohort: `with c as (select customer_id, min(date_trunc('month', order_date)) cohort from tx group by 1)
    select cohort, date_diff('month', cohort, order_date) k, count(distinct customer_id) n
    from tx join c using (customer_id) group by 1, 2 order by 1, 2`,
};

/** Native DuckDB on one thread, as the browser has it. */
export async function connectNative(): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  await connection.run('set threads = 1');
  return connection;
}

/** Milliseconds that a statement takes, its rows fetched. */
export async function timed(connection: DuckDBConnection, statement: string): Promise<number> {
  const since = performance.now();
  await connection.runAndReadAll(statement);
  return performance.now() - since;
}

export const importCsv = (path: string) => `create or replace table tx as select * from read_csv('${path}')`;
export const importParquet = (path: string) => `create or replace table tx as select * from read_parquet('${path}')`;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
