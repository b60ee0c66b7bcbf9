import { describe, expect, test } from 'vitest';
import { commit, createHistory, undo } from '../../src/notebook/history.ts';
import {
  addAnalysis,
  addProse,
  addSql,
  bindTable,
  duplicateCell,
  moveCell,
  putSource,
  removeCell,
  renameOutput,
  setCode,
  setDefinitions,
  setParam,
  setTitle,
  unbindTable,
} from '../../src/notebook/operations.ts';
import { AppError } from '../../src/util/app-error.ts';
import { FakeExecutor } from './fake-executor.ts';
import { bench, chain, content, keepInMemory, ORDERS, RFM, source, tick, withOrders } from './notebook-kit.ts';

const kind = (state: { status: { kind: string } }) => state.status.kind;

describe('what runs', () => {
  test('a notebook runs from the top, each cell after those that it reads', async () => {
    const { runtime, executor } = bench();
    runtime.update(moveCell(chain(), 'c1', 2));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top', 'cohort']);
    for (const id of ['c1', 'c2', 'c3', 'c4']) expect(kind(runtime.state(id))).toBe('done');
  });

  test('changing a parameter re-runs exactly the cells below it', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    runtime.update(setParam(chain(), 'c1', 'bins', 4));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top']);
    runtime.update(setCode(setParam(chain(), 'c1', 'bins', 4), 'c2', 'select * from rfm_scores where r = 4'));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['champions', 'top']);
  });

  test('a title, an order, a prose cell and a default spelled out re-run nothing', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    const edited = addProse(setTitle(moveCell(setParam(chain(), 'c1', 'bins', 5), 'c4', 0), 'Customers'), { text: 'hello' }).document;
    runtime.update(edited);
    await runtime.settled();
    expect(executor.calls).toEqual([]);
  });

  test('a definition that a view does not use leaves SQL alone and re-runs the analyses that print it', async () => {
    const { runtime, executor } = bench();
    const document = addSql(withOrders(), { name: 'plain', code: 'select count(*) n from orders' }).document;
    runtime.update(addAnalysis(document, RFM).document);
    await runtime.settled();
    executor.takeRuns();
    runtime.update(setDefinitions(addAnalysis(document, RFM).document, { currency: 'EUR' }));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm']);
    runtime.update(setDefinitions(addAnalysis(document, RFM).document, { currency: 'EUR', statuses: ['paid'] }));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['plain', 'rfm']);
  });

  test('undo brings the earlier result back without a run', async () => {
    const { runtime, executor } = bench();
    let history = createHistory(chain());
    runtime.update(history.present);
    await runtime.settled();
    const before = content(runtime, 'c3');
    history = commit(history, setParam(history.present, 'c1', 'bins', 7), { label: { key: 'x' } });
    runtime.update(history.present);
    await runtime.settled();
    expect(content(runtime, 'c3')).not.toBe(before);
    executor.takeRuns();
    runtime.update(undo(history).present);
    expect(content(runtime, 'c3')).toBe(before);
    await runtime.settled();
    expect(executor.calls).toEqual(['restore rfm', 'restore champions', 'restore top']);
    expect(runtime.state('c3').shown?.stale).toBe(false);
  });

  test('what memory holds but the engine dropped is made again, quietly', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    runtime.update(setParam(chain(), 'c1', 'bins', 7));
    await runtime.settled();
    executor.kept.clear();
    executor.takeRuns();
    runtime.update(chain());
    const seen: boolean[] = [];
    runtime.subscribe(() => seen.push(runtime.state('c1').shown?.stale ?? true));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top']);
    expect(seen).not.toContain(true);
  });

  test('the same analysis twice is computed once and stands under both names', async () => {
    const { runtime, executor } = bench();
    const { document, cellId } = duplicateCell(addAnalysis(withOrders(), RFM).document, 'c1');
    runtime.update(document);
    await runtime.settled();
    expect(executor.calls).toEqual(['prepare', 'run rfm', 'restore rfm_2']);
    expect(content(runtime, cellId)).toBe(content(runtime, 'c1'));
  });

  test('a renamed cell keeps its result, its references follow, and the old name is dropped', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    const document = renameOutput(chain(), 'c1', 'worth', ['scores']);
    runtime.update(document);
    await runtime.settled();
    expect(executor.calls).toContain('forget rfm');
    expect(executor.takeRuns()).toEqual(['champions', 'top']);
    expect(kind(runtime.state('c3'))).toBe('done');
  });

  test('a removed cell is forgotten and what read from it fails by name', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    runtime.update(removeCell(chain(), 'c2'));
    await runtime.settled();
    expect(executor.standing.has('champions')).toBe(false);
    expect(kind(runtime.state('c2'))).toBe('idle');
    expect(runtime.state('c3').status).toMatchObject({ kind: 'failed', error: { code: 'sql' } });
  });

  test('parameters of an older version are brought up to date, and those of a newer one are refused', async () => {
    const { runtime } = bench();
    const { document } = addAnalysis(withOrders(), { ...RFM, version: 1 }, { params: { bin_count: 4 } });
    runtime.update(addAnalysis(document, { ...RFM, version: 9 }).document);
    runtime.update(addAnalysis(addAnalysis(document, { ...RFM, version: 9 }).document, RFM, { params: { bins: 4 } }).document);
    await runtime.settled();
    expect(content(runtime, 'c1')).toBe(content(runtime, 'c3'));
    expect(runtime.state('c2').status).toMatchObject({ kind: 'failed', error: { code: 'cell.newer' } });
  });
});

describe('while it runs', () => {
  test('a superseded run is cancelled', async () => {
    const { runtime, executor } = bench();
    executor.hold.add('rfm');
    runtime.update(chain());
    await tick();
    expect(kind(runtime.state('c1'))).toBe('running');
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    executor.release('rfm');
    await runtime.settled();
    expect(executor.calls.filter((call) => call.endsWith(' rfm'))).toEqual(['run rfm', 'cancelled rfm', 'run rfm']);
    const { runtime: other } = bench();
    other.update(setParam(chain(), 'c1', 'bins', 9));
    await other.settled();
    expect(content(runtime, 'c3')).toBe(content(other, 'c3'));
  });

  test('a superseded run that ends all the same is remembered and not shown', async () => {
    const { runtime, executor } = bench();
    executor.deaf = true;
    executor.hold.add('rfm');
    runtime.update(chain());
    await tick();
    executor.hold.clear();
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    await runtime.settled();
    const { runtime: other } = bench();
    other.update(setParam(chain(), 'c1', 'bins', 9));
    await other.settled();
    expect(runtime.state('c1').shown?.stale).toBe(false);
    expect(content(runtime, 'c3')).toBe(content(other, 'c3'));
    executor.takeRuns();
    runtime.update(chain());
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['champions', 'top']);
  });

  test('an edit elsewhere does not disturb a run', async () => {
    const { runtime, executor } = bench();
    executor.hold.add('rfm');
    runtime.update(chain());
    await tick();
    runtime.update(setParam(chain(), 'c4', 'bins', 9));
    executor.release('rfm');
    await runtime.settled();
    expect(executor.calls.filter((call) => call.startsWith('cancelled'))).toEqual([]);
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top', 'cohort']);
  });

  test('typing waits for the next key and runs once', async () => {
    const { runtime, executor } = bench({ typingDelay: 20 });
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    for (const bins of [6, 7, 8]) runtime.update(setParam(chain(), 'c4', 'bins', bins), { typed: true });
    expect(kind(runtime.state('c4'))).toBe('queued');
    expect(runtime.state('c4').shown?.stale).toBe(true);
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['cohort']);
  });

  test('the previous result stays as stale until views of the new one replace it, one by one', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.hold.add('rfm');
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    await tick();
    expect(runtime.state('c1').shown).toMatchObject({ stale: true, fresh: [], partial: false });
    expect(runtime.state('c2').status).toEqual({ kind: 'waiting', on: ['c1'] });
    executor.onEvent?.({ type: 'view', view: { kind: 'prose', id: 'table', text: { key: 'b' } } });
    executor.onEvent?.({ type: 'view', view: { kind: 'prose', id: 'chart', text: { key: 'a' } } });
    executor.onEvent?.({ type: 'progress', done: 0.5 });
    const { shown, status } = runtime.state('c1');
    expect(status).toMatchObject({ kind: 'running', done: 0.5 });
    expect(shown?.views.map((view) => view.id)).toEqual(['headline', 'chart', 'table']);
    expect(shown).toMatchObject({ stale: true, partial: true, fresh: ['table', 'chart'] });
    expect([...runtime.staleFacts()]).toContain('rfm.content');
    executor.release('rfm');
    await runtime.settled();
    expect(runtime.state('c1').shown).toMatchObject({ stale: false, partial: false, fresh: ['headline'] });
    expect(runtime.staleFacts().size).toBe(0);
  });

  test('a cancelled cell keeps its earlier result, stops what is below it and runs again when asked', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.hold.add('rfm');
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    await tick();
    runtime.cancel('c1');
    await runtime.settled();
    expect(runtime.state('c1')).toMatchObject({ status: { kind: 'cancelled' }, shown: { stale: true } });
    expect(runtime.state('c2').status).toEqual({ kind: 'blocked', reason: { kind: 'upstream', cells: ['c1'] } });
    executor.hold.clear();
    executor.takeRuns();
    runtime.rerun('c3');
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top']);
    expect(kind(runtime.state('c3'))).toBe('done');
  });

  test('everything can be cancelled, queued or running', async () => {
    const { runtime, executor } = bench();
    executor.hold.add('rfm');
    runtime.update(chain());
    await tick();
    runtime.cancelAll();
    await runtime.settled();
    expect(['c1', 'c4'].map((id) => kind(runtime.state(id)))).toEqual(['cancelled', 'cancelled']);
    expect(executor.takeRuns()).toEqual(['rfm']);
  });

  test('a cell run again runs what is below it again', async () => {
    const { runtime, executor } = bench({ keep: keepInMemory() });
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    runtime.rerun('c2');
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['champions', 'top']);
  });

  test('an error names itself, blocks what is below, leaves the rest alone and heals', async () => {
    const { runtime, executor } = bench();
    executor.failures.set('rfm_scores', new AppError('sql', 'no such column: r'));
    runtime.update(chain());
    await runtime.settled();
    expect(runtime.state('c2').status).toMatchObject({ kind: 'failed', error: { message: 'no such column: r' } });
    expect(runtime.state('c3').status).toEqual({ kind: 'blocked', reason: { kind: 'upstream', cells: ['c2'] } });
    expect(kind(runtime.state('c4'))).toBe('done');
    executor.failures.clear();
    runtime.update(setCode(chain(), 'c2', 'select * from rfm_scores'));
    await runtime.settled();
    expect(kind(runtime.state('c3'))).toBe('done');
  });

  test('changes are told once per turn, with all the cells that changed', async () => {
    const { runtime } = bench();
    const told: string[][] = [];
    runtime.subscribe((changed) => told.push([...changed].sort()));
    runtime.update(chain());
    await Promise.resolve();
    await Promise.resolve();
    expect(told[0]).toEqual(['c1', 'c2', 'c3', 'c4']);
    await runtime.settled();
    const state = runtime.state('c1');
    runtime.update(chain());
    expect(runtime.state('c1')).toBe(state);
  });
});

describe('names', () => {
  const circle = () => {
    let document = addSql(withOrders(), { name: 'a', code: 'select * from b' }).document;
    document = addSql(document, { name: 'b', code: 'select * from a' }).document;
    return addSql(document, { name: 'after', code: 'select * from b' }).document;
  };

  test('a cycle is named on both cells and heals', async () => {
    const { runtime, executor } = bench();
    runtime.update(circle());
    await runtime.settled();
    for (const id of ['c1', 'c2']) {
      expect(runtime.state(id).status).toEqual({ kind: 'blocked', reason: { kind: 'cycle', cells: ['c1', 'c2'] } });
    }
    expect(runtime.state('c3').status).toEqual({ kind: 'blocked', reason: { kind: 'upstream', cells: ['c2'] } });
    expect(executor.takeRuns()).toEqual([]);
    runtime.update(setCode(circle(), 'c1', 'select * from orders'));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['a', 'b', 'after']);
  });

  test('a cell that reads itself is a cycle of one', async () => {
    const { runtime } = bench();
    runtime.update(addSql(withOrders(), { name: 'a', code: 'from a' }).document);
    await runtime.settled();
    expect(runtime.state('c1').status).toEqual({ kind: 'blocked', reason: { kind: 'cycle', cells: ['c1'] } });
  });

  test('a duplicate name is an error on both cells, whatever its case, and heals from memory', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.takeRuns();
    runtime.update(renameOutput(chain(), 'c3', 'RFM_Scores'));
    await runtime.settled();
    for (const id of ['c1', 'c3']) {
      expect(runtime.state(id).status).toMatchObject({ kind: 'blocked', reason: { kind: 'duplicate', cells: ['c1', 'c3'] } });
    }
    expect(runtime.facts()['rfm.content']).toBeUndefined();
    runtime.update(chain());
    await runtime.settled();
    expect(executor.takeRuns()).toEqual([]);
    expect(kind(runtime.state('c3'))).toBe('done');
  });

  test('a cell cannot take the name of a canonical table', async () => {
    const { runtime } = bench();
    runtime.update(renameOutput(chain(), 'c3', 'Orders'));
    await runtime.settled();
    expect(runtime.state('c3').status).toEqual({ kind: 'blocked', reason: { kind: 'duplicate', name: 'Orders', cells: ['c3'] } });
  });

  test('facts carry the alias of their cell', async () => {
    const { runtime } = bench();
    runtime.update(chain());
    await runtime.settled();
    expect(Object.keys(runtime.facts()).sort()).toEqual(['champions.content', 'cohort.content', 'rfm.content', 'top.content']);
    expect(runtime.facts()).toBe(runtime.facts());
  });
});

describe('data', () => {
  test('a cell whose roles are not bound says which, and runs once they are', async () => {
    const { runtime } = bench();
    runtime.update(unbindTable(chain(), 'orders'));
    await runtime.settled();
    expect(runtime.state('c1').status).toEqual({
      kind: 'blocked',
      reason: { kind: 'needs', missing: [['orders.customer', 'orders.time', 'orders.amount']] },
    });
    runtime.update(addSql(unbindTable(chain(), 'orders'), { name: 'n', code: 'from orders' }).document);
    expect(runtime.state('c5').status).toMatchObject({ kind: 'blocked', reason: { kind: 'needs' } });
    runtime.update(chain());
    await runtime.settled();
    expect(kind(runtime.state('c1'))).toBe('done');
  });

  test('a file that is not here is asked for by name', async () => {
    const { runtime } = bench();
    runtime.update(chain(), { absent: ['shop'] });
    await runtime.settled();
    const reason = { kind: 'source', sources: [{ id: 'shop', name: 'shop.csv' }] };
    expect(runtime.state('c1').status).toEqual({ kind: 'blocked', reason });
    runtime.update(chain(), { absent: [] });
    await runtime.settled();
    expect(kind(runtime.state('c3'))).toBe('done');
  });

  test('of two files that feed one table, one that is away holds the cell back', async () => {
    const { runtime } = bench();
    const two = bindTable(putSource(chain(), source('next')), { ...ORDERS, source: 'next' }, { beside: true });
    runtime.update(two, { absent: ['next'] });
    await runtime.settled();
    expect(runtime.state('c1').status).toMatchObject({ kind: 'blocked', reason: { kind: 'source', sources: [{ id: 'next' }] } });
    runtime.update(two, { absent: [] });
    await runtime.settled();
    expect(kind(runtime.state('c1'))).toBe('done');
  });

  test('a file that was never read is waited for, without an error and without a run', async () => {
    const { runtime, executor } = bench();
    runtime.update(putSource(chain(), source('shop', { columns: [] })));
    await runtime.settled();
    expect(['c1', 'c2', 'c3', 'c4'].map((id) => kind(runtime.state(id)))).toEqual(['queued', 'queued', 'queued', 'queued']);
    expect(executor.takeRuns()).toEqual([]);
    runtime.update(chain());
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top', 'cohort']);
  });

  test('a binding that the engine refuses is an error of the cells that read it', async () => {
    const { runtime, executor } = bench();
    executor.prepareFailure = new AppError('sql', 'no such function: parse');
    const document = addSql(chain(), { name: 'free', code: 'select 1 as one' }).document;
    runtime.update(document);
    await runtime.settled();
    expect(runtime.state('c1').status).toMatchObject({ kind: 'failed', error: { message: 'no such function: parse' } });
    expect(kind(runtime.state('c5'))).toBe('done');
    executor.prepareFailure = null;
    runtime.rerun('c1');
    await runtime.settled();
    expect(kind(runtime.state('c1'))).toBe('done');
  });

  test('SQL of a shared notebook waits for a yes on own data, and runs at once on samples', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain(), { trusted: false });
    await runtime.settled();
    expect(['c1', 'c2', 'c3', 'c4'].map((id) => kind(runtime.state(id)))).toEqual(['done', 'untrusted', 'untrusted', 'done']);
    expect(executor.takeRuns()).toEqual(['rfm', 'cohort']);
    runtime.update(chain(), { trusted: true });
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['champions', 'top']);

    const sample = bench();
    const document = {
      ...chain(),
      sources: [source('shop', { origin: { kind: 'sample', dataset: 'online-shop', file: 'orders.csv' } })],
    };
    sample.runtime.update(document, { trusted: false });
    await sample.runtime.settled();
    expect(kind(sample.runtime.state('c3'))).toBe('done');
  });

  test('an expression from a link is SQL too: nothing built on it is even prepared', async () => {
    const { runtime, executor } = bench();
    const document = { ...chain(), bindings: [{ ...ORDERS, columns: { ...ORDERS.columns, amount: { expression: 'paid * 2' } } }] };
    runtime.update(document, { trusted: false });
    await runtime.settled();
    expect(kind(runtime.state('c1'))).toBe('untrusted');
    expect(executor.environment?.bindings ?? []).toEqual([]);
    expect(executor.takeRuns()).toEqual([]);
  });
});

describe('the engine', () => {
  test('kept results are shown before there is an engine, and their tables are made when there is one', async () => {
    const keep = keepInMemory();
    const first = bench({ keep });
    first.runtime.update(chain());
    await first.runtime.settled();

    const { runtime, executor } = bench({ keep, executor: null });
    runtime.update(chain());
    await runtime.settled();
    expect(runtime.engine()).toBe('absent');
    expect(kind(runtime.state('c3'))).toBe('done');
    expect(content(runtime, 'c3')).toBe(content(first.runtime, 'c3'));
    runtime.setExecutor(executor);
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['rfm', 'champions', 'top', 'cohort']);
    expect(content(runtime, 'c3')).toBe(content(first.runtime, 'c3'));
  });

  test('a reload runs only what changed first, and the rest after it', async () => {
    const keep = keepInMemory();
    const first = bench({ keep });
    first.runtime.update(chain());
    await first.runtime.settled();
    const { runtime, executor } = bench({ keep });
    runtime.update(setParam(chain(), 'c4', 'bins', 9));
    await runtime.settled();
    expect(executor.takeRuns()).toEqual(['cohort', 'rfm', 'champions', 'top']);
  });

  test('a lost engine is said, and a new one makes everything again', async () => {
    const { runtime, executor } = bench();
    runtime.update(chain());
    await runtime.settled();
    executor.failures.set('"bins":9', new AppError('engine.lost', 'the engine was lost'));
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    await runtime.settled();
    expect(runtime.engine()).toBe('lost');
    expect(runtime.state('c1')).toMatchObject({ status: { kind: 'queued' }, shown: { stale: true } });
    const next = new FakeExecutor();
    runtime.setExecutor(next);
    await runtime.settled();
    expect(next.takeRuns()).toEqual(['rfm', 'champions', 'top', 'cohort']);
    expect(runtime.engine()).toBe('ready');
  });

  test('a cell that kills the engine twice is not given a third one', async () => {
    const { runtime, executor } = bench();
    executor.failures.set('"bins":9', new AppError('engine.lost', 'the engine was lost'));
    runtime.update(setParam(chain(), 'c1', 'bins', 9));
    await runtime.settled();
    const second = new FakeExecutor();
    second.failures.set('"bins":9', new AppError('engine.lost', 'the engine was lost'));
    runtime.setExecutor(second);
    await runtime.settled();
    expect(runtime.state('c1').status).toMatchObject({ kind: 'failed', error: { code: 'engine.lost' } });
    runtime.setExecutor(new FakeExecutor());
    await runtime.settled();
    expect(kind(runtime.state('c1'))).toBe('failed');
    expect(kind(runtime.state('c4'))).toBe('done');
  });

  test('an engine that died without a word is not waited for', async () => {
    const { runtime, executor } = bench();
    executor.run = () => new Promise(() => undefined);
    runtime.update(chain());
    await tick();
    expect(kind(runtime.state('c1'))).toBe('running');
    const next = new FakeExecutor();
    runtime.setExecutor(next);
    await runtime.settled();
    expect(kind(runtime.state('c3'))).toBe('done');
  });
});
