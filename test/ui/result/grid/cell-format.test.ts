import { describe, expect, it } from 'vitest';
import type { CellValue, Column } from '../../../../src/cell/index.ts';
import { cellFormat } from '../../../../src/ui/result/grid/cell-format.ts';

function column(unit: Column['unit'], values: CellValue[], currency = 'GBP') {
  const format = cellFormat(
    { name: 'x', ...(unit ? { unit } : {}) },
    values.map((x) => ({ x })),
    'en',
    currency,
  );
  return { numeric: format.numeric, texts: values.map(format.write) };
}

describe('cellFormat', () => {
  it('gives all numbers of a column the same digits', () => {
    expect(column('money', [1, 2.5, null]).texts).toEqual(['1.00', '2.50', '–']);
    expect(column('money', [1, 2.5], 'JPY').texts).toEqual(['1', '3']);
    expect(column('money', [250_000.4, 2]).texts).toEqual(['250,000', '2']);
    expect(column('days', [1, 31]).texts).toEqual(['1', '31']);
    expect(column('number', [0.5, 1.25, 0.00001]).texts).toEqual(['0.500', '1.250', '1E−5']);
  });

  it('writes shares so that small columns still say something', () => {
    expect(column('share', [0.5, 0.0001, 0, 1]).texts).toEqual(['50.0%', '<0.1%', '0.0%', '100.0%']);
    expect(column('share', [0.001, 0.0005]).texts).toEqual(['0.10%', '0.05%']);
  });

  it('leaves keys and text as they are', () => {
    expect(column(undefined, [12346, 12347])).toEqual({ numeric: true, texts: ['12346', '12347'] });
    expect(column(undefined, ['A-1', null])).toEqual({ numeric: false, texts: ['A-1', '–'] });
    expect(column('date', ['2010-12-01'])).toEqual({ numeric: false, texts: ['2010-12-01'] });
  });

  it('never says NaN', () => {
    expect(column('share', [Number.NaN, Number.POSITIVE_INFINITY]).texts).toEqual(['–', '–']);
    expect(column('points', [Number.NaN, -0.031]).texts).toEqual(['–', '−3.1']);
  });
});
