import { describe, expect, test } from 'vitest';
import { segmentSelect, switchStatus } from '../../../src/ui/data/segment-select.ts';
import { oneSelect } from '../../../src/util/one-select.ts';

describe('the select of a segment', () => {
  test('is every customer of a table, or those with one value', () => {
    expect(segmentSelect('rfm_scores', null)).toBe('SELECT customer FROM "rfm_scores"');
    expect(segmentSelect('rfm_scores', { column: 'segment', value: 'champions' })).toBe(
      `SELECT customer FROM "rfm_scores" WHERE CAST("segment" AS VARCHAR) = 'champions'`,
    );
  });

  test('stays one select whatever names and values hold', () => {
    const select = segmentSelect('表 "x"; drop table y; --', { column: 'a"b', value: "o'clock'; drop table z; --" });
    expect(select).toBe(`SELECT customer FROM "表 ""x""; drop table y; --" WHERE CAST("a""b" AS VARCHAR) = 'o''clock''; drop table z; --'`);
    expect(oneSelect(select).text).toBe(select);
  });
});

describe('the statuses that count', () => {
  const known = ['paid', 'sent', ''];
  test('from all, switching one off names the others', () => {
    expect(switchStatus([], known, 'sent')).toEqual(['paid', '']);
  });
  test('all of them again is no restriction', () => {
    expect(switchStatus(['paid', ''], known, 'sent')).toEqual([]);
  });
  test('the last one stays, or nothing would be left to count', () => {
    expect(switchStatus(['paid'], known, 'paid')).toEqual(['paid']);
  });
  test('one that the data no longer has can be switched off, and does not stand for all', () => {
    expect(switchStatus(['paid', 'gone'], known, 'gone')).toEqual(['paid']);
    expect(switchStatus(['gone', 'paid'], known, 'sent')).toEqual(['gone', 'paid', 'sent']);
  });
});
