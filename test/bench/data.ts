import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cacheFolder } from '../../src/cli/paths.mjs';
import { createRandom } from '../../src/stats/random.ts';
import { shopCustomers } from './shop.ts';

/** The columns of the benchmark's orders, by role. */
export const COLUMNS = { customer: 'customer_id', time: 'order_date', amount: 'amount', channel: 'channel' };

export interface BenchFiles {
  csv: string;
  parquet: string;
}

/** Files of `orders` rows: a tenth as many customers, 1,000 days up to 2024-09-30; the same for the same number. Kept for the next time. */
export async function benchFiles(connection: DuckDBConnection, orders: number): Promise<BenchFiles> {
  const files = { csv: cached(`tx-${orders}.csv`), parquet: cached(`tx-${orders}.parquet`) };
  if (existsSync(files.csv) && existsSync(files.parquet)) return files;
  const uniform = (salt: number) => `(hash(i * 8 + ${salt}) >> 11)`;
  const select = `select (${uniform(0)} % ${Math.ceil(orders / 10)})::integer as customer_id,
      date '2022-01-05' + (${uniform(1)} % 1000)::integer as order_date,
      round(5 + 400 * power((${uniform(2)} % 1000000) / 1000000.0, 3), 2)::double as amount,
      ['web', 'app', 'store', 'partner'][1 + (${uniform(3)} % 4)::integer] as channel
    from range(${orders}) as r(i)`;
  await connection.run(`copy (${select}) to '${files.csv}' (header)`);
  await connection.run(`copy (${select}) to '${files.parquet}' (format parquet)`);
  return files;
}

const LAST_DAY = Date.UTC(2024, 8, 30);

/** A CSV file of the first so many orders of a shop whose customers come, buy by a known model and leave. */
export function shopFile(orders: number): string {
  const path = cached(`shop-${orders}.csv`);
  if (existsSync(path)) return path;
  const random = createRandom(8);
  const lines = ['customer_id,order_date,amount'];
  let id = 0;
  for (const { age, days, spend } of shopCustomers(orders)) {
    id++;
    for (const day of [0, ...days]) {
      const date = new Date(LAST_DAY - (age - day) * 864e5).toISOString().slice(0, 10);
      lines.push(`${id},${date},${(spend * (0.5 + random.uniform())).toFixed(2)}`);
    }
    if (lines.length > orders) break;
  }
  writeFileSync(path, `${lines.slice(0, orders + 1).join('\n')}\n`);
  return path;
}

/** A CSV file of answers to three questions, each respondent answering all of them on one of 700 days. */
export async function surveyFile(connection: DuckDBConnection, answers: number): Promise<string> {
  const path = cached(`survey-${answers}.csv`);
  if (existsSync(path)) return path;
  const uniform = (salt: number, of: string) => `(hash(${of} * 4 + ${salt}) >> 11)`;
  await connection.run(`copy (select i // 3 as respondent, ['recommend', 'overall', 'effort'][1 + i % 3] as question,
      case i % 3 when 0 then ${uniform(0, 'i')} % 11 when 1 then 1 + ${uniform(0, 'i')} % 5 else 1 + ${uniform(0, 'i')} % 7 end as score,
      date '2022-11-01' + (${uniform(1, '(i // 3)')} % 700)::integer as time
    from range(${answers}) as r(i)) to '${path}' (header)`);
  return path;
}

function cached(name: string): string {
  const folder = join(cacheFolder, 'bench');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}
