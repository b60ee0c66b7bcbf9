import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import type { FrameValue } from '../util/frame.ts';
import { ident, join, sql } from '../util/sql.ts';
import { columnsOf } from './page.ts';
import type { RunTables } from './run-tables.ts';

export interface CsvOptions {
  /** Puts an apostrophe before text that a spreadsheet would run as a formula. Off unless asked for: it alters values. */
  guardFormulas?: boolean;
}

const ROWS_A_TIME = 100_000;

/**
 * A whole table of `main` as CSV after RFC 4180: UTF-8 with a byte order mark, lines that end in CR LF, quotes where
 * a value needs them, NULL as nothing. It is read in parts, so that only text is ever held whole.
 */
export async function tableCsv(
  connector: Connector,
  tables: RunTables,
  table: string,
  options: CsvOptions = {},
  signal?: AbortSignal,
): Promise<Blob> {
  const behind = tables.behind(table);
  const names = (behind?.columns ?? (await columnsOf(connector, table))).map(({ name }) => name);
  const from = behind ? ident('run', behind.physical) : ident('main', table);
  const field = options.guardFormulas ? (value: FrameValue) => csvField(guarded(value)) : csvField;
  const parts: Blob[] = [new Blob([`\uFEFF${names.map(field).join(',')}\r\n`])];
  for (let offset = 0; ; offset += ROWS_A_TIME) {
    const select = sql`SELECT ${join(names.map((name) => ident(name)))} FROM ${from} LIMIT ${ROWS_A_TIME} OFFSET ${offset}`;
    const frame = decode(await connector.query(select, signal));
    const columns = frame.names.map((name) => frame.values(name));
    let lines = '';
    for (let row = 0; row < frame.size; row++) {
      for (let c = 0; c < columns.length; c++) lines += (c > 0 ? ',' : '') + field(columns[c]?.[row] ?? null);
      lines += '\r\n';
    }
    if (lines) parts.push(new Blob([lines]));
    if (frame.size < ROWS_A_TIME) return new Blob(parts, { type: 'text/csv;charset=utf-8' });
  }
}

function csvField(value: FrameValue): string {
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(value: FrameValue): FrameValue {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
