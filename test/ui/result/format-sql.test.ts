import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSql } from '../../../src/ui/result/format-sql.ts';
import { sqlTokens } from '../../../src/util/sql-lexer.ts';

const tokens = (sql: string) => sqlTokens(sql).map(({ kind, text }) => `${kind} ${text}`);

describe('formatSql', () => {
  it('gives each clause a line, and subqueries an indent', () => {
    expect(formatSql("select a,  b from (select * from t where x = ' from ') q left join u using (k) where a > 1 order by a limit 5")).toBe(
      [
        'select a, b',
        'from (',
        '  select *',
        '  from t',
        "  where x = ' from '",
        ') q',
        'left join u using (k)',
        'where a > 1',
        'order by a',
        'limit 5',
      ].join('\n'),
    );
  });

  it('leaves functions, windows and comparisons on their line', () => {
    const sql = 'select left(a, 2), sum(b) over (partition by c order by d), extract(year from e), f is distinct from g';
    expect(formatSql(sql)).toBe(sql);
  });

  it('keeps comments', () => {
    expect(formatSql('select 1 -- from here\nfrom t /* where */ where x')).toBe('select 1 -- from here\nfrom t /* where */ where x');
  });

  it('changes nothing but white space, whatever it gets', () => {
    const piece = fc.constantFrom(
      'select',
      'from',
      'with',
      'join',
      'left',
      '(',
      ')',
      "' from '",
      '"where"',
      '--x\n',
      '/* ) */',
      ',',
      'a',
      '.',
      '1',
      ' ',
      '\n',
      '$$from$$',
      "'",
      'group by',
    );
    const property = fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const sql = pieces.join(' ');
      expect(tokens(formatSql(sql)).map((token) => token.trim())).toEqual(tokens(sql.trim()).map((token) => token.trim()));
    });
    fc.assert(property, { numRuns: 3000 });
  });
});
