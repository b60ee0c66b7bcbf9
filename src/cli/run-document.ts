import type { CellLibrary } from '../cell/index.ts';
import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import type { NotebookDocument } from '../notebook/document.ts';
import { outputName } from '../notebook/names.ts';
import { type CellState, createRuntime } from '../runtime/index.ts';
import type { AppError } from '../util/app-error.ts';
import { APP_VERSION } from '../util/app-version.ts';
import { ident, sql } from '../util/sql.ts';
import { Compute } from '../workers/compute.ts';
import { viewName } from '../workers/run-tables.ts';

/** A status whose error is plain JSON, its message included. */
type PlainStatus =
  | Exclude<CellState['status'], { kind: 'failed' }>
  | { kind: 'failed'; error: Pick<AppError, 'code' | 'message' | 'fields'> };

/** What came of one cell, as the terminal prints it. */
export interface RanCell {
  id: string;
  type: string;
  name: string | null;
  status: PlainStatus;
  facts: unknown;
  checks: unknown;
  tables: readonly unknown[];
  views: unknown;
  provenance: unknown;
}

/** Runs a document whose sources are in the engine, by the page's own runtime, and reads `rows` rows of each table. */
export async function runDocument(
  document: NotebookDocument,
  connector: Connector,
  library: CellLibrary,
  rows: number,
  absent: readonly string[] = [],
): Promise<RanCell[]> {
  const executor = new Compute(connector, library);
  const runtime = createRuntime({ executor, library, engine: connector.version, app: APP_VERSION });
  runtime.update(document, { absent });
  await runtime.settled();
  const ran: RanCell[] = [];
  for (const cell of document.cells) {
    const { status, shown } = runtime.state(cell.id);
    const name = outputName(cell);
    const tables: unknown[] = [];
    for (const table of shown?.tables ?? []) {
      const view = viewName(name ?? '', cell.type === 'sql' ? '' : table.name);
      const frame = decode(await connector.query(sql`SELECT * FROM ${ident('main', view)} LIMIT ${rows}`));
      tables.push({ ...table, view, data: frame.rows() });
    }
    const { facts = [], checks = [], views = [], provenance = null } = shown ?? {};
    ran.push({ id: cell.id, type: cell.type, name, status: plain(status), facts, checks, tables, views, provenance });
  }
  runtime.dispose();
  return ran;
}

/** Why a cell gave no result, in one line, or null where it did. */
export function whyNot({ id, name, status }: RanCell): string | null {
  const who = name ?? id;
  if (status.kind === 'done' || status.kind === 'idle') return null;
  if (status.kind === 'failed') return `${who}: ${oneLine(status.error.message)}`;
  if (status.kind !== 'blocked') return `${who}: ${status.kind}`;
  const { reason } = status;
  if (reason.kind === 'needs') return `${who}: missing roles: ${reason.missing.map((roles) => roles.join(' and ')).join(', or ')}`;
  if (reason.kind === 'source') return `${who}: missing file: ${reason.sources.map((source) => source.name).join(', ')}`;
  if (reason.kind === 'upstream') return `${who}: waits for cells without a result: ${reason.cells.join(', ')}`;
  if (reason.kind === 'cycle') return `${who}: cells read each other in a circle: ${reason.cells.join(', ')}`;
  return `${who}: several cells have the same name: ${reason.name}`;
}

function plain(status: CellState['status']): PlainStatus {
  if (status.kind !== 'failed') return status;
  const { code, message, fields } = status.error;
  return { kind: 'failed', error: { code, message, fields } };
}

/** Engines write over several lines; a terminal's error has one. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
