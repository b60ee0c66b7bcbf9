import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../src/notebook/parse-document.ts';
import { describeRecipe } from '../../src/share/describe-recipe.ts';
import { toRecipe } from '../../src/share/recipe.ts';
import { full } from '../notebook/documents.ts';

describe('what a link carries of a file', () => {
  test('name, columns and how it is read, and nothing of its rows', () => {
    const [file] = toRecipe(full()).sources;
    expect(file).toEqual({
      id: 'shop',
      name: 'Orders 2024 (final).csv',
      origin: { kind: 'file' },
      fingerprint: '',
      bytes: 0,
      rows: 0,
      columns: full().sources[0]?.columns,
      options: {
        format: 'text',
        delimiter: ';',
        header: true,
        skip: 0,
        columns: [{ source: 'paid', name: 'paid', type: 'number', decimalMark: ',' }],
      },
    });
    expect(JSON.stringify(toRecipe(full()))).not.toMatch(/Meier|1,5/);
  });

  test('a sample stays as it is, and the recipe is a notebook', () => {
    expect(toRecipe(full()).sources[1]).toEqual(full().sources[1]);
    expect(parseDocument(JSON.parse(JSON.stringify(toRecipe(full()))))).toEqual(toRecipe(full()));
  });
});

test('everything in a link is listed before it leaves', () => {
  const items = describeRecipe(full());
  expect(items.map((item) => item.kind)).toEqual([
    ...['title', 'file', 'sample', 'binding', 'binding', 'definitions', 'segment', 'analysis', 'sql', 'prose'],
  ]);
  expect(items[1]).toEqual({ kind: 'file', name: 'Orders 2024 (final).csv', columns: ['客户编号', 'when', 'paid'] });
  expect(items[3]).toMatchObject({ source: 'Orders 2024 (final).csv', constants: ['web'], expressions: ['paid * 1.19'] });
  expect(items[5]).toMatchObject({ changed: ['currency', 'weekStart', 'asOf', 'returns', 'statuses'] });

  // Every piece of text in the payload is in the list, but for words of the format itself.
  const listed = JSON.stringify(items);
  const own =
    /^(analysis|sql|prose|file|sample|text|number|VARCHAR|DATE|DOUBLE|BIGINT|c\d|s1|a1b2c3|shop|people|drop|;|,|(cd)+|customers\.csv|paid|2024-12-31|CNY|已完成|id|)$/;
  const leaves = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(leaves) : [];
  for (const text of leaves(toRecipe(full()))) {
    if (!own.test(text)) expect(listed).toContain(JSON.stringify(text).slice(1, -1));
  }
});
