import { resolveNeeds } from '../../../src/cell/index.ts';
import { boundRoles, type NotebookDocument, type Source } from '../../../src/notebook/document.ts';
import { cellLibrary } from '../../../src/workers/cells.ts';
import { createCompute } from '../../../src/workers/start-compute.ts';

export interface RunTimes {
  /** Milliseconds until the first view was here, and until the run had ended. */
  firstView: number;
  total: number;
  statements: { sql: string; ms: number }[];
}
export interface BenchPage {
  boot(): Promise<number>;
  /** Imports the file that was picked; milliseconds and rows. */
  importFile(columns: Record<string, string>): Promise<{ preview: number; ms: number; rows: number; rejected: number }>;
  /** Runs a cell on it, never from memo. */
  run(cell: string, params?: Record<string, unknown>): Promise<RunTimes>;
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
  async importFile(columns) {
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
      bindings: [{ table: 'orders', source: 'tx', columns: bound }],
      definitions,
      scope: { consent: false, segments: [], active: null },
    };
    await compute.prepare(document_);
    return { preview: since - asked, ms, rows: imported.rows, rejected: imported.rejected.count };
  },
  async run(id, params = {}) {
    const cell = cellLibrary.get(id);
    if (!cell || !document_) throw new Error(`nothing to run: ${id}`);
    const { bound } = resolveNeeds(cell.needs, boundRoles(document_ as NotebookDocument));
    const runKey = (++runs).toString(16).padStart(16, '0');
    const since = performance.now();
    let firstView = Number.NaN;
    const { result } = await compute.run(
      { kind: 'analysis', id: 'bench', runKey, alias: cell.alias, cell: id, params, bound },
      ({ type }) => {
        if (type === 'view' && Number.isNaN(firstView)) firstView = performance.now() - since;
      },
      new AbortController().signal,
    );
    const total = performance.now() - since;
    return { firstView, total, statements: result.provenance.statements.map(({ sql, ms }) => ({ sql, ms })) };
  },
  longestTask: () => longest,
};

Object.assign(window, { bench });
