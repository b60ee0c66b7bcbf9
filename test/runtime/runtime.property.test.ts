import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell, NotebookDocument } from '../../src/notebook/document.ts';
import { commit, createHistory, type History, redo, undo } from '../../src/notebook/history.ts';
import * as op from '../../src/notebook/operations.ts';
import type { Runtime } from '../../src/runtime/runtime-api.ts';
import { FakeExecutor } from './fake-executor.ts';
import { bench, COHORT, ORDERS, RFM, tick, withOrders } from './notebook-kit.ts';

const NAMES = ['a', 'b', 'c', 'rfm', 'orders'];
const READS = [...NAMES, 'rfm_scores', 'rfm_2_scores', 'cohort_scores', 'nowhere'];

type Step =
  | { do: 'addAnalysis'; cell: number }
  | { do: 'addSql'; name: number; reads: number }
  | { do: 'remove' | 'move' | 'duplicate' | 'cancel' | 'rerun'; at: number; to: number }
  | { do: 'param'; at: number; value: number }
  | { do: 'code'; at: number; reads: number }
  | { do: 'rename'; at: number; name: number }
  | { do: 'statuses'; value: number }
  | { do: 'bind'; bound: boolean }
  | { do: 'undo' | 'redo' | 'wait' | 'turn' | 'moment' | 'loseEngine' | 'dropTables' };

const small = fc.nat({ max: 8 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('addAnalysis' as const), cell: fc.nat({ max: 1 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('addSql' as const), name: small, reads: fc.nat() }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('remove', 'move', 'duplicate', 'cancel', 'rerun' as const),
      at: small,
      to: small,
    }) as fc.Arbitrary<Step>,
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('param' as const), at: small, value: fc.integer({ min: 2, max: 4 }) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('code' as const), at: small, reads: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rename' as const), at: small, name: small }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('statuses' as const), value: fc.nat({ max: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bind' as const), bound: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('undo', 'redo', 'wait', 'turn', 'moment', 'loseEngine', 'dropTables'),
    }) as fc.Arbitrary<Step>,
  },
);

const pick = <T>(items: readonly T[], n: number): T | undefined => items[n % Math.max(1, items.length)];
const sqlReading = (n: number): string => `select * from ${pick(READS, n)} join ${pick(READS, Math.floor(n / READS.length))} using (id)`;

function edit(document: NotebookDocument, step: Step): NotebookDocument {
  const cell = 'at' in step ? pick(document.cells, step.at) : undefined;
  if (step.do === 'addAnalysis') return op.addAnalysis(document, step.cell === 0 ? RFM : COHORT).document;
  if (step.do === 'addSql') return op.addSql(document, { name: pick(NAMES, step.name) as string, code: sqlReading(step.reads) }).document;
  if (step.do === 'statuses') return op.setDefinitions(document, { statuses: step.value === 0 ? [] : [`s${step.value}`] });
  if (step.do === 'bind') return step.bound ? op.bindTable(document, ORDERS) : op.unbindTable(document, 'orders');
  if (!cell) return document;
  if (step.do === 'remove') return op.removeCell(document, cell.id);
  if (step.do === 'move') return op.moveCell(document, cell.id, step.to);
  if (step.do === 'duplicate') return op.duplicateCell(document, cell.id).document;
  if (step.do === 'param') return op.setParam(document, cell.id, 'bins', step.value);
  if (step.do === 'code') return op.setCode(document, cell.id, sqlReading(step.reads));
  if (step.do === 'rename') return op.renameOutput(document, cell.id, pick(NAMES, step.name) as string, ['scores']);
  return document;
}

/** What a person sees, without how it came about. */
function seen(runtime: Runtime, document: NotebookDocument): unknown {
  return document.cells.map(({ id }) => {
    const { status, shown } = runtime.state(id);
    return { id, status, content: status.kind === 'done' ? shown?.facts : null, stale: status.kind === 'done' ? shown?.stale : null };
  });
}

const nameOf = (cell: Cell): string => (cell.type === 'sql' ? cell.name : cell.type === 'analysis' ? cell.alias : '');
const tableOf = (cell: Cell): string => (cell.type === 'analysis' ? `${cell.alias}_scores` : nameOf(cell)).toLowerCase();

test('whatever was edited, cancelled, undone or lost, the notebook ends as if it had been run from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), fc.nat({ max: 20 }), fc.boolean(), async (steps, pace, deaf) => {
      const { runtime, ...first } = bench({ typingDelay: 0 });
      let executor = Object.assign(first.executor, { pace, deaf });
      let history: History = createHistory(withOrders());
      runtime.update(history.present);
      for (const each of steps) {
        const cell = 'at' in each ? pick(history.present.cells, each.at) : undefined;
        if (each.do === 'undo') history = undo(history);
        else if (each.do === 'redo') history = redo(history);
        else if (each.do === 'wait') await runtime.settled();
        else if (each.do === 'turn') await tick();
        else if (each.do === 'moment') for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
        else if (each.do === 'dropTables') executor.kept.clear();
        else if (each.do === 'cancel') cell && runtime.cancel(cell.id);
        else if (each.do === 'rerun') cell && runtime.rerun(cell.id);
        else if (each.do === 'loseEngine') {
          executor = Object.assign(new FakeExecutor(), { pace, deaf });
          runtime.setExecutor(executor);
        } else history = commit(history, edit(history.present, each), { label: { key: each.do } });
        runtime.update(history.present, { typed: each.do === 'param' });
      }
      await runtime.settled();
      for (const { id } of history.present.cells) if (runtime.state(id).status.kind === 'cancelled') runtime.rerun(id);
      await runtime.settled();

      const scratch = bench();
      scratch.runtime.update(history.present);
      await scratch.runtime.settled();
      expect(seen(runtime, history.present)).toEqual(seen(scratch.runtime, history.present));

      const done = history.present.cells.filter((each) => runtime.state(each.id).status.kind === 'done').map(tableOf);
      for (const table of done) expect(executor.standing.get(table)).toBe(scratch.executor.standing.get(table));
    }),
    { numRuns: 400 },
  );
}, 60_000);

test('no edit runs a cell that is not below it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), fc.nat(), fc.integer({ min: 2, max: 9 }), async (steps, at, bins) => {
      const document = steps.reduce(edit, withOrders());
      const { runtime, executor } = bench();
      runtime.update(document);
      await runtime.settled();
      executor.takeRuns();
      const cell = pick(document.cells, at);
      if (!cell) return;
      const touched = new Set([cell.id]);
      // A plain fixed point over the names in the code, apart from the graph under test.
      for (let before = -1; before !== touched.size; ) {
        before = touched.size;
        for (const other of document.cells) {
          const names = document.cells.filter((each) => touched.has(each.id)).map(tableOf);
          if (other.type === 'sql' && names.some((name) => other.code.toLowerCase().split(/\W+/).includes(name))) touched.add(other.id);
        }
      }
      runtime.update(cell.type === 'sql' ? op.setCode(document, cell.id, `select ${bins}`) : op.setParam(document, cell.id, 'bins', bins));
      await runtime.settled();
      const ran = executor.takeRuns();
      const allowed = document.cells.filter((each) => touched.has(each.id)).map(nameOf);
      expect(ran.filter((name) => !allowed.includes(name))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);
