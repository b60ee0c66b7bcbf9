import { expect, test } from 'vitest';
import { addDays, addMonths, daysBetween } from '../../../cells/rfm-segmentation/days.ts';

test('a month back from a day that the month does not have is its last day', () => {
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(addMonths('2023-03-31', -1)).toBe('2023-02-28');
  expect(addMonths('2024-08-31', -6)).toBe('2024-02-29');
  expect(addMonths('2024-01-15', -13)).toBe('2022-12-15');
  expect(addMonths('2024-12-31', 2)).toBe('2025-02-28');
});

test('days cross months and leap days, and stop at the ends of the calendar', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
  expect(addMonths('0001-02-01', -3)).toBe('0001-01-01');
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
});
