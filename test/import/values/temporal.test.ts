import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAscii } from '../../../src/import/columns/ascii-temporal.ts';
import { microsOf } from '../../../src/import/columns/temporal-reader.ts';
import { daysFromCivil, isoTimestamp } from '../../../src/import/values/civil.ts';
import { type DateOrder, parseTemporal } from '../../../src/import/values/temporal.ts';

function written(text: string, order: DateOrder = 'ymd', offset?: number): string | null {
  const found = parseTemporal(text, order);
  return found && isoTimestamp(microsOf(found, offset) / 1000);
}

it.each<[string, string, DateOrder?]>([
  ['2024-03-05', '2024-03-05 00:00:00'],
  ['2024/3/5', '2024-03-05 00:00:00'],
  ['2024.03.05', '2024-03-05 00:00:00'],
  ['2024年3月5日', '2024-03-05 00:00:00'],
  ['2024年03月05号', '2024-03-05 00:00:00'],
  ['2024 年 3 月 5 日', '2024-03-05 00:00:00'],
  ['20240305', '2024-03-05 00:00:00'],
  ['05.03.2024', '2024-03-05 00:00:00', 'dmy'],
  ['5/3/2024', '2024-03-05 00:00:00', 'dmy'],
  ['3/5/2024', '2024-03-05 00:00:00', 'mdy'],
  ['12/1/10 8:26', '2010-12-01 08:26:00', 'mdy'],
  ['5/3/69', '2069-03-05 00:00:00', 'dmy'],
  ['5/3/70', '1970-03-05 00:00:00', 'dmy'],
  ['5 Mar 2024', '2024-03-05 00:00:00'],
  ['05-Mar-24', '2024-03-05 00:00:00'],
  ['March 5, 2024', '2024-03-05 00:00:00'],
  ['Sept 5, 2024', '2024-09-05 00:00:00'],
  ['5th March 2024', '2024-03-05 00:00:00'],
  ['2024-03', '2024-03-01 00:00:00'],
  ['2024年3月', '2024-03-01 00:00:00'],
  ['2024-03-05 10:00', '2024-03-05 10:00:00'],
  ['2024-03-05T10:00:05', '2024-03-05 10:00:05'],
  ['2024-03-05 10:00:05.250', '2024-03-05 10:00:05.250'],
  ['2024/3/5 9:05', '2024-03-05 09:05:00'],
  ['2024年3月5日 10时30分', '2024-03-05 10:30:00'],
  ['2024年3月5日10:30:15', '2024-03-05 10:30:15'],
  ['2024年3月5日 下午3:05', '2024-03-05 15:05:00'],
  ['3/5/2024 12:05 AM', '2024-03-05 00:05:00', 'mdy'],
  ['3/5/2024 12:05 PM', '2024-03-05 12:05:00', 'mdy'],
  ['3/5/2024 3:05:07 p.m.', '2024-03-05 15:05:07', 'mdy'],
  ['2024-02-29', '2024-02-29 00:00:00'],
])('reads %s', (text, expected, order) => {
  expect(written(text, order)).toBe(expected);
});

it.each([
  '',
  'abc',
  '2023-02-29',
  '2024-13-01',
  '2024-00-10',
  '2024-03-32',
  '2024-03-05 24:00',
  '2024-03-05 10:61',
  '12',
  '12.5',
  '2024',
  '2024-03-05 tomorrow',
  '2024-3',
  '31/12',
  '5 Foo 2024',
  '2024-03/05',
  '99999999',
])('does not take %j for a date', (text) => {
  expect(parseTemporal(text)).toBeNull();
});

describe('an offset', () => {
  it('is converted to the offset of its column', () => {
    expect(written('2024-03-05T10:00:00+08:00', 'ymd', 480)).toBe('2024-03-05 10:00:00');
    expect(written('2024-03-05T02:00:00Z', 'ymd', 480)).toBe('2024-03-05 10:00:00');
    expect(written('2024-03-05T10:00:00+08:00', 'ymd', 0)).toBe('2024-03-05 02:00:00');
    expect(written('2024-03-05 01:30:00 -0530', 'ymd', 0)).toBe('2024-03-05 07:00:00');
    expect(written('2024-03-05T10:00:00+08:00[Asia/Shanghai]', 'ymd', 0)).toBe('2024-03-05 02:00:00');
  });
  it('leaves a value without one as written', () => {
    expect(written('2024-03-05 10:00:00', 'ymd', 480)).toBe('2024-03-05 10:00:00');
  });
});

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      expect(daysFromCivil(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(days);
    }),
  );
});

it('reads from bytes what it reads from text', () => {
  const two = (n: number) => String(n).padStart(2, '0');
  const forms: ((y: number, m: number, d: number, h: number, i: number, s: number) => [string, DateOrder])[] = [
    (y, m, d) => [`${y}-${two(m)}-${two(d)}`, 'ymd'],
    (y, m, d, h, i) => [`${y}/${m}/${d} ${h}:${two(i)}`, 'ymd'],
    (y, m, d, h, i, s) => [`${d}.${m}.${y} ${two(h)}:${two(i)}:${two(s)}.5`, 'dmy'],
    (y, m, d, h, i, s) => [`${m}/${d}/${y}T${two(h)}:${two(i)}:${two(s)}`, 'mdy'],
    (y, m, d) => [`${y}${two(m)}${two(d)}`, 'ymd'],
  ];
  const part = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(
      fc.constantFrom(...forms),
      fc.integer({ min: 1000, max: 9999 }),
      part(14),
      part(33),
      part(25),
      part(61),
      part(61),
      (form, ...parts) => {
        const [text, order] = form(...parts);
        const bytes = new TextEncoder().encode(text);
        const into = { days: 0, micros: 0 };
        const slow = parseTemporal(text, order);
        if (readAscii(bytes, 0, bytes.length, order, into)) expect(into).toEqual({ days: slow?.days, micros: slow?.micros ?? 0 });
        else expect(slow).toBeNull();
      },
    ),
    { numRuns: 2000 },
  );
});
