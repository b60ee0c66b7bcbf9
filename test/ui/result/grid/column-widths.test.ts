import { expect, it } from 'vitest';
import { columnWidth } from '../../../../src/ui/result/grid/column-widths.ts';

it('gives Chinese letters nearly twice the room', () => {
  expect(columnWidth('', ['客户编号客户编号']).least).toBeGreaterThan(columnWidth('', ['abcdefgh']).least * 1.4);
});

it('stays within limits, and wishes for more than it needs where texts are long', () => {
  expect(columnWidth('', [])).toEqual({ least: 48, wished: 48 });
  expect(columnWidth('A', ['x'.repeat(1000)])).toEqual({ least: 300, wished: 720 });
  const short = columnWidth('Share of customers', ['12.3%']);
  expect(short.least).toBe(short.wished);
});
