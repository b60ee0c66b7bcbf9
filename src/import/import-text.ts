import { AppError, throwIfCancelled } from '../util/app-error.ts';
import { macrotask } from '../util/breathe.ts';
import { ident, join, personsSql, type Sql, sql } from '../util/sql.ts';
import { batchToIpc } from './columns/batch.ts';
import { type ColumnReader, readerFor } from './columns/reader.ts';
import type { ImportContext } from './import-file.ts';
import type { TextOptions } from './options.ts';
import { quoted } from './raw-table.ts';
import { CHUNK, nameOf, readChunks } from './text/chunks.ts';
import { dialectOf } from './text/dialect.ts';
import { decodeField, emptyRecords, type Records } from './text/records.ts';
import { type FaultyRecord, scanRecords } from './text/scan.ts';

/**
 * Rows of a batch: one of the engine's row groups, as inserts of odd sizes cost it up to three times as much; of wide
 * tables fewer, so that a batch stays small enough that a cancel is soon heard.
 */
const BATCH = 122_880;
const MOST_FIELDS = 32 * BATCH;
/** A batch is not kept waiting for more rows once its text is that long. */
const MOST_BYTES = 4 * CHUNK;
/** A line longer than this is no line: most likely another kind of file. */
const LONGEST_LINE = 64 << 20;

/**
 * Reads delimited text into a table. The text is cut into records and columns here and handed to the engine as Arrow,
 * batch by batch, the next being read while one is inserted: rows and bytes are known at any time, a cancel is heard
 * between batches, and memory stays flat however large the file. Returns the number of rows.
 */
export async function importText(context: ImportContext, options: TextOptions): Promise<number> {
  const { connector, part, file, rejected, signal } = context;
  const dialect = dialectOf(options);
  const decode = (records: Records, index: number) => decodeField(records, index, options.quote, options.escape);
  const width = options.columns.length;
  const names = options.columns.map(({ name }) => name);
  const readers = options.columns.map((column) => readerFor(column, decode));
  const types = readers.map(({ sqlType }) => sqlType);
  const fields = names.map((name, i) => sql`${ident(name)} ${typeOf(readers[i] as ColumnReader)}`);
  await connector.exec(sql`create or replace table ${quoted(part)} (${join(fields)})`, signal);

  const records = emptyRecords(width, Math.max(1, Math.min(BATCH, Math.floor(MOST_FIELDS / width))));
  const state = { position: 0, line: 1 };
  let toSkip = options.skip;
  let heading = options.header;
  let end = 0;
  let rows = 0;
  let inserting: Promise<void> = Promise.resolve();

  const fault = (record: FaultyRecord) => {
    const text = rejected.keeps
      ? new TextDecoder().decode(records.bytes.subarray(record.start, Math.min(record.end, record.start + 4_000)))
      : '';
    if (heading && record.line === options.skip + 1) heading = false;
    else rejected.add({ line: record.line, column: '', reason: record.code, text });
  };

  const flush = async (): Promise<void> => {
    if (records.count === 0) return;
    const batches = readers.map((reader, c) =>
      reader.read(records, c, (record, column, reason) => {
        const text = rejected.keeps ? decode(records, record * width + column) : '';
        rejected.add({ line: records.lines[record] as number, column: names[column] as string, reason, text });
      }),
    );
    const ipc = batchToIpc(names, batches);
    await inserting;
    throwIfCancelled(signal);
    for (const [c, reader] of readers.entries()) {
      if (reader.sqlType === types[c]) continue;
      types[c] = reader.sqlType;
      await connector.exec(sql`alter table ${quoted(part)} alter column ${ident(names[c] as string)} type ${typeOf(reader)}`, signal);
    }
    rows += records.count;
    records.count = 0;
    inserting = connector.insertArrow(part, ipc, 'append');
    inserting.catch(() => {});
    await rejected.flush();
  };

  try {
    for await (const chunk of readChunks(file, options.encoding)) {
      // a waiting batch points into the buffer: it is cut down only when there is none
      const from = records.count > 0 ? 0 : state.position;
      records.bytes = withRoom(records.bytes, from, end, chunk.bytes.length);
      end = end - from + chunk.bytes.length;
      state.position -= from;
      records.bytes.set(chunk.bytes, end - chunk.bytes.length);
      if (end > LONGEST_LINE)
        throw new AppError('import.line_too_long', `line too long: ${state.line}`, { file: nameOf(file), line: state.line });
      for (; toSkip > 0; toSkip--) {
        const newline = records.bytes.indexOf(dialect.newline, state.position);
        if (newline < 0 || newline >= end) break;
        state.position = newline + 1;
        state.line++;
      }
      if (toSkip > 0 && !chunk.last) continue;
      for (let more = true; more; ) {
        scanRecords(records, state, end, chunk.last, dialect, fault);
        if (heading && records.count > 0) {
          heading = false;
          dropFirst(records);
          continue;
        }
        more = records.count === records.lines.length;
        if (more || end > MOST_BYTES || (chunk.last && records.count > 0)) await flush();
        await macrotask();
        throwIfCancelled(signal);
        context.onProgress({ phase: 'reading', bytes: chunk.position - (end - state.position), ofBytes: file.size, rows });
      }
    }
  } finally {
    await inserting.catch(() => {});
  }
  await inserting;
  return rows;
}

// one of a handful of type names of our own
const typeOf = (reader: ColumnReader): Sql => personsSql(reader.sqlType);

/** Moves what is left from `from` to the front, and makes the buffer larger where `more` would not fit behind it. */
function withRoom(buffer: Uint8Array, from: number, end: number, more: number): Uint8Array {
  const left = end - from;
  if (left + more < buffer.length) {
    buffer.copyWithin(0, from, end);
    return buffer;
  }
  const larger = new Uint8Array(2 * (left + more) + 1);
  larger.set(buffer.subarray(from, end));
  return larger;
}

function dropFirst(records: Records): void {
  const { width } = records;
  records.starts.copyWithin(0, width);
  records.ends.copyWithin(0, width);
  records.escaped.copyWithin(0, width);
  records.lines.copyWithin(0, 1);
  records.count--;
}
