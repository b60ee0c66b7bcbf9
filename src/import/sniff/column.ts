import { readerFor } from '../columns/reader.ts';
import type { PreviewColumn, TextColumn } from '../options.ts';
import { decodeField, type Records } from '../text/records.ts';
import { isMissing } from '../values/missing.ts';
import { looksLikeKey } from './key-name.ts';
import type { Layout } from './layout.ts';
import { profile } from './profile.ts';
import { sniffType } from './type.ts';

/** Values per column that the type is sniffed from, and over all columns; all of the sample is checked against it. */
const SNIFFED = 2_000;
const SNIFFED_IN_ALL = 400_000;
const KEPT = 200;
const KEPT_IN_ALL = 100_000;

/**
 * The type of one column, from values spread over the sample; then all of the sample is read as the import would, and
 * what does not fit may change the type.
 */
export function sniffColumn(
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
