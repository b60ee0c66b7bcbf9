import { describe, expect, it } from 'vitest';
import { toDelimited } from '../../src/util/delimited.ts';

describe('toDelimited', () => {
  it('quotes what needs it in CSV', () => {
    expect(
      toDelimited(
        [
          ['a,b', 'say "x"', 1.5, null, true],
          ['two\nlines', '', 0, 'é', '中'],
        ],
        'csv',
      ),
    ).toBe('"a,b","say ""x""",1.5,,true\r\n"two\nlines",,0,é,中\r\n');
  });

  it('makes breaks within a value into spaces in TSV', () => {
    expect(
      toDelimited(
        [
          ['a\tb', 'c\r\nd'],
          [1, null],
        ],
        'tsv',
      ),
    ).toBe('a b\tc d\n1\t');
  });

  it('takes the teeth out of formulas and leaves numbers and telephone numbers alone', () => {
    const values = ['=1+1', '@SUM(A1)', '+cmd|x', '-2+3+cmd', '-5', '+86 138-0000-0000', '-1,234.5', '\t=1'];
    expect(values.map((value) => toDelimited([[value]], 'csv').trimEnd())).toEqual([
      "'=1+1",
      "'@SUM(A1)",
      "'+cmd|x",
      "'-2+3+cmd",
      '-5',
      '+86 138-0000-0000',
      '"-1,234.5"',
      "'\t=1",
    ]);
    expect(toDelimited([[-5]], 'tsv')).toBe('-5');
  });
});
