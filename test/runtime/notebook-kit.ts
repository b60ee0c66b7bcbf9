import { type CellDefinition, type CellLibrary, type CellResult, param } from '../../src/cell/index.ts';
import type { NotebookDocument, Source } from '../../src/notebook/document.ts';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import { addAnalysis, addSql, bindTable, putSource } from '../../src/notebook/operations.ts';
import { createRuntime } from '../../src/runtime/index.ts';
import type { ResultKeep, Runtime, RuntimeOptions } from '../../src/runtime/runtime-api.ts';
import { FakeExecutor } from './fake-executor.ts';

const never = (): never => {
  throw new Error('not used here');
};

function cell(id: string, alias: string, needs: CellDefinition['needs']): CellDefinition {
  return {
    id,
    version: 2,
    group: 'segments',
    alias,
    title: { en: id, zh: id },
    question: { en: id, zh: id },
    terms: [],
    needs,
    params: { bins: param.number({ default: 5, min: 2, max: 10, integer: true }), mode: param.text({ default: '' }) },
    migrations: { 1: ({ bin_count, ...params }) => (bin_count === undefined ? params : { ...params, bins: bin_count }) },
    produces: { scores: { grain: 'customer', columns: {} } },
    facts: { content: 'number' },
    views: ['headline', 'chart', 'table'],
    sample: 'online-shop',
    text: never,
    charts: never,
    run: never,
    notes: { en: never, zh: never },
  };
}

const CELLS = [
  cell('rfm-segmentation', 'rfm', {
    all: ['orders.customer', 'orders.time', 'orders.amount'],
    optional: ['customers.region'],
  }),
  cell('cohort-retention', 'cohort', { all: ['orders.customer', 'orders.time'] }),
];

/** Two analyses: `rfm-segmentation` (wants amounts) and `cohort-retention`, each leaving `<alias>_scores`. */
export const LIBRARY: CellLibrary = { list: () => CELLS, get: (id) => CELLS.find((each) => each.id === id) };
export const [RFM, COHORT] = CELLS as [CellDefinition, CellDefinition];

export function source(id: string, more: Partial<Source> = {}): Source {
  return {
    id,
    name: `${id}.csv`,
    origin: { kind: 'file' },
    fingerprint: id.charCodeAt(0).toString(16).repeat(32).slice(0, 64),
    bytes: 10,
    rows: 1,
    columns: [
      { name: 'who', type: 'VARCHAR' },
      { name: 'when', type: 'DATE' },
      { name: 'paid', type: 'DOUBLE' },
      { name: 'state', type: 'VARCHAR' },
    ],
    options: {},
    ...more,
  };
}

export const ORDERS = {
  table: 'orders',
  source: 'shop',
  columns: { customer: { column: 'who' }, time: { column: 'when' }, amount: { column: 'paid' }, status: { column: 'state' } },
} as const;

/** A notebook with orders bound, and nothing else. */
export function withOrders(document = emptyDocument({ id: 'test' })): NotebookDocument {
  return bindTable(putSource(document, source('shop')), ORDERS);
}

/**
 * rfm → champions → top; cohort beside them. Cells by name; c1 rfm, c2 champions, c3 top, c4 cohort.
 */
export function chain(): NotebookDocument {
  let document = withOrders();
  document = addAnalysis(document, RFM).document;
  document = addSql(document, { name: 'champions', code: 'select * from rfm_scores where r = 5' }).document;
  document = addSql(document, { name: 'top', code: 'select * from champions limit 10' }).document;
  return addAnalysis(document, COHORT).document;
}

export interface Bench {
  runtime: Runtime;
  executor: FakeExecutor;
}

/** A runtime over a fake executor. */
export function bench(options: Partial<RuntimeOptions> = {}): Bench {
  const executor = new FakeExecutor();
  const runtime = createRuntime({ executor, library: LIBRARY, engine: 'test 1', app: 'test', typingDelay: 5, ...options });
  return { runtime, executor };
}

/** What a cell shows, as the fake executor's content. */
export function content(runtime: Runtime, cellId: string): unknown {
  return runtime.state(cellId).shown?.facts[0]?.value.value;
}

export function keepInMemory(): ResultKeep & { results: Map<string, CellResult> } {
  const results = new Map<string, CellResult>();
  return {
    results,
    get: async (key) => results.get(key),
    put: async (key, result) => void results.set(key, result),
  };
}

/** Lets promises that are ready go on. */
export async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 0));
}
