import { expect, test } from 'vitest';
import { quantity } from '../../src/cell/index.ts';

test('what is not a number is not known', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
    expect(quantity(value, 'share')).toEqual({ value: null, unit: 'share' });
  }
  expect(quantity(0, 'share')).toEqual({ value: 0, unit: 'share' });
  expect(quantity('2024-01-01', 'date')).toEqual({ value: '2024-01-01', unit: 'date' });
});

test('an interval goes with the value', () => {
  expect(quantity(0.4, 'share', { low: 0.3, high: 0.5, level: 0.9 })).toEqual({
    value: 0.4,
    unit: 'share',
    low: 0.3,
    high: 0.5,
    level: 0.9,
  });
});
