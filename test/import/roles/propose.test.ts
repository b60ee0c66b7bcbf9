import { describe, expect, it } from 'vitest';
import { requiredRoles, rolesOf, TABLE_IDS } from '../../../src/cell/roles.ts';
import { preview } from '../../../src/import/index.ts';
import { proposeBindings } from '../../../src/import/roles/index.ts';
import { rolesByName } from '../../../src/import/roles/name-index.ts';
import { nameMatch, normalise } from '../../../src/import/roles/name-match.ts';
import { fileOf, hasValidation, validationFile } from '../helpers.ts';

/** The likeliest table and what its roles are bound to. */
async function best(file: File) {
  const [first] = proposeBindings((await preview(file)).columns);
  return {
    table: first?.table,
    bound: Object.fromEntries(Object.entries(first?.columns ?? {}).map(([role, { bound }]) => [role, Object.values(bound)[0]])),
  };
}
const csv = (text: string) => best(fileOf(text));

describe('names', () => {
  it.each([
    ['CustomerID', 'customer id'],
    ['customer_id', 'customer id'],
    ['Customer Id', 'customer id'],
    ['order-date', 'order date'],
    ['InvoiceNo', 'invoice no'],
    ['ＩＤ号', 'id号'],
    [' 客户 编号 ', '客户编号'],
    ['实付金额（元）', '实付金额'],
    ['(none)', 'none'],
  ])('%s is read as "%s"', (name, form) => {
    expect(normalise(name)).toBe(form);
  });
  it('match whole, in part, or not', () => {
    expect(nameMatch('customer id', 'customer id')).toBe(1);
    expect(nameMatch('customerid', 'customer id')).toBe(1);
    expect(nameMatch('total order amount', 'order amount')).toBeGreaterThan(0.7);
    expect(nameMatch('customer type', 'customer')).toBeLessThan(0.5);
    expect(nameMatch('costume', 'cost')).toBe(0);
    expect(nameMatch('product id', '=id')).toBe(0);
    expect(nameMatch('商品实付金额', '实付金额')).toBeGreaterThan(0.6);
  });
});

it('every role of every table answers to its own name and both labels', () => {
  for (const table of TABLE_IDS)
    for (const [role, { label }] of Object.entries(rolesOf(table)))
      for (const name of [role, label.en, label.zh])
        expect(rolesByName(name).get(`${table}.${role}`), `${table}.${role} ${name}`).toBeGreaterThan(0.85);
});

it('every table is proposed for a file with its own column names', async () => {
  const values = {
    key: ['a1', 'b2', 'c3'],
    time: ['2024-01-01', '2024-01-02', '2024-01-03'],
    money: ['1.5', '2.5', '3.5'],
    number: ['1', '2', '3'],
    flag: ['yes', 'no', 'yes'],
    category: ['x', 'y', 'x'],
    text: ['good day', 'bad', 'so so'],
  };
  for (const table of TABLE_IDS) {
    const roles = Object.entries(rolesOf(table));
    const lines = [0, 1, 2].map((i) => roles.map(([, { type }]) => values[type][i]).join('\t'));
    const found = await best(fileOf(`${roles.map(([role]) => role).join('\t')}\n${lines.join('\n')}\n`));
    expect(found.table, table).toBe(table);
    for (const [role] of requiredRoles(table)) expect(found.bound[role as string], `${table}.${role}`).toBe(role);
  }
});

describe('a file of orders', () => {
  it('in English', async () => {
    expect(await csv('user_id,order_ts,total,device\nu1,2024-01-01T10:00:00Z,5.5,ios\nu2,2024-01-02T10:00:00Z,6.5,web\n')).toEqual({
      table: 'orders',
      bound: { customer: 'user_id', time: 'order_ts', amount: 'total' },
    });
  });
  it('in Chinese', async () => {
    expect(
      await csv('客户编号,下单时间,金额,渠道,支付方式\nC1,2024/3/5 10:00,¥12.50,微信,支付宝\nC2,2024/3/6 10:00,¥13,APP,银行卡\n'),
    ).toEqual({
      table: 'orders',
      bound: { customer: '客户编号', time: '下单时间', amount: '金额', channel: '渠道', payment_method: '支付方式' },
    });
  });
  it('whose amount is called nothing known, but is the only one', async () => {
    const { table, bound } = await csv('customer,date,xyz\n1,2024-01-01,5.25\n2,2024-01-02,6.75\n');
    expect({ table, bound }).toEqual({ table: 'orders', bound: { customer: 'customer', time: 'date', amount: 'xyz' } });
  });
  it('with a column of types beside the key', async () => {
    const { bound } = await csv('id,Customer Type,date,amount\n1,a,2024-01-01,5.25\n2,b,2024-01-02,6.75\n');
    expect(bound.customer).not.toBe('Customer Type');
  });
});

it('a file of order lines without an amount is given quantity times unit price', async () => {
  const { columns } = await preview(
    fileOf(
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n536365,85123A,LAMP,6,12/1/2010 8:26,2.55,17850,United Kingdom\n536366,71053,LANTERN,8,12/13/2010 8:28,3.39,13047,France\n',
    ),
  );
  const proposals = proposeBindings(columns);
  expect(proposals[0]?.table).toBe('order_lines');
  for (const table of ['orders', 'order_lines'] as const) {
    const proposal = proposals.find((each) => each.table === table);
    expect(proposal?.fit).toBeGreaterThan(0.4);
    expect(proposal?.columns).toMatchObject({
      order_id: { bound: { column: 'InvoiceNo' } },
      customer: { bound: { column: 'CustomerID' } },
      time: { bound: { column: 'InvoiceDate' } },
      amount: { bound: { expression: '"Quantity" * "UnitPrice"' }, why: 'product' },
    });
  }
});

it('an e-mail column is known by what it holds', async () => {
  const { columns } = await preview(fileOf('customer_id,kontakt\n1,a@x.com\n2,b@y.org\n'));
  const customers = proposeBindings(columns).find(({ table }) => table === 'customers');
  expect(customers?.columns.email).toEqual({ bound: { column: 'kontakt' }, confidence: 0.95, why: 'content' });
});

it('a file that is none of it gets no fit', async () => {
  for (const { fit } of proposeBindings((await preview(fileOf('alpha,beta\nx,y\nz,w\n'))).columns)) expect(fit).toBe(0);
});

it('ten thousand columns are judged in good time', async () => {
  const { columns } = await preview(fileOf(`${Array.from({ length: 10_000 }, (_, i) => `measure ${i} total`).join(',')}\n`));
  const start = performance.now();
  proposeBindings(columns);
  expect(performance.now() - start).toBeLessThan(3_000);
});

describe('public files', () => {
  it.skipIf(!hasValidation('Telco-Customer-Churn.csv'))('Telco-Customer-Churn.csv is subscriptions', async () => {
    expect(await best(await validationFile('Telco-Customer-Churn.csv'))).toEqual({
      table: 'subscriptions',
      bound: { customer: 'customerID', tenure: 'tenure', ended: 'Churn', plan: 'Contract', fee: 'MonthlyCharges' },
    });
  });
  it.skipIf(!hasValidation('crm_sales_pipeline.csv'))('crm_sales_pipeline.csv is opportunities', async () => {
    expect(await best(await validationFile('crm_sales_pipeline.csv'))).toMatchObject({
      table: 'opportunities',
      bound: {
        opportunity: 'opportunity_id',
        account: 'account',
        stage: 'deal_stage',
        amount: 'close_value',
        created_at: 'engage_date',
        closed_at: 'close_date',
      },
    });
  });
  it.skipIf(!hasValidation('CDNOW_master.txt'))('CDNOW_master.txt is orders', async () => {
    expect(await best(await validationFile('CDNOW_master.txt'))).toEqual({
      table: 'orders',
      bound: { customer: 'customer_id', time: 'date', amount: 'dollar_value' },
    });
  });
});
