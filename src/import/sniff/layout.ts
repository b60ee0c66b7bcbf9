import type { TextOptions } from '../options.ts';
import { type Dialect, dialectOf } from '../text/dialect.ts';
import { emptyRecords } from '../text/records.ts';
import { type FaultyRecord, scanRecords } from '../text/scan.ts';

export type TextDialect = Pick<TextOptions, 'delimiter' | 'quote' | 'escape' | 'newline'>;

export interface Layout extends TextDialect {
  /** Fields of a record. */
  width: number;
  /** Lines before the first record of that width. */
  skip: number;
  /** Share of the sampled records that have it. */
  regular: number;
}

/** Padded columns (a space) come last: they fit by chance most easily. */
const CANDIDATES = ['\t', ';', '|', ',', ' '] as const;

/**
 * How the lines are cut into fields: the delimiter that gives most records the same number of fields, more than one.
 * Where none does, the file is one column (delimiter empty). `sample` is UTF-8 and ends at a line end or at the file's.
 */
export function sniffLayout(sample: Uint8Array): Layout {
  const newline = sample.includes(10) || !sample.includes(13) ? '\n' : '\r';
  const quote = '"';
  const escapedBy = looksBackslashed(sample) ? '\\' : '"';
  let best: Layout | null = null;
  for (const delimiter of CANDIDATES) {
    if (delimiter === ' ' && best) break;
    const layout = layoutWith(sample, { delimiter, quote, escape: escapedBy, newline });
    if (!layout || layout.regular < (delimiter === ' ' ? 0.98 : 0.5)) continue;
    if (!best || score(layout) > score(best)) best = layout;
  }
  return best ?? singleColumn({ delimiter: '', quote, escape: escapedBy, newline });
}

/** The layout of a file whose delimiter a person has chosen. */
export function layoutFor(sample: Uint8Array, dialect: TextDialect): Layout {
  return (dialect.delimiter === '' ? null : layoutWith(sample, dialect)) ?? singleColumn(dialect);
}

const singleColumn = (dialect: TextDialect): Layout => ({ ...dialect, width: 1, skip: 0, regular: 1 });

/** Regular layouts first; of two that are as good, the one that fits from the first line. */
const score = (layout: Layout): number => layout.regular - (layout.skip > 0 ? 0.15 : 0);

function layoutWith(sample: Uint8Array, dialect: TextDialect): Layout | null {
  const records = measure(sample, dialectOf(dialect));
  const tally = new Map<number, number>();
  for (const { fields } of records) if (fields > 1) tally.set(fields, (tally.get(fields) ?? 0) + 1);
  let width = 0;
  for (const [fields, n] of tally) if (n > (tally.get(width) ?? 0)) width = fields;
  let start = records.findIndex(({ fields }) => fields === width);
  const first = records[start];
  if (!first) return null;
  // rows that end in a delimiter, under a heading that does not
  const before = records[start - 1];
  if (before?.fields === width - 1 && width > 2 && records.slice(start).every(({ fields, filled }) => fields !== width || filled < width)) {
    width--;
    start--;
  }
  const body = records.slice(start);
  const fitting = body.filter(({ fields, filled }) => fields === width || (fields > width && filled <= width)).length;
  const buried = start > Math.max(20, records.length / 2);
  return { ...dialect, width, skip: (records[start]?.line ?? 1) - 1, regular: buried ? 0 : fitting / body.length };
}

/** The records of a sample, each with how many fields it has. */
function measure(sample: Uint8Array, dialect: Dialect): FaultyRecord[] {
  const records = emptyRecords(0, 1);
  records.bytes = new Uint8Array(sample.length + 1);
  records.bytes.set(sample);
  const found: FaultyRecord[] = [];
  scanRecords(records, { position: 0, line: 1 }, sample.length, true, dialect, (record) => found.push(record));
  return found;
}

/** Quotes escaped by backslashes, and none by doubling. */
function looksBackslashed(sample: Uint8Array): boolean {
  let escaped = 0;
  let doubled = 0;
  for (let p = sample.indexOf(34); p >= 0; p = sample.indexOf(34, p + 1)) {
    if (sample[p - 1] === 92) escaped++;
    const after = sample[p + 1];
    if (after === 34 && sample[p - 1] !== 44 && sample[p - 1] !== 59 && sample[p - 1] !== 9) doubled++;
  }
  return escaped > doubled;
}
