import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { cacheFolder } from '../../src/cli/paths.mjs';

/** The columns of the benchmark's orders, by role. */
export const COLUMNS = { customer: 'customer_id', time: 'order_date', amount: 'amount', channel: 'channel' };

export interface BenchFiles {
  csv: string;
  parquet: string;
}

/** Files of `orders` rows: a tenth as many customers, 1,000 days up to 2024-09-30; the same for the same number. Kept for the next time. */
export async function benchFiles(connection: DuckDBConnection, orders: number): Promise<BenchFiles> {
  const folder = join(cacheFolder, 'bench');
  mkdirSync(folder, { recursive: true });
  const files = { csv: join(folder, `tx-${orders}.csv`), parquet: join(folder, `tx-${orders}.parquet`) };
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
