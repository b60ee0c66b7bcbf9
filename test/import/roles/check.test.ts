import { expect, it } from 'vitest';
import { preview } from '../../../src/import/index.ts';
import { checkBinding, type RoleValue } from '../../../src/import/roles/index.ts';
import { daysFromCivil } from '../../../src/import/values/civil.ts';
import { fileOf } from '../helpers.ts';

const TODAY = daysFromCivil(2024, 6, 1);
const FILE = `customer,day,amount,note,words,late,empty
1,2024-01-01,5.5,n/a note,twelve,2024-01-01,
2,2024-01-02,6.5,other,13,2031-01-01,
3,2024-01-03,7.5,thing,14,2024-01-03,
`;

async function problems(columns: Record<string, string | RoleValue>, file = FILE, table: Parameters<typeof checkBinding>[0] = 'orders') {
  const bound = Object.fromEntries(
    Object.entries(columns).map(([role, value]) => [role, typeof value === 'string' ? { column: value } : value]),
  );
  return checkBinding(table, bound, (await preview(fileOf(file))).columns, TODAY);
}

it('a binding that holds has no problems', async () => {
  expect(await problems({ customer: 'customer', time: 'day', amount: 'amount' })).toEqual([]);
});
it('a required role without a column is said', async () => {
  expect(await problems({ customer: 'customer', time: 'day' })).toEqual([
    { code: 'missing_role', severity: 'error', role: 'amount', column: '', examples: [] },
  ]);
});
it('of roles of which one is required, one is enough', async () => {
  expect(await problems({ customer: 'customer' }, FILE, 'subscriptions')).toMatchObject([
    { code: 'missing_one_of', examples: ['started_at', 'tenure'] },
  ]);
  expect(await problems({ customer: 'customer', tenure: 'amount' }, FILE, 'subscriptions')).toEqual([]);
});
it('two roles on one column are said', async () => {
  expect(await problems({ customer: 'customer', time: 'day', amount: 'amount', cost: 'amount' })).toEqual([
    { code: 'same_column', severity: 'error', role: 'cost', column: 'amount', examples: ['amount'] },
  ]);
});
it('a date that is none is said, with examples', async () => {
  expect(await problems({ customer: 'customer', time: 'words', amount: 'amount' })).toEqual([
    { code: 'not_a_date', severity: 'error', role: 'time', column: 'words', examples: ['twelve', '13', '14'] },
  ]);
});
it('an amount of text is said, with the values that are none', async () => {
  expect(await problems({ customer: 'customer', time: 'day', amount: 'words' })).toEqual([
    { code: 'not_a_number', severity: 'error', role: 'amount', column: 'words', examples: ['twelve'] },
  ]);
});
it('a flag of more than two values is said', async () => {
  expect(await problems({ customer: 'customer', time: 'day', amount: 'amount', is_return: 'note' })).toMatchObject([
    { code: 'not_a_flag', role: 'is_return' },
  ]);
});
it('a column that is not in the file is said', async () => {
  expect(await problems({ customer: 'gone', time: 'day', amount: 'amount' })).toMatchObject([{ code: 'unknown_column', column: 'gone' }]);
});
it('a column without values is no customer', async () => {
  expect(await problems({ customer: 'empty', time: 'day', amount: 'amount' })).toMatchObject([{ code: 'all_missing', severity: 'error' }]);
});
it('days to come deserve a look', async () => {
  expect(await problems({ customer: 'customer', time: 'late', amount: 'amount' })).toEqual([
    { code: 'future', severity: 'warning', role: 'time', column: 'late', examples: ['2031-01-01'] },
  ]);
});
it('an ambiguous date deserves a look', async () => {
  const file = 'customer,day,amount\n1,03/04/2024,5\n2,02/01/2024,6\n';
  expect(await problems({ customer: 'customer', time: 'day', amount: 'amount' }, file)).toMatchObject([
    { code: 'ambiguous_date', severity: 'warning', examples: ['03/04/2024', '02/01/2024'] },
  ]);
});
it('gaps in the customer deserve a look, with their share', async () => {
  const file = 'customer,day,amount\n1,2024-01-01,5\n,2024-01-02,6\n';
  expect(await problems({ customer: 'customer', time: 'day', amount: 'amount' }, file)).toMatchObject([
    { code: 'some_missing', share: 0.5 },
  ]);
});
it('a customer who comes twice in the table of customers deserves a look', async () => {
  expect(await problems({ customer: 'c' }, 'c,n\na,1\na,2\nb,3\n', 'customers')).toMatchObject([{ code: 'repeats', severity: 'warning' }]);
});
it('values that do not fit deserve a look, with examples', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `${i},2024-01-01,${i === 30 ? 'unknown' : `${i}.5`}`);
  expect(
    await problems({ customer: 'customer', time: 'day', amount: 'amount' }, `customer,day,amount\n${lines.join('\n')}\n`),
  ).toMatchObject([{ code: 'unfit', examples: ['unknown'] }]);
});
it('an expression and a constant are let be', async () => {
  expect(await problems({ customer: { constant: 'all' }, time: 'day', amount: { expression: '"amount" * 2' } })).toEqual([]);
});
