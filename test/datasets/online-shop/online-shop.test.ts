import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { findDataset } from '../../../datasets/index.ts';
import { expectedOrders } from '../../../datasets/online-shop/expected.ts';
import { customersFor, generator } from '../../../datasets/online-shop/generate.ts';
import { readDatasetFile } from '../../../datasets/read-file.ts';
import { toBlob } from '../../../datasets/to-blob.ts';
import { rolesOf } from '../../../src/cell/index.ts';
import { measure, readRows, type Tables } from './measure.ts';
import { simulate } from './simulate.ts';

const dataset = findDataset('online-shop');
if (!dataset) throw new Error('the dataset is not registered');
const read = async (name: string) => new TextDecoder().decode(await readDatasetFile(dataset, name));
const shipped: Tables = {
  customers: readRows(await read('customers.csv')),
  orders: readRows(await read('orders.csv')),
  lines: readRows(await read('order_lines.csv')),
};
const fen = (text: string | undefined) => Math.round(Number(text) * 100);

describe('the shipped files', () => {
  test.each(generator.files)('%s is written again byte for byte', async (name) => {
    expect([...generator.csv(name)].join('')).toBe(await read(name));
  });

  test.each(dataset.files)('$name is what the registry says of it', async ({ name, bytes, rows, fingerprint, bindings, table }) => {
    const content = await readDatasetFile(dataset, name);
    expect(content.length).toBe(bytes);
    expect(createHash('sha256').update(content).digest('hex')).toBe(fingerprint);
    const found = readRows(new TextDecoder().decode(content));
    expect(found.length).toBe(rows);
    const columns = Object.keys(found[0] ?? {});
    expect(Object.values(bindings).sort()).toEqual([...columns].sort());
    const roles = rolesOf(table);
    for (const role of Object.keys(bindings)) expect(Object.keys(roles)).toContain(role);
    for (const [role, { required }] of Object.entries(roles)) if (required) expect(Object.keys(bindings)).toContain(role);
  });

  test('together they are under 2 MB', () => {
    expect(dataset.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(2_000_000);
  });

  test('no value needs a quote', async () => {
    for (const { name } of dataset.files) expect(await read(name)).not.toMatch(/["\r]/);
  });
});

describe('the firm is coherent', () => {
  const customers = new Map(shipped.customers.map((row) => [row.customer, row]));
  const orders = new Map(shipped.orders.map((row) => [row.order_id, row]));

  test('an order is the sum of its lines: amount, cost and discount', () => {
    const sums = new Map<string | undefined, { amount: number; cost: number; list: number }>();
    for (const row of shipped.lines) {
      const sum = sums.get(row.order_id) ?? { amount: 0, cost: 0, list: 0 };
      sum.amount += fen(row.amount);
      sum.cost += fen(row.cost);
      sum.list += fen(row.list_price) * Number(row.quantity);
      sums.set(row.order_id, sum);
    }
    expect(sums.size).toBe(orders.size);
    for (const [id, sum] of sums) {
      const order = orders.get(id);
      expect([id, fen(order?.amount), fen(order?.cost), fen(order?.discount)]).toEqual([id, sum.amount, sum.cost, sum.list - sum.amount]);
    }
  });

  test('keys are unique and refer to something', () => {
    expect(customers.size).toBe(shipped.customers.length);
    expect(orders.size).toBe(shipped.orders.length);
    for (const { customer } of shipped.orders) expect(customers.has(customer)).toBe(true);
    for (const { customer = '', referred_by = '' } of shipped.customers)
      expect(referred_by === '' || (customers.has(referred_by) && referred_by < customer)).toBe(true);
  });

  test('orders are in the order of time, none before registration, all within the period', () => {
    const times = shipped.orders.map((row) => row.order_time as string);
    expect(times).toEqual([...times].sort());
    expect([times[0]?.slice(0, 7), times.at(-1)?.slice(0, 7)]).toEqual(['2023-01', '2025-06']);
    for (const { customer, order_time = '' } of shipped.orders)
      expect(order_time.slice(0, 10) >= (customers.get(customer)?.acquired_at ?? 'z')).toBe(true);
  });

  test('a return takes back a sale of the same customer, later in the same month', () => {
    const sales = new Map<string, string[]>();
    for (const row of shipped.orders) {
      if (row.status !== 'completed') continue;
      const key = `${row.customer} ${fen(row.amount)}`;
      sales.set(key, [...(sales.get(key) ?? []), row.order_time as string]);
    }
    for (const row of shipped.orders) {
      expect(row.is_return).toBe(String(row.status === 'returned'));
      expect(fen(row.amount) < 0).toBe(row.status === 'returned');
      if (row.status !== 'returned') continue;
      const candidates = sales.get(`${row.customer} ${-fen(row.amount)}`) ?? [];
      const time = row.order_time as string;
      expect(
        candidates.some((sold) => sold < time && sold.slice(0, 7) === time.slice(0, 7)),
        row.order_id,
      ).toBe(true);
    }
  });

  test('the dictionary explains every column in both languages, and every value of a category', async () => {
    const dictionary = await dataset.dictionary();
    const tables = { 'customers.csv': shipped.customers, 'orders.csv': shipped.orders, 'order_lines.csv': shipped.lines };
    for (const [file, rows] of Object.entries(tables)) {
      expect(Object.keys(dictionary[file] ?? {})).toEqual(Object.keys(rows[0] ?? {}));
      const bindings = dataset.files.find(({ name }) => name === file)?.bindings ?? {};
      for (const [column, { meaning, values, role }] of Object.entries(dictionary[file] ?? {})) {
        expect(meaning.en).not.toBe('');
        expect(meaning.zh).toMatch(/[\u4e00-\u9fff]/);
        expect(bindings[role]).toBe(column);
        if (values) expect(new Set(rows.map((row) => row[column]).filter((value) => value !== ''))).toEqual(new Set(values));
      }
    }
  });
});

describe('the stated truth', async () => {
  const truth = await dataset.truth();
  const measured = measure(shipped);

  test('covers everything that is measured, and no more', () => {
    expect(Object.keys(measured).sort()).toEqual(Object.keys(truth).sort());
  });

  test.each(Object.keys(truth))('%s is found in the files within its tolerance', (name) => {
    const { value, tolerance } = truth[name] ?? { value: Number.NaN, tolerance: 0 };
    expect(Math.abs((measured[name] ?? Number.NaN) - value)).toBeLessThanOrEqual(tolerance);
  });

  test('holds for firms drawn with other seeds too: the mean of six is within half of each tolerance', () => {
    const missed = Object.entries(simulate(6)).filter(
      ([name, { mean }]) => Math.abs(mean - (truth[name]?.value ?? 0)) > (truth[name]?.tolerance ?? 0) / 2,
    );
    expect(missed).toEqual([]);
  });

  test('tells the channels apart: referral keeps most, livestream fewest', () => {
    for (const k of [1, 3, 6, 12]) {
      const values = ['referral', 'search', 'livestream'].map((channel) => measured[`retention_month_${k}_${channel}`] as number);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
  });
});

describe('other sizes', () => {
  const of = (file: string, orders: number) => readRows([...generator.csv(file, { orders })].join(''));

  test('have exactly the orders asked for, with their lines and customers', () => {
    const orders = of('orders.csv', 20_000);
    expect(orders.length).toBe(20_000);
    const ids = new Set(orders.map((row) => row.order_id));
    expect(ids.size).toBe(20_000);
    expect(new Set(of('order_lines.csv', 20_000).map((row) => row.order_id))).toEqual(ids);
    const customers = new Set(of('customers.csv', 20_000).map((row) => row.customer));
    expect(customers.size).toBe(customersFor(20_000));
    for (const { customer } of orders) expect(customers.has(customer)).toBe(true);
  });

  test('hold on average as many orders a customer as the mechanism implies', () => {
    const customers = new Set(of('orders.csv', 60_000).map((row) => row.customer));
    expect(60_000 / customers.size).toBeCloseTo(expectedOrders() / 0.95, 1);
  });

  test('are written in chunks, as many as needed and none large', () => {
    const sizes = [...generator.csv('orders.csv', { orders: 5000 })].map((chunk) => chunk.length);
    expect(sizes.length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(80_000);
  });

  test('become a blob, or nothing when cancelled', async () => {
    const blob = await toBlob(generator.csv('orders.csv', { orders: 1000 }));
    expect(await blob.text()).toBe([...generator.csv('orders.csv', { orders: 1000 })].join(''));
    await expect(toBlob(generator.csv('orders.csv', { orders: 200_000 }), 'text/csv', AbortSignal.abort())).rejects.toThrow();
  });

  test.each([0, -1, 1.5, Number.NaN])('refuse %s orders', (orders) => {
    expect(() => generator.csv('orders.csv', { orders })).toThrow(RangeError);
  });
});
