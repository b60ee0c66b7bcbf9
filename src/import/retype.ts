import type { PreviewColumn, TextColumn } from './options.ts';
import { profile } from './sniff/profile.ts';
import { fits } from './sniff/type.ts';
import { isMissing } from './values/missing.ts';

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
