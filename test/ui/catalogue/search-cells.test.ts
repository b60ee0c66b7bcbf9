import { describe, expect, test } from 'vitest';
import { type CellDefinition, GROUPS } from '../../../src/cell/index.ts';
import { searchCells } from '../../../src/ui/catalogue/search-cells.ts';

const cell = (id: string, group: CellDefinition['group'], en: string, zh: string, question: string, terms: string[]) =>
  ({ id, group, title: { en, zh }, question: { en: question, zh: '问题' }, terms }) as unknown as CellDefinition;

const cells = [
  cell('cohort-retention', 'retention', 'Cohort retention', '同期群留存', 'Do they come back?', ['留存', 'cohort']),
  cell('rfm-segmentation', 'segments', 'RFM segmentation', 'RFM 客户细分', 'Who is recent, frequent, valuable?', ['RFM', '客户细分']),
  cell('clv-probabilistic', 'value', 'Customer lifetime value', '客户终身价值', 'What will they be worth?', ['CLV', 'BG/NBD']),
];
const names = Object.fromEntries(GROUPS.map((group) => [group, [group]])) as unknown as Parameters<typeof searchCells>[2];
const ids = (query: string) => searchCells(cells, query, names).map(({ definition }) => definition.id);

describe('the search of the catalogue', () => {
  test('gives everything in the order of the groups where nothing is asked', () => {
    expect(ids('')).toEqual(['rfm-segmentation', 'clv-probabilistic', 'cohort-retention']);
    expect(ids('  ')).toHaveLength(3);
  });

  test('finds by method, in either language, whatever the case or width', () => {
    expect(ids('bg/nbd')).toEqual(['clv-probabilistic']);
    expect(ids('留存')).toEqual(['cohort-retention']);
    expect(ids('ＲＦＭ')).toEqual(['rfm-segmentation']);
    expect(ids('终身')).toEqual(['clv-probabilistic']);
  });

  test('finds by the question', () => {
    expect(ids('come back')).toEqual(['cohort-retention']);
  });

  test('wants every word', () => {
    expect(ids('rfm retention')).toEqual([]);
    expect(ids('customer value')).toEqual(['clv-probabilistic']);
  });

  test('puts a title before a question and a term before a part of one', () => {
    expect(ids('r')[0]).toBe('rfm-segmentation');
    expect(ids('value')[0]).toBe('clv-probabilistic');
  });

  test('finds nothing for what is nowhere', () => {
    expect(ids('zebra')).toEqual([]);
  });
});
