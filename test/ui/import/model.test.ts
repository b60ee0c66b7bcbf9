import { describe, expect, it } from 'vitest';
import { preview } from '../../../src/import/index.ts';
import {
  alsoGiven,
  amountFormula,
  bindingsOf,
  bindRole,
  chooseTable,
  isComplete,
  problemsOf,
  rebindModel,
  retypeColumn,
  startModel,
  toggleTable,
} from '../../../src/ui/import/model.ts';
import { fileOf } from '../../import/helpers.ts';

const ORDERS = 'customer_id,order_date,amount,note\n1,2024-01-01,5.5,a\n2,2024-01-02,6.5,b\n';
const LINES = 'InvoiceNo,StockCode,Quantity,InvoiceDate,UnitPrice,CustomerID\n1,A,2,2024-01-01,2.5,7\n2,B,1,2024-01-02,3.5,8\n';
const start = async (text: string, table?: 'customers' | 'orders') => startModel(await preview(fileOf(text)), table);

describe('a file that is looked at', () => {
  it('is taken for its likeliest table, complete as it is', async () => {
    const model = await start(ORDERS);
    expect(bindingsOf(model, 'shop')).toEqual([
      {
        table: 'orders',
        source: 'shop',
        columns: { customer: { column: 'customer_id' }, time: { column: 'order_date' }, amount: { column: 'amount' } },
      },
    ]);
    expect(isComplete(model)).toBe(true);
  });
  it('of order lines gives orders, too, with their amount as a formula', async () => {
    const model = await start(LINES);
    expect(model.tables.map(({ table }) => table)).toEqual(['order_lines', 'orders']);
    expect(bindingsOf(model, 'shop')[1]?.columns.amount).toEqual({ expression: '"Quantity" * "UnitPrice"' });
    expect(amountFormula(model)).toBe('"Quantity" * "UnitPrice"');
    expect(toggleTable(model, 'orders').tables.map(({ table }) => table)).toEqual(['order_lines']);
    expect(toggleTable(toggleTable(model, 'orders'), 'orders')).toEqual(model);
  });
  it('that is nothing known is for SQL only', async () => {
    const model = await start('alpha,beta\nx,y\nz,w\n');
    expect(model.tables).toEqual([]);
    expect(isComplete(model)).toBe(true);
    expect(bindingsOf(model, 'x')).toEqual([]);
  });
  it('is taken for the table that is wanted', async () => {
    expect((await start(ORDERS, 'customers')).tables.map(({ table }) => table)).toEqual(['customers']);
  });
});

describe('a change', () => {
  it('of the table proposes its roles', async () => {
    const model = chooseTable(await start(ORDERS), 'customers');
    expect(bindingsOf(model, 's')).toEqual([{ table: 'customers', source: 's', columns: { customer: { column: 'customer_id' } } }]);
    expect(chooseTable(model, null).tables).toEqual([]);
    expect(alsoGiven({ table: 'customers' }, model.proposals)).toEqual([]);
  });
  it('of a role is the person’s, and back again the proposal', async () => {
    const model = await start(ORDERS);
    const changed = bindRole(model, 'orders', 'amount', { column: 'note' });
    expect(changed.tables[0]?.roles.amount).toEqual({ bound: { column: 'note' } });
    expect(problemsOf(changed, changed.tables[0] as never)).toMatchObject([{ code: 'not_a_number', column: 'note', examples: ['a', 'b'] }]);
    expect(isComplete(changed)).toBe(false);
    expect(isComplete(bindRole(changed, 'orders', 'amount', { column: 'amount' }))).toBe(true);
    expect(isComplete(bindRole(model, 'orders', 'amount', null))).toBe(false);
  });
  it('of a type is held against the role', async () => {
    const model = retypeColumn(await start(ORDERS), 'order_date', { type: 'text' });
    expect(model.options).toMatchObject({ columns: [{}, { name: 'order_date', type: 'text' }, {}, {}] });
    expect(problemsOf(model, model.tables[0] as never)).toMatchObject([{ code: 'not_a_date', role: 'time' }]);
    expect(isComplete(retypeColumn(model, 'order_date', { type: 'date' }))).toBe(true);
  });
  it('of the order of dates shows what no longer fits', async () => {
    const model = await start('customer,day,amount\n1,13/01/2024,5\n2,14/01/2024,6\n');
    const wrong = retypeColumn(model, 'day', { dateOrder: 'mdy' });
    expect(wrong.columns[1]?.unfit).toEqual({ count: 2, examples: ['13/01/2024', '14/01/2024'] });
  });
});

it('a formula that is not complete keeps the file from being imported', async () => {
  const model = bindRole(await start(ORDERS), 'orders', 'amount', { expression: 'amount * (1' });
  expect(problemsOf(model, model.tables[0] as never)).toMatchObject([{ code: 'formula', role: 'amount' }]);
  expect(isComplete(model)).toBe(false);
  expect(isComplete(bindRole(model, 'orders', 'amount', { expression: 'amount * 2' }))).toBe(true);
});

it('columns bound anew begin with what is bound, and with the table that is wanted', async () => {
  const { columns } = await preview(fileOf(ORDERS));
  const bound = [
    {
      table: 'orders' as const,
      source: 's',
      columns: { customer: { column: 'customer_id' }, time: { column: 'order_date' }, amount: { constant: 1 } },
    },
  ];
  expect(bindingsOf(rebindModel(columns, bound), 's')).toEqual(bound);
  expect(rebindModel(columns, bound, 'customers').tables.map(({ table }) => table)).toEqual(['orders', 'customers']);
});
