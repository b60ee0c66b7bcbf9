import type { Connector } from '../engine/connector.ts';
import { drop, rejectedTable, rowsTable } from './raw-table.ts';

/** Removes a source's rows and its rejected ones from the engine. */
export async function dropSource(connector: Connector, source: string): Promise<void> {
  await drop(connector, rowsTable(source));
  await drop(connector, rejectedTable(source));
}
