import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sqlTokens } from '../../src/util/sql-lexer.ts';

const kinds = (source: string) => sqlTokens(source).map(({ kind, text }) => `${kind} ${text}`);

describe('tokens of SQL', () => {
  test('leave out space and comments, nested ones too', () => {
    expect(kinds('a -- b ; c\n/* d /* e */ ; f */ g')).toEqual(['word a', 'word g']);
  });

  test('are words of any script, numbers, names in quotes, and symbols', () => {
    expect(kinds('select 客户, "a ""b"" c", x1$, 1.5e-3, .5, 1_000 from t😀')).toEqual([
      'word select',
      'word 客户',
      'symbol ,',
      'quoted a "b" c',
      'symbol ,',
      'word x1$',
      'symbol ,',
      'number 1.5e-3',
      'symbol ,',
      'number .5',
      'symbol ,',
      'number 1_000',
      'word from',
      'word t',
      'word 😀',
    ]);
  });

  test('are strings of every kind, and nothing inside them counts', () => {
    for (const text of ["'it''s; -- /*'", "E'it\\'s; '", '$$;\'"$$', '$tag$ $$ ; $tag$'])
      expect(kinds(`${text} x`)).toEqual([`string ${text}`, 'word x']);
    expect(kinds("'ends with backslash\\' x")).toEqual(["string 'ends with backslash\\'", 'word x']);
  });

  test('end in an open one where something is never closed', () => {
    for (const text of ["'a", '"a', '/* /* */', '$$a', "e'\\'"]) expect(kinds(`x ${text}`)).toEqual(['word x', `open ${text}`]);
  });

  test('cover the text in order, whatever it is', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '$',
      '--',
      '/*',
      '*/',
      ';',
      '\n',
      ' ',
      'e',
      'E',
      '\\',
      'a',
      '1',
      '.',
      '客',
      '😀',
      '(',
      '\u3000',
    );
    const text = fc.oneof(
      fc.array(piece).map((parts) => parts.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, (source) => {
        let at = 0;
        for (const token of sqlTokens(source)) {
          if (token.start < at || token.end <= token.start) return false;
          at = token.end;
        }
        return at <= source.length;
      }),
      { numRuns: 2000 },
    );
  });
});
