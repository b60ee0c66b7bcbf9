import { AppError } from '../util/app-error.ts';
import type { Preview, PreviewNote, TextChoices, TextOptions } from './options.ts';
import { sniffColumn } from './sniff/column.ts';
import { sniffHeader } from './sniff/header.ts';
import { type Layout, layoutFor, sniffLayout } from './sniff/layout.ts';
import { uniqueNames } from './sniff/names.ts';
import { dialectOf } from './text/dialect.ts';
import { decodeField, emptyRecords, type Records } from './text/records.ts';
import type { TextSample } from './text/sample.ts';
import { scanRecords } from './text/scan.ts';
import { skipLines } from './text/skip-lines.ts';

const SHOWN_ROWS = 50;
/** Fields of a piece that are looked at. */
const MOST_FIELDS = 4_000_000;

/** What a delimited text file holds, from a sample of it. */
export function previewText(file: File, sample: TextSample, choices: TextChoices): Preview {
  const head = sample.pieces[0] as Uint8Array;
  const layout = layoutOf(head, choices);
  const pieces = sample.pieces.map((piece, i) => scanPiece(piece, layout, i === 0 ? layout.skip : 0));
  const top = pieces[0] as Scanned;
  if (top.records.count === 0) throw new AppError('import.no_columns', `no columns found in file: ${file.name}`, { file: file.name });

  const row = (records: Records, r: number): string[] =>
    Array.from({ length: layout.width }, (_, c) => decodeField(records, r * layout.width + c, layout.quote, layout.escape));
  const firstRows = Array.from({ length: Math.min(SHOWN_ROWS + 1, top.records.count) }, (_, r) => row(top.records, r));
  const header = choices.header ?? sniffHeader(firstRows[0] as string[], firstRows.slice(1));
  const sources = header
    ? (firstRows[0] as string[]).map((name) => name.replaceAll('\0', '').trim())
    : Array.from({ length: layout.width }, () => '');
  const names = uniqueNames(sources);
  // without its heading, the first piece is like the others
  const bodies = pieces.map((piece, i) => (i === 0 && header ? withoutFirst(piece.records) : piece.records));
  const commaLikely = layout.delimiter === ';';
  const found = names.map((name, c) => sniffColumn(bodies, c, { name, source: sources[c] as string }, layout, commaLikely));

  const options: TextOptions = {
    format: 'text',
    encoding: sample.encoding,
    delimiter: layout.delimiter,
    quote: layout.quote,
    escape: layout.escape,
    newline: layout.newline,
    header,
    skip: layout.skip,
    columns: found.map(({ option }) => option),
  };
  const read = bodies.reduce((n, records) => n + records.count, 0);
  const bytes = pieces.reduce((n, piece) => n + piece.bytes, 0);
  const count = sample.whole && !top.more ? read : Math.round((read / Math.max(1, bytes)) * file.size);
  const faults = pieces.reduce((n, piece) => n + piece.faults, 0);
  return {
    name: file.name,
    bytes: file.size,
    options,
    columns: found.map(({ column }) => column),
    rows: firstRows.slice(header ? 1 : 0, SHOWN_ROWS + (header ? 1 : 0)),
    rowsInFile: { count, exact: sample.whole && !top.more },
    notes: notes({
      nul: sample.pieces.some((piece) => piece.includes(0)),
      options,
      sources,
      names,
      rows: read,
      faults,
      ambiguousEncoding: choices.encoding === undefined && sample.encoding !== 'utf-8',
    }),
  };
}

function layoutOf(head: Uint8Array, choices: TextChoices): Layout {
  const beginning = head.subarray(0, head.length > 256 << 10 ? Math.max(head.lastIndexOf(10, 256 << 10) + 1, 1) : head.length);
  const enough = beginning.length < 4096 ? head : beginning;
  const sniffed = sniffLayout(enough);
  return choices.delimiter === undefined || choices.delimiter === sniffed.delimiter
    ? sniffed
    : layoutFor(enough, { ...sniffed, delimiter: choices.delimiter });
}

interface Scanned {
  records: Records;
  faults: number;
  bytes: number;
  /** There was more in the piece than was looked at. */
  more: boolean;
}

function scanPiece(piece: Uint8Array, layout: Layout, skip: number): Scanned {
  const dialect = dialectOf(layout);
  const lines = Math.ceil(piece.length / Math.max(1, layout.width)) + 1;
  const records = emptyRecords(layout.width, Math.max(1, Math.min(lines, Math.floor(MOST_FIELDS / layout.width))));
  records.bytes = new Uint8Array(piece.length + 1);
  records.bytes.set(piece);
  const start = skipLines(records.bytes, skip, dialect.newline, piece.length);
  const state = { position: start, line: skip + 1 };
  let faults = 0;
  scanRecords(records, state, piece.length, true, dialect, () => faults++);
  return { records, faults, bytes: state.position - start, more: state.position < piece.length };
}

function withoutFirst(records: Records): Records {
  const { width, count } = records;
  return {
    ...records,
    count: count - 1,
    starts: records.starts.subarray(width),
    ends: records.ends.subarray(width),
    escaped: records.escaped.subarray(width),
    lines: records.lines.subarray(1),
  };
}

function notes(o: {
  nul: boolean;
  options: TextOptions;
  sources: readonly string[];
  names: readonly string[];
  rows: number;
  faults: number;
  ambiguousEncoding: boolean;
}): PreviewNote[] {
  const found: PreviewNote[] = [];
  if (o.rows === 0) found.push({ code: 'no_rows', fields: {} });
  if (o.ambiguousEncoding) found.push({ code: 'encoding', fields: { encoding: o.options.encoding } });
  if (!o.options.header) found.push({ code: 'no_header', fields: {} });
  if (o.options.skip > 0) found.push({ code: 'skipped_lines', fields: { lines: o.options.skip } });
  if (o.nul) found.push({ code: 'nul', fields: {} });
  if (o.faults > 0) found.push({ code: 'ragged', fields: { rows: o.faults, share: o.faults / (o.faults + o.rows) } });
  const renamed = o.options.header ? o.names.filter((name, i) => name !== o.sources[i]).length : 0;
  if (renamed > 0) found.push({ code: 'renamed', fields: { columns: renamed } });
  return found;
}
