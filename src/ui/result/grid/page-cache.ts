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
  private readonly asked = new Map<number, Promise<void>>();
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
    for (let page = Math.floor(Math.max(0, first) / PAGE_ROWS); page * PAGE_ROWS <= end; page += 1) {
      const known = this.pages.get(page);
      if (known) this.keep(page, known);
      else missing.push(this.asked.get(page) ?? this.load(page));
    }
    await Promise.all(missing);
  }

  /** Answers that are still on their way are no longer told of. */
  close(): void {
    this.closed = true;
  }

  private load(page: number): Promise<void> {
    const loading = this.read(page).finally(() => {
      this.asked.delete(page);
      if (!this.closed) this.changed();
    });
    this.asked.set(page, loading);
    return loading;
  }

  private async read(page: number): Promise<void> {
    try {
      const answer = await this.fetchPage({ offset: page * PAGE_ROWS, limit: PAGE_ROWS, ...(this.sort ? { sort: this.sort } : {}) });
      this.total = answer.total;
      this.error = undefined;
      this.keep(page, answer.rows);
    } catch (error) {
      this.error = error;
    }
  }

  /** Puts a page behind all others in the order in which they are forgotten. */
  private keep(page: number, rows: readonly Row[]): void {
    this.pages.delete(page);
    this.pages.set(page, rows);
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= KEPT_PAGES) return;
      this.pages.delete(oldest);
    }
  }
}
