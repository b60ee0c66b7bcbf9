import type { Row } from '../../../cell/index.ts';
import type { Page, PageRequest } from '../../../workers/compute-api.ts';
import type { Sort } from './local-sort.ts';

export const PAGE_ROWS = 200;
/** Pages that are kept; those read longest ago go first. */
const KEPT_PAGES = 60;

export type FetchPage = (request: PageRequest) => Promise<Page>;

/** The rows of one table in one order, read from the engine page by page as they are needed. */
export class PageCache {
  private readonly pages = new Map<number, readonly Row[]>();
  private readonly asked = new Set<number>();
  private closed = false;
  /** What the last request failed with. */
  error: unknown;

  constructor(
    /** The first rows, known from the start; a whole number of pages, or all there are. */
    first: readonly Row[],
    public total: number,
    private readonly fetchPage: FetchPage,
    private readonly sort: Sort | undefined,
    private readonly changed: () => void,
  ) {
    for (let start = 0; start < first.length; start += PAGE_ROWS) {
      const rows = first.slice(start, start + PAGE_ROWS);
      if (rows.length === PAGE_ROWS || start + rows.length >= total) this.pages.set(start / PAGE_ROWS, rows);
    }
  }

  /** A row, or undefined while it is on its way. */
  row(index: number): Row | undefined {
    return this.pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS];
  }

  /** Asks for the pages of the rows `first`…`last` that are not there; resolves when they are. */
  async need(first: number, last: number): Promise<void> {
    const end = Math.min(last, this.total - 1);
    const missing: Promise<void>[] = [];
    for (let page = Math.floor(Math.max(0, first) / PAGE_ROWS); page * PAGE_ROWS <= end; page += 1)
      if (!this.pages.has(page) && !this.asked.has(page)) missing.push(this.load(page));
    await Promise.all(missing);
  }

  /** Answers that are still on their way are no longer told of. */
  close(): void {
    this.closed = true;
  }

  private async load(page: number): Promise<void> {
    this.asked.add(page);
    try {
      const answer = await this.fetchPage({ offset: page * PAGE_ROWS, limit: PAGE_ROWS, ...(this.sort ? { sort: this.sort } : {}) });
      this.pages.set(page, answer.rows);
      this.total = answer.total;
      this.error = undefined;
      this.forget();
    } catch (error) {
      this.error = error;
    } finally {
      this.asked.delete(page);
      if (!this.closed) this.changed();
    }
  }

  private forget(): void {
    for (const page of this.pages.keys()) {
      if (this.pages.size <= KEPT_PAGES) return;
      this.pages.delete(page);
    }
  }
}
