import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import { freeSourceId } from '../../src/notebook/names.ts';
import * as op from '../../src/notebook/operations.ts';
import { full } from './documents.ts';

const RFM = { id: 'rfm-segmentation', version: 1, alias: 'rfm' };
const order = (document: { cells: readonly { id: string }[] }) => document.cells.map((cell) => cell.id).join();

describe('cells', () => {
  test('instances, SQL cells and copies get free names', () => {
    let document = emptyDocument({ id: 'x' });
    for (let i = 0; i < 3; i += 1) document = op.addAnalysis(document, RFM).document;
    for (let i = 0; i < 2; i += 1) document = op.addSql(document).document;
    document = op.duplicateCell(document, 'c1').document;
    document = op.duplicateCell(document, 'c5').document;
    const names = document.cells.map((cell) => (cell.type === 'analysis' ? cell.alias : cell.type === 'sql' ? cell.name : ''));
    expect(names).toEqual(['rfm', 'rfm_4', 'rfm_2', 'rfm_3', 'sql_1', 'sql_2', 'sql_3']);
    expect(new Set(document.cells.map((cell) => cell.id)).size).toBe(document.cells.length);
  });

  test('a SQL cell does not take the name of a canonical table', () => {
    expect(op.addSql(emptyDocument(), { name: 'Orders' }).document.cells[0]).toMatchObject({ name: 'Orders_2' });
  });

  test('cells are put where they are wanted, and moved within the list', () => {
    const { document } = op.addProse(full(), { at: 1 });
    expect(order(document)).toBe('c1,c4,c2,c3');
    expect(order(op.moveCell(document, 'c1', 2))).toBe('c4,c2,c1,c3');
    expect(order(op.moveCell(document, 'c3', -5))).toBe('c3,c1,c4,c2');
    expect(order(op.moveCell(document, 'c1', 99))).toBe('c4,c2,c3,c1');
    expect(order(op.removeCell(document, 'c2'))).toBe('c1,c4,c3');
  });

  test('what changes nothing gives the same document, and what changes shares the rest', () => {
    const document = full();
    expect(op.removeCell(document, 'nobody')).toBe(document);
    expect(op.moveCell(document, 'c1', 0)).toBe(document);
    expect(op.setParam(document, 'c1', 'bins', 4)).toBe(document);
    expect(op.setParam(document, 'c1', 'unset', undefined)).toBe(document);
    expect(op.setParam(document, 'c2', 'bins', 9)).toBe(document);
    expect(op.setTitle(document, document.title)).toBe(document);
    expect(op.setCode(document, 'c1', 'x')).toBe(document);
    expect(op.unbindTable(document, 'surveys')).toBe(document);
    const edited = op.setParam(document, 'c1', 'bins', 5);
    expect(edited.cells[0]).toMatchObject({ params: { bins: 5 } });
    expect(edited.cells[1]).toBe(document.cells[1]);
    expect(edited.sources).toBe(document.sources);
    expect(op.setParam(edited, 'c1', 'bins', undefined).cells[0]).toMatchObject({ params: {} });
    expect(document).toEqual(full());
  });
});

describe('renaming', () => {
  test('an alias takes its tables and facts along', () => {
    const document = op.renameOutput(full(), 'c1', 'worth', ['scores', 'segments']);
    expect(document.cells[0]).toMatchObject({ alias: 'worth' });
    expect(document.cells[1]).toMatchObject({ code: "select * from worth_scores where segment = 'Champions'" });
    expect(document.cells[2]).toMatchObject({ text: '# 结论\n{{worth.champions_share}} of customers' });
  });

  test('the segment that is made from it follows', () => {
    expect(op.renameOutput(full(), 'c1', 'worth', ['scores']).scope.segments[0]?.select).toBe(
      'select customer from worth_scores where r = 5',
    );
  });

  test('references stay where another cell has the old name too', () => {
    const twice = op.editCell(op.duplicateCell(full(), 'c1').document, 'c4', (cell) => ({ ...cell, alias: 'rfm' }) as never);
    const document = op.renameOutput(twice, 'c4', 'worth', ['scores']);
    expect(document.cells.find((cell) => cell.id === 'c2')).toBe(twice.cells.find((cell) => cell.id === 'c2'));
  });

  test.each(['', '1a', 'a b', 'a.b', 'a"b', 'x'.repeat(64)])('%s is no name', (name) => {
    expect(() => op.renameOutput(full(), 'c1', name)).toThrow(expect.objectContaining({ code: 'notebook.name' }));
  });

  test('names may be Chinese', () => {
    expect(op.renameOutput(full(), 'c2', '重点客户').cells[1]).toMatchObject({ name: '重点客户' });
  });
});

describe('data', () => {
  test('a source goes with its bindings', () => {
    const document = op.removeSource(full(), 'shop');
    expect(document.sources.map((source) => source.id)).toEqual(['people']);
    expect(document.bindings.map((binding) => binding.table)).toEqual(['customers']);
  });

  test('a table is bound anew, or beside what feeds it', () => {
    const binding = { table: 'orders', source: 'people', columns: { customer: { column: 'id' } } } as const;
    expect(op.bindTable(full(), binding).bindings.filter((each) => each.table === 'orders')).toEqual([binding]);
    const both = op.bindTable(full(), binding, { beside: true });
    expect(both.bindings.filter((each) => each.table === 'orders').map((each) => each.source)).toEqual(['shop', 'people']);
    const changed = op.bindTable(both, { ...binding, columns: {} }, { beside: true });
    expect(changed.bindings).toHaveLength(3);
    expect(op.unbindTable(both, 'orders').bindings.map((each) => each.table)).toEqual(['customers']);
  });

  test.each([
    ['Orders 2024.csv', 'orders_2024'],
    ['2024 orders.csv', 'orders'],
    ['订单.csv', 'data'],
    ['shop.csv', 'shop_2'],
    ['"; drop table.csv', 'drop_table'],
    ['.csv', 'data'],
  ])('%s is read into %s', (file, id) => {
    expect(freeSourceId(full(), file)).toBe(id);
  });
});
