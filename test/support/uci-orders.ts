import { readFile } from 'node:fs/promises';
import type { Connector } from '../../src/engine/connector.ts';
import { sql } from '../../src/util/sql.ts';

/**
 * The UCI online retail orders as Arrow IPC bytes: a row a line of an invoice, with quantity and price above 0 and a
 * customer (397,884 rows), with the columns `order_id, customer, time, amount`.
 */
export async function uciOrders(path: string, connector: Connector): Promise<Uint8Array> {
  const { readParquet } = await import('parquet-wasm/node');
  const ipc = readParquet(new Uint8Array(await readFile(path))).intoIPCStream();
  await connector.insertArrow({ schema: 'raw', name: 'uci' }, ipc);
  return connector.query(sql`select InvoiceNo as order_id, CustomerID::BIGINT as customer, InvoiceDate::TIMESTAMP as time,
      Quantity * UnitPrice::DOUBLE as amount
    from raw.uci where Quantity > 0 and UnitPrice > 0 and CustomerID is not null`);
}
