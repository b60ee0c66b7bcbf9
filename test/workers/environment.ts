import type { RoleId } from '../../src/cell/index.ts';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import type { Source } from '../../src/notebook/document.ts';
import type { AnalysisJob, Environment, SqlJob } from '../../src/runtime/executor.ts';
import { ident, Sql, sql } from '../../src/util/sql.ts';

export const KEY = 'a'.repeat(16);

/** A table in `raw` as a source of a notebook. */
export async function load(connector: Connector, id: string, select: Sql): Promise<Source> {
  await connector.exec(sql`CREATE OR REPLACE TABLE ${ident('raw', id)} AS ${select}`);
  const columns = await connector.columns({ schema: 'raw', name: id });
  const rows = decode(await connector.query(sql`SELECT count(*) AS n FROM ${ident('raw', id)}`)).numbers('n')[0] ?? 0;
  return { id, name: `${id}.csv`, origin: { kind: 'file' }, fingerprint: `f-${id}`, bytes: 0, rows, columns, options: {} };
}

/** Six orders of three customers. */
export function loadOrders(connector: Connector): Promise<Source> {
  return load(
    connector,
    'orders',
    new Sql(`SELECT col0 AS "customer", col1::DATE AS "time", col2::DOUBLE AS "amount", col3 AS "channel" FROM (VALUES
      ('ann', '2024-01-05', 5, 'web'), ('ann', '2024-02-05', 4, 'shop'), ('ann', '2024-03-01', 3, 'web'),
      ('李', '2024-01-01', 2, 'web'), ('李', '2024-05-01', 3, 'app'), ('o''neil"', '2024-02-02', 1, 'shop'))`),
  );
}

/** A notebook with one table, each column bound to the role of its name. */
export function environmentOf(source: Source, table: 'orders' | 'customers' | 'order_lines' = 'orders'): Environment {
  return {
    sources: [source],
    bindings: [{ table, source: source.id, columns: Object.fromEntries(source.columns.map(({ name }) => [name, { column: name }])) }],
    definitions: { currency: 'EUR', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [] },
    scope: { consent: false, segments: [], active: null },
  };
}

export function analysis(cell: string, more: Partial<AnalysisJob> = {}): AnalysisJob {
  const bound: RoleId[] = ['orders.customer', 'orders.amount'];
  return { kind: 'analysis', id: 'c1', runKey: KEY, alias: cell, cell, params: {}, bound, ...more };
}

export function sqlJob(code: string, name: string): SqlJob {
  return { kind: 'sql', id: 'c2', runKey: KEY, alias: name, code };
}
