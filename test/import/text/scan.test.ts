import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectOf } from '../../../src/import/text/dialect.ts';
import { decodeField, emptyRecords } from '../../../src/import/text/records.ts';
import { type FaultyRecord, scanRecords } from '../../../src/import/text/scan.ts';

interface Options {
  width: number;
  delimiter?: string;
  escape?: string;
  newline?: '\n' | '\r';
  /** Bytes handed over at a time; all at once by default. */
  pieces?: number;
}

/** All records, and the faulty ones, of a text that arrives piece by piece. */
function scan(text: string, { width, delimiter = ',', escape: escapedBy = '"', newline = '\n', pieces }: Options) {
  const bytes = new TextEncoder().encode(text);
  const dialect = dialectOf({ delimiter, quote: '"', escape: escapedBy, newline });
  const rows: string[][] = [];
  const lines: number[] = [];
  const faults: (Pick<FaultyRecord, 'code' | 'line'> & { text: string })[] = [];
  const state = { position: 0, line: 1 };
  const records = emptyRecords(width, 3);
  records.bytes = new Uint8Array(bytes.length + 1);
  const step = pieces ?? bytes.length;
  for (let end = Math.min(step, bytes.length); ; end = Math.min(end + step, bytes.length)) {
    records.bytes.set(bytes.subarray(0, end));
    for (let before = -1; before !== state.position; ) {
      before = state.position;
      records.count = 0;
      scanRecords(records, state, end, end === bytes.length, dialect, ({ code, line, start, end: stop }) =>
        faults.push({ code, line, text: new TextDecoder().decode(records.bytes.slice(start, stop)) }),
      );
      for (let r = 0; r < records.count; r++) {
        rows.push(Array.from({ length: width }, (_, c) => decodeField(records, r * width + c, '"', escapedBy)));
        lines.push(records.lines[r] as number);
      }
    }
    if (end === bytes.length) return { rows, lines, faults };
  }
}

describe('records', () => {
  it('are cut at delimiters and line ends', () => {
    expect(scan('a,b\nc,d\n', { width: 2 }).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(scan('a,b\r\nc,d', { width: 2 }).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(scan('a;b\rc;d\r', { width: 2, delimiter: ';', newline: '\r' }).rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
  it('keep quoted delimiters, line ends and doubled quotes', () => {
    const { rows, lines } = scan('"a,1","b ""x"""\n"c\nd",e\nf,g', { width: 2 });
    expect(rows).toEqual([
      ['a,1', 'b "x"'],
      ['c\nd', 'e'],
      ['f', 'g'],
    ]);
    expect(lines).toEqual([1, 2, 4]);
  });
  it('take spaces off around unquoted values, and around quotes', () => {
    expect(scan(' a , " b " ,c\n', { width: 3 }).rows).toEqual([['a', ' b ', 'c']]);
  });
  it('know backslashes before quotes', () => {
    expect(scan('"a \\"x\\" b",c\n', { width: 2, escape: '\\' }).rows).toEqual([['a "x" b', 'c']]);
  });
  it('keep a stray quote within a value', () => {
    expect(scan('5" screen,"6" screen",7\n', { width: 3 }).rows).toEqual([['5" screen', '6" screen', '7']]);
  });
  it('of padded columns are cut at runs of spaces', () => {
    const { rows } = scan(' 00001 19970101  1   11.77\r\n 00002 19970112  5   77.00  \r\n', { width: 4, delimiter: ' ' });
    expect(rows).toEqual([
      ['00001', '19970101', '1', '11.77'],
      ['00002', '19970112', '5', '77.00'],
    ]);
  });
  it('pass over blank lines and rows of delimiters alone, and still count lines', () => {
    const { rows, lines, faults } = scan('a,b\n\n , \n,\r\nc,d\n\n', { width: 2 });
    expect(rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(lines).toEqual([1, 5]);
    expect(faults).toEqual([]);
  });
  it('of another width are told, with their line and text', () => {
    const { rows, faults } = scan('a,b\nc\nd,e,f\ng,h,,\n', { width: 2 });
    expect(rows).toEqual([
      ['a', 'b'],
      ['g', 'h'],
    ]);
    expect(faults).toEqual([
      { code: 'too_few_fields', line: 2, text: 'c' },
      { code: 'too_many_fields', line: 3, text: 'd,e,f' },
    ]);
  });
  it('with a quote that is never closed cost one line, not the file', () => {
    const { rows, faults, lines } = scan('a,b\n"c,d\ne,f\ng,h\n', { width: 2 });
    expect(faults).toEqual([{ code: 'open_quote', line: 2, text: '"c,d' }]);
    expect(rows).toEqual([
      ['a', 'b'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
    expect(lines).toEqual([1, 3, 4]);
  });
});

it('what is written as CSV comes back, wherever the pieces are cut', () => {
  const value = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '客', '1'), maxLength: 6 });
  const table = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(value, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 40 }), (rows, pieces) => {
      // rows without any value are blank lines
      const written = rows.filter((row) => row.some((cell) => cell !== ''));
      const text = written.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
      fc.pre(text !== '');
      // a quote, a delimiter or a line end right after a quote within a value cannot be told from its end
      const { rows: back, faults } = scan(text, { width: written[0]?.length ?? 1, pieces });
      expect(back).toEqual(written);
      expect(faults).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
