import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { columnFromArray, int32, tableFromColumns, tableToIPC } from '@uwdata/flechette';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { serveImportHarness } from './import-harness/serve-harness.ts';

let server: Awaited<ReturnType<typeof serveImportHarness>>;
let browser: Browser;
let page: Page;
let problems: string[];
beforeAll(async () => {
  server = await serveImportHarness();
  browser = await launch();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  await page?.context().close();
  expect(problems).toEqual([]);
});

const MESSY = [
  '客户编号,下单时间,金额,渠道,到货日期',
  ...Array.from(
    { length: 60 },
    (_, i) =>
      `${String(i % 9).padStart(5, '0')},2024/${(i % 12) + 1}/${(i % 28) + 1} 9:05,"¥${1000 + i}.50",微信,0${(i % 9) + 1}/0${(i % 8) + 1}/2024`,
  ),
  '00007,2024/13/45 10:00,¥5,微信,01/01/2024',
  '00007,2024/1/5 10:00,不详,微信,01/01/2024',
  '00007,2024/1/5',
].join('\n');

async function open(query: string, content: string, name = 'orders.csv'): Promise<void> {
  ({ page, problems } = await openPage(browser));
  page.setDefaultTimeout(60_000);
  await page.goto(`${server.url}${query}`);
  await page.getByLabel('files').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.locator('#import-what').waitFor();
}

/** A Parquet file whose footer is whole and whose pages are not. */
async function damagedParquet(): Promise<Buffer> {
  const parquet = await import('parquet-wasm/esm');
  await parquet.default({
    module_or_path: await readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')),
  });
  const table = tableFromColumns({
    a: columnFromArray(
      Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 10_007),
      int32(),
    ),
  });
  const bytes = parquet.writeParquet(parquet.Table.fromIPCStream(tableToIPC(table, { format: 'stream' }) as Uint8Array));
  return Buffer.from(bytes.fill(0xff, 4, 40));
}

/** What was handed over: sources and bindings. */
const results = async () => JSON.parse((await page.locator('output').textContent()) ?? '');
const tables = () =>
  page.evaluate(async () => {
    const { compute } = window as unknown as {
      compute: { tables(): Promise<{ name: string }[]>; columnSample(source: string, column: string, rows: number): Promise<unknown> };
    };
    return compute.columnSample('data', 'k', 5).then(
      () => 'there',
      () => 'gone',
    );
  });

async function violations(): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: checker } = window as unknown as {
      axe: { run(root: Element): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run(document.querySelector('[role=dialog]') as Element);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe('the import dialog', () => {
  it('proposes roles, says there and then what does not hold, imports, and tells what could not be read', async () => {
    await open('', MESSY);
    const dialog = page.getByRole('dialog');
    await expect.poll(() => dialog.getByRole('status').last().textContent()).toBe('Ready to import');
    expect(await page.locator('#import-role-orders-customer').inputValue()).toBe('column:客户编号');
    expect(await page.locator('#import-role-orders-time').inputValue()).toBe('column:下单时间');
    expect(await page.locator('#import-role-orders-amount').inputValue()).toBe('column:金额');

    await page.locator('#import-role-orders-amount').selectOption('column:渠道');
    const text = await page.locator('li', { has: page.locator('#import-role-orders-amount') }).textContent();
    expect(text).toContain('not a number: 微信');
    await expect.poll(() => page.getByText('the column is already used for').count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Import', exact: true }).isDisabled()).toBe(true);
    await page.locator('#import-role-orders-amount').selectOption('column:金额');

    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.locator('#import-done').waitFor();
    expect(await page.locator('#import-done').textContent()).toBe('62 rows imported');
    const list = await dialog.getByRole('table').textContent();
    for (const part of [
      '62下单时间not a date and time2024/13/45 10:00',
      '63金额not a number不详',
      '64whole rowtoo few fields00007,2024/1/5',
    ])
      expect(list).toContain(part);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download the list' }).click()]);
    expect(download.suggestedFilename()).toBe('orders-rejected.csv');
    await page.getByRole('button', { name: 'Use the data' }).click();
    await expect.poll(async () => (await results()).length).toBe(1);
    expect((await results())[0]).toMatchObject({
      source: {
        id: 'data',
        name: 'orders.csv',
        rows: 62,
        origin: { kind: 'file' },
        columns: [{ name: '客户编号', type: 'VARCHAR' }, { type: 'TIMESTAMP' }, { type: 'DOUBLE' }, {}, {}],
      },
      bindings: [
        {
          table: 'orders',
          source: 'data',
          columns: {
            customer: { column: '客户编号' },
            time: { column: '下单时间' },
            amount: { column: '金额' },
            channel: { column: '渠道' },
          },
        },
      ],
    });
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  }, 120_000);

  it('reads a file again as the person says', async () => {
    await open('?lang=zh', 'a;b\n1,5;x\n2,5;y\n');
    await page.getByRole('button', { name: '更改读取方式' }).click();
    await page.getByLabel('第一行').selectOption('no');
    await expect.poll(() => page.getByRole('dialog').getByRole('columnheader').first().textContent()).toContain('column_1');
    await page.getByLabel('分隔符').selectOption('');
    await expect.poll(() => page.getByRole('dialog').getByRole('columnheader').count()).toBe(1);
  }, 60_000);

  it.each(['', '?lang=zh&scheme=dark'])(
    'is accessible (%j)',
    async (query) => {
      await open(query, MESSY);
      expect(await violations()).toEqual([]);
      await page.getByRole('button', { name: query ? '导入' : 'Import', exact: true }).click();
      await page.locator('#import-done').waitFor();
      expect(await violations()).toEqual([]);
    },
    120_000,
  );

  it('names what is wrong with a file, in the person’s language', async () => {
    ({ page, problems } = await openPage(browser));
    await page.goto(`${server.url}?lang=zh`);
    await page.getByLabel('files').setInputFiles({ name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') });
    expect(await page.getByRole('alert').textContent()).toBe('文件为空：empty.csv');
  }, 60_000);

  it('says of a damaged Parquet file that it cannot be read, though its reader panics', async () => {
    ({ page, problems } = await openPage(browser));
    page.setDefaultTimeout(60_000);
    await page.goto(server.url);
    await page.getByLabel('files').setInputFiles({ name: 'damaged.parquet', mimeType: '', buffer: await damagedParquet() });
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 30_000 }).toContain('damaged.parquet');
    await page.getByRole('button', { name: 'Close' }).last().click();
    await page.getByLabel('files').setInputFiles({ name: 'orders.csv', mimeType: 'text/csv', buffer: Buffer.from(MESSY) });
    await page.locator('#import-what').waitFor();
  }, 120_000);

  it('draws ten thousand columns as the first few', async () => {
    const line = (value: (i: number) => unknown) => Array.from({ length: 10_000 }, (_, i) => value(i)).join(',');
    await open('', `${line((i) => `c${i}`)}\n${line((i) => i)}\n`);
    expect(await page.getByRole('columnheader').count()).toBeLessThan(40);
    await page.locator('#import-table').selectOption('orders');
    await page.locator('#import-role-orders-customer').selectOption('column:');
    expect(await page.locator('datalist option').count()).toBe(10_000);
  }, 120_000);

  it('is cancelled at once, and leaves nothing behind', async () => {
    const lines = Array.from({ length: 800_000 }, (_, k) => `${k},2024-01-01,${k / 4}`);
    await open('', `k,order_date,amount\n${lines.join('\n')}\n`, 'large.csv');
    await page.locator('#import-table').selectOption('');
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    await page.waitForFunction(() => Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow')) > 10);
    const took = await page.evaluate(async () => {
      const start = performance.now();
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')?.click();
      while (document.querySelector('[role=progressbar]')) await new Promise((resolve) => setTimeout(resolve, 2));
      return performance.now() - start;
    });
    // the machine may be busy with more than this test: the bench holds the 200 ms
    expect(took).toBeLessThan(1_000);
    expect(await page.getByText('The import was cancelled; nothing was kept.').count()).toBe(1);
    expect(await tables()).toBe('gone');
  }, 120_000);
});

describe('the page', () => {
  it('takes a pasted table', async () => {
    ({ page, problems } = await openPage(browser));
    await page.goto(server.url);
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'customer_id\torder_date\tamount\n1\t2024-01-01\t5\n2\t2024-01-02\t6\n');
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    });
    await page.locator('#import-what').waitFor();
    expect(await page.getByRole('heading', { name: 'Import pasted.csv' }).count()).toBe(1);
    expect(await page.locator('#import-table').inputValue()).toBe('orders');
  }, 60_000);

  it('takes a file dropped anywhere, and says so while it hangs over', async () => {
    ({ page, problems } = await openPage(browser));
    await page.goto(server.url);
    const drag = (type: string) =>
      page.evaluate((name) => {
        const data = new DataTransfer();
        data.items.add(new File(['customer_id,order_date,amount\n1,2024-01-01,5\n'], 'dropped.csv'));
        document.body.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
      }, type);
    await drag('dragenter');
    expect(await page.getByText('Drop the file to import it').count()).toBe(1);
    await drag('drop');
    await page.locator('#import-what').waitFor();
    expect(await page.getByText('Drop the file to import it').count()).toBe(0);
  }, 60_000);
});
