import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Param, param } from '../../../src/cell/index.ts';
import { inputText, parseNumber, readInput } from '../../../src/ui/params/read-input.ts';

const read = (p: unknown, text: string) => readInput(p as Param, text);

describe('what a person types into a parameter', () => {
  test('is read as a number with a point, a decimal comma or full-width digits', () => {
    expect(parseNumber('1.5')).toBe(1.5);
    expect(parseNumber('1,5')).toBe(1.5);
    expect(parseNumber('１２')).toBe(12);
    expect(parseNumber(' −3 ')).toBe(-3);
    expect(parseNumber('2e3')).toBe(2000);
  });

  test('is no number where it is something else', () => {
    for (const text of ['', '-', '.', '1.2.3', '0x10', 'NaN', 'Infinity', '1e999', '12 apples', '1,2,3'])
      expect(parseNumber(text), text).toBeNull();
  });

  test('any finite number is read back from its own text', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  const bins = param.number({ default: 5, min: 3, max: 10, step: 1 });
  const weight = param.number({ default: 1, min: 0, max: 2 });

  test('outside of its range says the range and is not applied', () => {
    expect(read(bins, '7')).toEqual({ ok: true, value: 7 });
    expect(read(bins, '11')).toEqual({ ok: false, key: 'params.invalid.integer', args: { min: 3, max: 10 } });
    expect(read(bins, '4.5')).toEqual({ ok: false, key: 'params.invalid.integer', args: { min: 3, max: 10 } });
    expect(read(weight, '3')).toEqual({ ok: false, key: 'params.invalid.range', args: { min: 0, max: 2 } });
    expect(read(weight, '')).toEqual({ ok: false, key: 'params.invalid.number' });
  });

  test('as a list is split at commas of either language, semicolons and spaces', () => {
    const cuts = param.numbers({ default: [1, 2], length: [1, 4] });
    expect(read(cuts, '1, 2; 3')).toEqual({ ok: true, value: [1, 2, 3] });
    expect(read(cuts, '30，60、90')).toEqual({ ok: true, value: [30, 60, 90] });
    expect(read(cuts, '1, x')).toMatchObject({ ok: false });
    expect(read(cuts, '1 2 3 4 5')).toMatchObject({ ok: false });
    expect(inputText(cuts as unknown as Param, [1, 2.5])).toBe('1, 2.5');
  });

  test('as a date must be a day of the calendar', () => {
    const day = param.date({ of: 'orders.time' });
    expect(read(day, '2024-02-29')).toEqual({ ok: true, value: '2024-02-29' });
    expect(read(day, '2023-02-29')).toEqual({ ok: false, key: 'params.invalid.date' });
    expect(read(day, '29.02.2024')).toMatchObject({ ok: false });
  });

  test('as a text says how long it may be', () => {
    expect(read(param.text({ default: '', maxLength: 37 }), 'x'.repeat(38))).toEqual({
      ok: false,
      key: 'params.invalid.long',
      args: { max: 37 },
    });
  });
});
