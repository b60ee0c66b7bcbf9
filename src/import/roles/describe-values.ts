import type { PreviewColumn } from '../options.ts';
import { columnType } from '../parquet/column-type.ts';
import { profile } from '../sniff/profile.ts';

/** A column of a source that is already imported, described by values of it (see `columnSample`). */
export function describeValues(name: string, sqlType: string, values: readonly (string | null)[]): PreviewColumn {
  const type = columnType(sqlType);
  const present = values.filter((value) => value !== null);
  return {
    name,
    type,
    examples: [...new Set(present)].slice(0, 5),
    missing: values.length === 0 ? 0 : 1 - present.length / values.length,
    unfit: { count: 0, examples: [] },
    profile: profile(present, { type }),
    sample: [...new Set(present)].slice(0, 200),
  };
}
