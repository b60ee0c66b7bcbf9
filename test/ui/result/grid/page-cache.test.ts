import { describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/cell/index.ts';
import { PAGE_ROWS, PageCache } from '../../../../src/ui/result/grid/page-cache.ts';
import type { PageRequest } from '../../../../src/workers/compute-api.ts';

const rowsFrom = (offset: number, n: number): Row[] => Array.from({ length: n }, (_, i) => ({ i: offset + i }));

function table(total: number) {
  const requests: PageRequest[] = [];
  const fetchPage = async (request: PageRequest) => {
    requests.push(request);
    return { total, rows: rowsFrom(request.offset, Math.min(request.limit, total - request.offset)) as Record<string, number>[] };
  };
  return { requests, fetchPage };
}

describe('PageCache', () => {
  it('knows the first rows without asking', () => {
    const { requests, fetchPage } = table(1000);
    const cache = new PageCache(rowsFrom(0, PAGE_ROWS), 1000, fetchPage, undefined, () => undefined);
    expect(cache.row(PAGE_ROWS - 1)).toEqual({ i: PAGE_ROWS - 1 });
    expect(cache.row(PAGE_ROWS)).toBeUndefined();
    expect(requests).toEqual([]);
  });

  it('does not take a part of a page for the whole', () => {
    const cache = new PageCache(rowsFrom(0, 50), 1000, table(1000).fetchPage, undefined, () => undefined);
    expect(cache.row(0)).toBeUndefined();
    const all = new PageCache(rowsFrom(0, 50), 50, table(50).fetchPage, undefined, () => undefined);
    expect(all.row(49)).toEqual({ i: 49 });
  });

  it('asks for each page once, in the order wanted, and tells when it is there', async () => {
    const { requests, fetchPage } = table(1000);
    let told = 0;
    const cache = new PageCache([], 1000, fetchPage, { column: 'i', descending: true }, () => {
      told += 1;
    });
    await Promise.all([cache.need(190, 410), cache.need(150, 250), cache.need(999, 2000)]);
    expect(requests.map((request) => request.offset).sort((a, b) => a - b)).toEqual([0, 200, 400, 800]);
    expect(requests[0]?.sort).toEqual({ column: 'i', descending: true });
    expect(told).toBe(4);
    expect(cache.row(405)).toEqual({ i: 405 });
  });

  it('keeps what failed and asks again', async () => {
    let fail = true;
    const { fetchPage } = table(300);
    const cache = new PageCache(
      [],
      300,
      (request) => (fail ? Promise.reject(new Error('gone')) : fetchPage(request)),
      undefined,
      () => undefined,
    );
    await cache.need(0, 10);
    expect(cache.error).toEqual(new Error('gone'));
    fail = false;
    await cache.need(0, 10);
    expect(cache.error).toBeUndefined();
    expect(cache.row(3)).toEqual({ i: 3 });
  });

  it('keeps what was needed last, and waits for what another has asked for', async () => {
    const { requests, fetchPage } = table(100_000);
    const cache = new PageCache([], 100_000, fetchPage, undefined, () => undefined);
    for (let page = 0; page < 59; page += 1) await cache.need(page * PAGE_ROWS, page * PAGE_ROWS);
    await cache.need(0, 0);
    await cache.need(90_000, 90_399);
    expect(cache.row(0)).toEqual({ i: 0 });
    expect(cache.row(PAGE_ROWS)).toBeUndefined();
    const asked = requests.length;
    void cache.need(50_000, 50_000);
    await cache.need(50_000, 50_000);
    expect(cache.row(50_000)).toEqual({ i: 50_000 });
    expect(requests).toHaveLength(asked + 1);
  });

  it('forgets the pages read longest ago, and tells nothing once closed', async () => {
    let told = 0;
    const cache = new PageCache([], 100_000, table(100_000).fetchPage, undefined, () => {
      told += 1;
    });
    for (let page = 0; page < 80; page += 1) await cache.need(page * PAGE_ROWS, page * PAGE_ROWS);
    expect(cache.row(0)).toBeUndefined();
    expect(cache.row(79 * PAGE_ROWS)).toEqual({ i: 79 * PAGE_ROWS });
    cache.close();
    const before = told;
    await cache.need(90_000, 90_000);
    expect(told).toBe(before);
  });
});
