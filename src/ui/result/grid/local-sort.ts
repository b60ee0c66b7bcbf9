import type { Row } from '../../../cell/index.ts';
import type { PageRequest } from '../../../workers/compute-api.ts';

export type Sort = NonNullable<PageRequest['sort']>;

/** Rows in the order asked for, unknown values last; ties keep their order. The engine does the same for whole tables. */
export function sortRows(rows: readonly Row[], sort: Sort | undefined): readonly Row[] {
  if (!sort) return rows;
  const sign = sort.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [x, y] = [a[sort.column] ?? null, b[sort.column] ?? null];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    if (x === y) return 0;
    if (typeof x === 'string' && typeof y === 'string') return x < y ? -sign : sign;
    return (Number(x) - Number(y)) * sign;
  });
}

/** What a press on a header does: ascending, descending, then as it came. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false };
  return sort.descending ? undefined : { column, descending: true };
}
