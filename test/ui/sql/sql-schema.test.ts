import { describe, expect, test } from 'vitest';
import type { CellDefinition } from '../../../src/cell/index.ts';
import { emptyDocument } from '../../../src/notebook/empty-document.ts';
import * as op from '../../../src/notebook/operations.ts';
import { errorRange } from '../../../src/ui/sql/error-range.ts';
import { sqlSchema } from '../../../src/ui/sql/sql-schema.ts';

const rfm = {
  id: 'rfm-segmentation',
  version: 1,
  alias: 'rfm',
  produces: { scores: { columns: { customer: {}, segment: {} } } },
} as unknown as CellDefinition;
const library = { list: () => [rfm], get: (id: string) => (id === rfm.id ? rfm : undefined) };

describe('the tables that SQL is offered', () => {
  const withOrders = op.bindTable(emptyDocument({ id: 'n' }), {
    table: 'orders',
    source: 's',
    columns: { amount: { column: 'a' }, customer: { column: 'c' } },
  });
  const withRfm = op.addAnalysis(withOrders, rfm).document;
  const one = op.addSql(withRfm);
  const two = op.addSql(one.document);

  test('are the canonical tables with the roles that are bound', () => {
    expect(sqlSchema(withOrders, library, () => [])).toEqual({ orders: ['customer', 'amount'] });
  });
  test('and what cells declare, until they have run and it is known', () => {
    expect(sqlSchema(withRfm, library, () => []).rfm_scores).toEqual(['customer', 'segment']);
    const left = () => [{ name: 'scores', columns: [{ name: 'customer' }] }];
    expect(sqlSchema(withRfm, library, left).rfm_scores).toEqual(['customer']);
  });
  test('and the results of other SQL cells, not its own', () => {
    expect(Object.keys(sqlSchema(two.document, library, () => [], two.cellId))).toEqual(['orders', 'rfm_scores', 'sql_1']);
  });
});

describe('the place of an error in SQL', () => {
  const code = 'select a,\n  "b ""c", nope\nfrom t';
  const at = (line: unknown, column: unknown) => {
    const range = errorRange(code, line, column);
    return range && code.slice(range.from, range.to);
  };
  test('is the word at its line and column', () => {
    expect(at(2, 12)).toBe('nope');
    expect(at(1, 1)).toBe('select');
    expect(at(2, 3)).toBe('"b ""c"');
    expect(at(1, 9)).toBe(',');
  });
  test('is the whole line where the column is not known or beyond it', () => {
    expect(at(2, undefined)).toBe('"b ""c", nope');
    expect(at(3, 99)).toBe('from t');
  });
  test('is nowhere where the line is not known', () => {
    expect(at(undefined, 3)).toBeNull();
    expect(at(9, 1)).toBeNull();
    expect(at('1', 1)).toBeNull();
  });
});
