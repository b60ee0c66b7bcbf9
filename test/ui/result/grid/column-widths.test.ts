import { expect, it } from 'vitest';
import { columnWidth } from '../../../../src/ui/result/grid/column-widths.ts';

it('gives Chinese letters nearly twice the room, and stays within limits', () => {
  expect(columnWidth(['客户编号客户编号'])).toBeGreaterThan(columnWidth(['abcdefgh']) * 1.4);
  expect(columnWidth([''])).toBe(48);
  expect(columnWidth(['x'.repeat(1000)])).toBe(300);
});
