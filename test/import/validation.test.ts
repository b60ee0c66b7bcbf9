import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { importFile, preview } from '../../src/import/index.ts';
import { type Sql, sql } from '../../src/util/sql.ts';
import { hasValidation, validationFile } from './helpers.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await connectNode();
});
afterAll(() => connector.close());

const one = async (statement: Sql) => decode(await connector.query(statement)).rows()[0];

/** Imports a public file as proposed. */
async function read(name: string) {
  const file = await validationFile(name);
  const found = await preview(file);
  return { found, imported: await importFile(connector, 'data', file, found.options, () => {}) };
}

describe.skipIf(!hasValidation('CDNOW_master.txt'))('CDNOW_master.txt', () => {
  it('is read without loss: 69,659 rows of 23,570 customers in padded columns', async () => {
    const { found, imported } = await read('CDNOW_master.txt');
    expect(imported.columns).toEqual([
      { name: 'customer_id', type: 'VARCHAR' },
      { name: 'date', type: 'DATE' },
      { name: 'number_of_cds', type: 'INTEGER' },
      { name: 'dollar_value', type: 'DOUBLE' },
    ]);
    expect(imported.rejected.count).toBe(0);
    expect(found.rowsInFile).toEqual({ count: 69_659, exact: true });
    expect(
      await one(sql`select count(*)::int as n, count(distinct customer_id)::int as customers, min("date") as first, max("date") as last,
        min(customer_id) as id, sum(number_of_cds)::int as cds, round(sum(dollar_value), 2) as dollars from raw.data`),
    ).toEqual({ n: 69_659, customers: 23_570, first: '1997-01-01', last: '1998-06-30', id: '00001', cds: 167_881, dollars: 2_500_315.63 });
  });
});

describe.skipIf(!hasValidation('CDNOW_sample.txt'))('CDNOW_sample.txt', () => {
  it('has no heading: 6,919 rows of 2,357 customers', async () => {
    const { imported } = await read('CDNOW_sample.txt');
    expect(imported).toMatchObject({ rows: 6_919, rejected: { count: 0 } });
    expect(imported.columns.map(({ type }) => type)).toEqual(['VARCHAR', 'VARCHAR', 'DATE', 'INTEGER', 'DOUBLE']);
    expect(await one(sql`select count(distinct column_1)::int as n from raw.data`)).toEqual({ n: 2_357 });
  });
});

const UCI = 'uci_online_retail_2010-2011.parquet';
describe.skipIf(!hasValidation(UCI))(UCI, () => {
  it('is read with its types: 541,909 rows, 397,884 of them sales to a customer', async () => {
    const { imported } = await read(UCI);
    expect(imported.rows).toBe(541_909);
    expect(imported.columns).toEqual([
      { name: 'InvoiceNo', type: 'VARCHAR' },
      { name: 'StockCode', type: 'VARCHAR' },
      { name: 'Description', type: 'VARCHAR' },
      { name: 'Quantity', type: 'BIGINT' },
      { name: 'InvoiceDate', type: 'TIMESTAMP' },
      { name: 'UnitPrice', type: 'DOUBLE' },
      { name: 'CustomerID', type: 'BIGINT' },
      { name: 'Country', type: 'VARCHAR' },
    ]);
    expect(
      await one(sql`select count(*)::int as n, round(sum("Quantity" * "UnitPrice"), 2) as revenue, max("InvoiceDate") as last
        from raw.data where "Quantity" > 0 and "UnitPrice" > 0 and "CustomerID" is not null`),
    ).toEqual({ n: 397_884, revenue: 8_911_407.9, last: '2011-12-09 12:50:00' });
  });
});

describe.skipIf(!hasValidation('Telco-Customer-Churn.csv'))('Telco-Customer-Churn.csv', () => {
  it('has eleven blank totals', async () => {
    const { imported } = await read('Telco-Customer-Churn.csv');
    expect(imported).toMatchObject({ rows: 7_043, rejected: { count: 0 } });
    const types = Object.fromEntries(imported.columns.map(({ name, type }) => [name, type]));
    expect(types).toMatchObject({
      customerID: 'VARCHAR',
      tenure: 'INTEGER',
      TotalCharges: 'DOUBLE',
      Churn: 'BOOLEAN',
      OnlineSecurity: 'VARCHAR',
    });
    expect(
      await one(sql`select count(*) filter ("TotalCharges" is null)::int as blank, count(*) filter ("Churn")::int as gone from raw.data`),
    ).toEqual({
      blank: 11,
      gone: 1_869,
    });
  });
});

describe.skipIf(!hasValidation('groceries.csv'))('groceries.csv', () => {
  it('has a basket a line, and is read as one column', async () => {
    const { imported } = await read('groceries.csv');
    expect(imported).toMatchObject({ rows: 9_835, columns: [{ type: 'VARCHAR' }], rejected: { count: 0 } });
  });
});

describe.skipIf(!hasValidation('waimai_10k.csv'))('waimai_10k.csv', () => {
  it('has Chinese text with commas in and out of quotes', async () => {
    const { imported } = await read('waimai_10k.csv');
    expect(imported).toMatchObject({ rows: 11_987, rejected: { count: 0 } });
    expect(imported.columns.map(({ name, type }) => `${name} ${type}`)).toEqual(['label INTEGER', 'review VARCHAR']);
  });
});

describe.skipIf(!hasValidation('crm_sales_pipeline.csv'))('crm_sales_pipeline.csv', () => {
  it('has American dates', async () => {
    const { imported } = await read('crm_sales_pipeline.csv');
    expect(imported).toMatchObject({ rows: 8_800, rejected: { count: 0 } });
    expect(await one(sql`select min(engage_date) as first, max(close_date) as last from raw.data`)).toEqual({
      first: '2016-10-20',
      last: '2017-12-31',
    });
  });
});

for (const [name, rows] of [
  ['hillstrom.csv', 64_000],
  ['lung.csv', 228],
  ['helpdesk_eventlog.csv', 13_710],
  ['AirlinePassengerSatisfaction_test.csv', 25_976],
  ['crm_accounts.csv', 85],
] as const) {
  it.skipIf(!hasValidation(name))(`${name} has ${rows.toLocaleString('en')} rows`, async () => {
    expect((await read(name)).imported).toMatchObject({ rows, rejected: { count: 0 } });
  });
}
