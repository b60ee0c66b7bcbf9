import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { ident, sql } from '../../src/util/sql.ts';

let shared: Promise<Connector> | undefined;

/** One engine for a test file: booting takes a second or two. `wipe` empties it. */
export function nodeEngine(): Promise<Connector> {
  shared ??= connectNode();
  return shared;
}

/** Drops every table and view of an engine. */
export async function wipe(connector: Connector): Promise<void> {
  for (const { schema, name, kind } of await connector.tables()) {
    await connector.exec(
      kind === 'view' ? sql`DROP VIEW IF EXISTS ${ident(schema, name)}` : sql`DROP TABLE IF EXISTS ${ident(schema, name)}`,
    );
  }
}
