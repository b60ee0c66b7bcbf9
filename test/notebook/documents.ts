import type { NotebookDocument } from '../../src/notebook/document.ts';

/** A document with one of everything. */
export function full(): NotebookDocument {
  return {
    schema: 1,
    id: 'a1b2c3',
    title: '客户分析 2024',
    sources: [
      {
        id: 'shop',
        name: 'Orders 2024 (final).csv',
        origin: { kind: 'file' },
        fingerprint: 'ab'.repeat(32),
        bytes: 1234,
        rows: 99,
        columns: [
          { name: '客户编号', type: 'VARCHAR' },
          { name: 'when', type: 'DATE' },
          { name: 'paid', type: 'DOUBLE' },
        ],
        options: {
          format: 'text',
          delimiter: ';',
          header: true,
          skip: 0,
          columns: [{ source: 'paid', name: 'paid', type: 'number', decimalMark: ',', examples: ['1,5'] }],
          preview: [['Anna Meier', '2024-01-01']],
        },
      },
      {
        id: 'people',
        name: 'customers.csv',
        origin: { kind: 'sample', dataset: 'online-shop', file: 'customers.csv' },
        fingerprint: 'cd'.repeat(32),
        bytes: 1,
        rows: 1,
        columns: [{ name: 'id', type: 'BIGINT' }],
        options: {},
      },
    ],
    bindings: [
      {
        table: 'orders',
        source: 'shop',
        columns: {
          customer: { column: '客户编号' },
          time: { column: 'when' },
          amount: { expression: 'paid * 1.19' },
          channel: { constant: 'web' },
          order_id: { row: true },
        },
      },
      { table: 'customers', source: 'people', columns: { customer: { column: 'id' } } },
    ],
    definitions: { currency: 'CNY', weekStart: 7, asOf: '2024-12-31', returns: 'drop', statuses: ['paid', '已完成'] },
    scope: { consent: false, segments: [{ id: 's1', name: 'Best', select: 'select customer from rfm_scores where r = 5' }], active: 's1' },
    cells: [
      { id: 'c1', type: 'analysis', cell: 'rfm-segmentation', version: 1, alias: 'rfm', params: { bins: 4 } },
      { id: 'c2', type: 'sql', name: 'champions', code: "select * from rfm_scores where segment = 'Champions'" },
      { id: 'c3', type: 'prose', text: '# 结论\n{{rfm.champions_share}} of customers' },
    ],
  };
}
