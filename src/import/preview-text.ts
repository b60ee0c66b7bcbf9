import { AppError } from '../util/app-error.ts';
import { readerFor } from './columns/reader.ts';
import type { Preview, PreviewColumn, PreviewNote, TextChoices, TextColumn, TextOptions } from './options.ts';
import { sniffHeader } from './sniff/header.ts';
import { looksLikeKey } from './sniff/key-name.ts';
import { type Layout, layoutFor, sniffLayout } from './sniff/layout.ts';
import { uniqueNames } from './sniff/names.ts';
import { profile } from './sniff/profile.ts';
import { fits, type SniffedType, sniffType } from './sniff/type.ts';
import { dialectOf } from './text/dialect.ts';
import { decodeField, emptyRecords, type Records } from './text/records.ts';
import type { TextSample } from './text/sample.ts';
import { scanRecords } from './text/scan.ts';
import { skipLines } from './text/skip-lines.ts';
import { isMissing } from './values/missing.ts';

const SHOWN_ROWS = 50;
/** Values per column that the type is sniffed from, and over all columns; all of the sample is checked against it. */
const SNIFFED = 2_000;
const SNIFFED_IN_ALL = 400_000;
const KEPT = 200;
const KEPT_IN_ALL = 100_000;
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

function sniffColumn(
  bodies: readonly Records[],
  c: number,
  names: Pick<TextColumn, 'name' | 'source'>,
  layout: Layout,
  commaLikely: boolean,
): { option: TextColumn; column: PreviewColumn } {
  const decode = (records: Records, index: number) => decodeField(records, index, layout.quote, layout.escape);
  const total = bodies.reduce((n, records) => n + records.count, 0);
  const wanted = Math.max(20, Math.min(SNIFFED, Math.floor(SNIFFED_IN_ALL / layout.width)));
  const values: string[] = [];
  for (const records of bodies) {
    const share = Math.min(records.count, Math.ceil((wanted * records.count) / Math.max(1, total)));
    for (let k = 0; k < share; k++) values.push(decode(records, Math.floor((k * records.count) / share) * layout.width + c));
  }
  const hint = { commaLikely, keyLike: looksLikeKey(names.name) };
  let sniffed = sniffType(values, hint);
  let checked = check(bodies, c, { ...names, ...sniffed }, decode);
  if (checked.count > 0 && (sniffed.type === 'integer' || checked.count > total * 0.05)) {
    sniffed = sniffType([...values, ...checked.texts], hint);
    if (sniffed.type === 'integer') sniffed = { type: 'text' };
    checked = check(bodies, c, { ...names, ...sniffed }, decode);
    if (checked.count > total * 0.05) {
      sniffed = { type: 'text' };
      checked = check(bodies, c, { ...names, ...sniffed }, decode);
    }
  }
  const { ambiguous, ...type } = sniffed;
  const present = values.filter((value) => (type.type === 'text' ? value !== '' : !isMissing(value)));
  const distinct = [...new Set([...checked.texts, ...present])];
  const kept = Math.max(5, Math.min(KEPT, Math.floor(KEPT_IN_ALL / layout.width)));
  const column: PreviewColumn = {
    name: names.name,
    type: type.type,
    examples: [...new Set(present)].slice(0, 5),
    missing: values.length === 0 ? 0 : 1 - present.length / values.length,
    unfit: { count: checked.count, examples: checked.texts.slice(0, 5) },
    ...(ambiguous ? { ambiguous } : {}),
    profile: profile(present, type),
    sample: distinct.slice(0, kept),
  };
  return { option: { ...names, ...type }, column };
}

/** Reads all of the sample as the import would, and gives what does not fit. */
function check(
  bodies: readonly Records[],
  c: number,
  column: TextColumn,
  decode: (records: Records, index: number) => string,
): { count: number; texts: string[] } {
  const texts = new Set<string>();
  let count = 0;
  const reader = readerFor(column, decode);
  for (const records of bodies) {
    reader.read(records, c, (record) => {
      count++;
      if (texts.size < 50) texts.add(decode(records, record * records.width + c));
    });
  }
  return { count, texts: [...texts] };
}

/** A preview's column as it would be with another type, date order or decimal mark, by its sample. */
export function retype(column: PreviewColumn, as: Pick<TextColumn, 'type' | 'dateOrder' | 'decimalMark'>): PreviewColumn {
  const present = column.sample.filter((value) => as.type === 'text' || !isMissing(value));
  const unfit = present.filter((value) => !fits(value, as));
  const { ambiguous: _, ...rest } = column;
  return {
    ...rest,
    type: as.type,
    unfit: { count: unfit.length, examples: unfit.slice(0, 5) },
    profile: { ...profile(present, as), values: column.profile.values, distinct: column.profile.distinct },
  };
}

export type { SniffedType };

function notes(o: {
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
  if (o.faults > 0) found.push({ code: 'ragged', fields: { rows: o.faults, share: o.faults / (o.faults + o.rows) } });
  const renamed = o.options.header ? o.names.filter((name, i) => name !== o.sources[i]).length : 0;
  if (renamed > 0) found.push({ code: 'renamed', fields: { columns: renamed } });
  return found;
}
