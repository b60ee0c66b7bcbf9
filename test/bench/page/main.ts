import { resolveNeeds, type TableId } from '../../../src/cell/index.ts';
import { boundRoles, type NotebookDocument, type Source } from '../../../src/notebook/document.ts';
import { Cancelled } from '../../../src/util/app-error.ts';
import { cellLibrary } from '../../../src/workers/cells.ts';
import { createCompute } from '../../../src/workers/start-compute.ts';
import { fitHistories, fitShop } from './fits.ts';

export interface RunTimes {
  /** Milliseconds until the first view was here, and until the run had ended. */
  firstView: number;
  total: number;
  statements: { sql: string; ms: number }[];
}
export interface BenchPage {
  boot(): Promise<number>;
  /** Imports the file that was picked; milliseconds and rows. */
  importFile(columns: Record<string, string>, table?: TableId): Promise<{ preview: number; ms: number; rows: number; rejected: number }>;
  /** Runs a cell on it, never from memo; where only the first view is wanted, the run is cancelled then. */
  run(cell: string, params?: Record<string, unknown>, firstOnly?: boolean): Promise<RunTimes>;
  fitHistories: typeof fitHistories;
  fitShop: typeof fitShop;
  /** Longest script task of the page since it was opened, in milliseconds; 0 where none reached 50. */
  longestTask(): number;
}

let longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: 'longtask', buffered: true });

const compute = createCompute({ timeoutMs: 60_000 });
const definitions = { currency: '', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [] } as const;
let document_: Pick<NotebookDocument, 'sources' | 'bindings' | 'definitions' | 'scope'> | undefined;
let runs = 0;

const bench: BenchPage = {
  async boot() {
    const since = performance.now();
    await compute.boot();
    return performance.now() - since;
  },
  async importFile(columns, table = 'orders') {
    const file = (document.querySelector('#file') as HTMLInputElement).files?.[0];
    if (!file) throw new Error('no file was picked');
    const asked = performance.now();
    const { options } = await compute.preview(file);
    const since = performance.now();
    const imported = await compute.import('tx', file, options, () => {});
    const ms = performance.now() - since;
    const source: Source = {
      id: 'tx',
      name: file.name,
      origin: { kind: 'file' },
      fingerprint: imported.fingerprint,
      bytes: file.size,
      rows: imported.rows,
      columns: imported.columns,
      options: {},
    };
    const bound = Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, { column }]));
    document_ = {
      sources: [source],
      bindings: [{ table, source: 'tx', columns: bound }],
      definitions,
      scope: { consent: false, segments: [], active: null },
    };
    await compute.prepare(document_);
    return { preview: since - asked, ms, rows: imported.rows, rejected: imported.rejected.count };
  },
  async run(id, params = {}, firstOnly = false) {
    const cell = cellLibrary.get(id);
    if (!cell || !document_) throw new Error(`nothing to run: ${id}`);
    const { bound } = resolveNeeds(cell.needs, boundRoles(document_ as NotebookDocument));
    const runKey = (++runs).toString(16).padStart(16, '0');
    const since = performance.now();
    let firstView = Number.NaN;
    const controller = new AbortController();
    const running = compute.run(
      { kind: 'analysis', id: 'bench', runKey, alias: cell.alias, cell: id, params, bound },
      ({ type }) => {
        if (type !== 'view' || !Number.isNaN(firstView)) return;
        firstView = performance.now() - since;
        if (firstOnly) controller.abort();
      },
      controller.signal,
    );
    const outcome = firstOnly ? await running.catch(whereCancelled) : await running;
    const total = performance.now() - since;
    return { firstView, total, statements: outcome?.result.provenance.statements.map(({ sql, ms }) => ({ sql, ms })) ?? [] };
  },
  fitHistories,
  fitShop,
  longestTask: () => longest,
};

/** What was cancelled has no outcome; whatever else happened is an error. */
function whereCancelled(error: unknown): undefined {
  if (!(error instanceof Cancelled)) throw error;
}

Object.assign(window, { bench });
