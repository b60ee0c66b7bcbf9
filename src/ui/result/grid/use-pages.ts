import { useEffect, useMemo, useReducer } from 'react';
import type { Row } from '../../../cell/index.ts';
import { type Sort, sortRows } from './local-sort.ts';
import { type FetchPage, PageCache } from './page-cache.ts';

export interface PagesInput {
  /** The first rows. */
  rows: readonly Row[];
  total: number;
  sort: Sort | undefined;
  /** Names the state of the data. */
  dataKey: string;
  /** Without it, `rows` are all that can be shown. */
  fetchPage: FetchPage | undefined;
}

/** The rows of a table in an order; the component is drawn again when some arrive. */
export function usePages({ rows, total, sort, dataKey, fetchPage }: PagesInput): PageCache {
  const [, arrived] = useReducer((n: number) => n + 1, 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is other data, whatever the rows
  const cache = useMemo(() => {
    if (fetchPage) return new PageCache(sort ? [] : rows, total, fetchPage, sort, arrived);
    return new PageCache(sortRows(rows, sort), rows.length, () => Promise.reject(), sort, arrived);
  }, [rows, total, sort, dataKey, fetchPage]);
  useEffect(() => () => cache.close(), [cache]);
  return cache;
}
