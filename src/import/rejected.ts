import { int64, utf8 } from '@uwdata/flechette';
import { decode } from '../engine/arrow.ts';
import type { Connector } from '../engine/connector.ts';
import { toDelimited } from '../util/delimited.ts';
import { ident, join, sql } from '../util/sql.ts';
import { batchToIpc, Nulls } from './columns/batch.ts';
import type { Rejected, RejectedRow } from './options.ts';
import { partTable, quoted, rejectedTable } from './raw-table.ts';

/** Kept of what was rejected; all of it is counted. */
const KEPT = 1_000_000;
/** Handed back with the import. */
const FIRST = 100;
const LONGEST_TEXT = 1_000;
const BATCH = 20_000;

/** Collects what an import could not read, and writes it to the source's table of rejected rows. */
export class RejectedRows {
  #pending: RejectedRow[] = [];
  readonly #first: RejectedRow[] = [];
  readonly #values: Record<string, number> = {};
  #count = 0;
  #rows = 0;

  constructor(
    readonly connector: Connector,
    readonly source: string,
  ) {}

  async create(): Promise<void> {
    const table = quoted(partTable(rejectedTable(this.source)));
    await this.connector.exec(sql`create or replace table ${table} ("line" bigint, "column" varchar, "reason" varchar, "text" varchar)`);
  }

  add(row: RejectedRow): void {
    this.#count++;
    if (row.column === '') this.#rows++;
    else this.#values[row.column] = (this.#values[row.column] ?? 0) + 1;
    if (this.#count > KEPT) return;
    const kept = row.text.length > LONGEST_TEXT ? { ...row, text: row.text.slice(0, LONGEST_TEXT) } : row;
    if (this.#first.length < FIRST) this.#first.push(kept);
    this.#pending.push(kept);
  }

  /** Whether the text of another one would be kept: decoding it is most of the cost. */
  get keeps(): boolean {
    return this.#count < KEPT;
  }

  /** Writes what is waiting; `all` also writes a small rest. */
  async flush(all = false): Promise<void> {
    if (this.#pending.length === 0 || (!all && this.#pending.length < BATCH)) return;
    const rows = this.#pending;
    this.#pending = [];
    const lines = BigInt64Array.from(rows, ({ line }) => BigInt(line));
    const ipc = batchToIpc(
      ['line', 'column', 'reason', 'text'],
      [
        { type: int64(), length: rows.length, values: lines, nulls: new Nulls(rows.length) },
        textColumn(rows.map(({ column }) => column)),
        textColumn(rows.map(({ reason }) => reason)),
        textColumn(rows.map(({ text }) => text)),
      ],
    );
    await this.connector.insertArrow(partTable(rejectedTable(this.source)), ipc, 'append');
  }

  summary(): Rejected {
    return { count: this.#count, rows: this.#rows, values: { ...this.#values }, first: [...this.#first] };
  }
}

function textColumn(texts: readonly string[]) {
  const encoded = texts.map((text) => new TextEncoder().encode(text.replaceAll('\0', '\uFFFD')));
  const offsets = new Int32Array(texts.length + 1);
  for (const [i, bytes] of encoded.entries()) offsets[i + 1] = (offsets[i] as number) + bytes.length;
  const values = new Uint8Array(offsets[texts.length] as number);
  for (const [i, bytes] of encoded.entries()) values.set(bytes, offsets[i]);
  return { type: utf8(), length: texts.length, values, offsets, nulls: new Nulls(texts.length) };
}

/** All rejected rows of a source as CSV (UTF-8 with a byte order mark, so that spreadsheets read every script). */
export async function rejectedRows(connector: Connector, source: string): Promise<Blob> {
  const header = ['line', 'column', 'reason', 'text'];
  const parts = [`\uFEFF${toDelimited([header], 'csv')}`];
  const table = rejectedTable(source);
  if ((await connector.tables()).some(({ schema, name }) => schema === table.schema && name === table.name)) {
    const columns = join(header.map((name) => ident(name)));
    const frame = decode(await connector.query(sql`select ${columns} from ${quoted(table)} order by "line", "column"`));
    parts.push(
      toDelimited(
        frame.rows().map((row) => header.map((name) => row[name] ?? null)),
        'csv',
      ),
    );
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
