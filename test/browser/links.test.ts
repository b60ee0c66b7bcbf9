import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { headlines, openSample, runSql, settled } from './notebook-page.ts';

let browser: Browser;
let page: Page;
let link: string;
let found: string[];
const url = inject('url');

beforeAll(async () => {
  browser = await launch();
  ({ page } = await openPage(browser));
  await openSample(page, url);
  await runSql(page, 'select count(*) as n from orders');
  await settled(page);
  found = await headlines(page);
});
afterAll(() => browser?.close());

describe('a link', () => {
  test('shows what it carries before it is copied', async () => {
    await page.getByRole('button', { name: 'Share a link' }).click();
    const dialog = page.getByRole('dialog', { name: 'Share this notebook' });
    await expect.poll(() => dialog.getByLabel('Link', { exact: true }).inputValue()).toContain('#n1.');
    link = await dialog.getByLabel('Link', { exact: true }).inputValue();
    const text = (await dialog.textContent()) ?? '';
    for (const part of ['orders.csv', 'RFM segmentation', 'select count(*) as n from orders']) expect(text).toContain(part);
    await page.keyboard.press('Escape');
  });

  test('reopens on a clean profile with the same results, after a look at it', async () => {
    const { page: other, problems } = await openPage(browser);
    await other.goto(link);
    const dialog = other.getByRole('dialog', { name: 'A shared notebook' });
    await dialog.waitFor();
    expect(await other.getByRole('article').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Open and run on the sample' }).click();
    await settled(other);
    expect(await headlines(other)).toEqual(found);
    const sqlText = (one: Page) => one.getByRole('article', { name: 'sql_1' }).getByRole('grid').textContent();
    expect(await sqlText(other)).toBe(await sqlText(page));
    expect(new URL(other.url()).hash).toMatch(/^#\/[0-9a-f]{16}$/);
    expect(problems).toEqual([]);
    await other.context().close();
  });

  test('that is damaged, cut short or newer says so, and leaves the open notebook as it is', async () => {
    const address = page.url();
    const cut = link.slice(0, -40);
    const flipped = `${link.slice(0, -3)}${link.endsWith('A') ? 'B' : 'A'}${link.slice(-2)}`;
    const newer = `${link.split('#')[0]}#n2.00000000.abc`;
    for (const bad of [cut, flipped, newer]) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, new URL(bad).hash);
      const dialog = page.getByRole('dialog', { name: 'This link cannot be opened' });
      await dialog.waitFor();
      expect((await dialog.getByRole('alert').textContent())?.length).toBeGreaterThan(10);
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await dialog.waitFor({ state: 'detached' });
      expect(page.url()).toBe(address);
      expect(await headlines(page)).toEqual(found);
    }
  });

  test('on data of one’s own asks before SQL runs', async () => {
    const { page: own } = await openPage(browser);
    await own.goto(url);
    const chooser = own.waitForEvent('filechooser');
    await own.getByRole('button', { name: 'Choose a file' }).click();
    const rows = Array.from({ length: 40 }, (_, i) => `c${i % 7},2024-0${1 + (i % 6)}-11,${10 + i}.5`);
    const file = { name: 'my orders.csv', mimeType: 'text/csv', buffer: Buffer.from(`customer,date,amount\n${rows.join('\n')}\n`) };
    await (await chooser).setFiles(file);
    const dialog = own.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Import/ }).click({ timeout: 30_000 });
    await dialog.waitFor({ state: 'detached', timeout: 30_000 });
    await runSql(own, 'select sum(amount) as total from orders');
    await settled(own);
    await own.getByRole('button', { name: 'Share a link' }).click();
    await expect.poll(() => own.getByLabel('Link', { exact: true }).inputValue()).toContain('#n1.');
    const shared = await own.getByLabel('Link', { exact: true }).inputValue();

    const { page: reader } = await openPage(browser);
    await reader.goto(shared);
    await reader.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    const sql = reader.getByRole('article', { name: 'sql_1' });
    await reader.getByRole('button', { name: 'Choose my orders.csv' }).first().click();
    const picking = reader.waitForEvent('filechooser');
    await reader.getByRole('dialog').getByRole('button', { name: 'Choose a file' }).click();
    await (await picking).setFiles(file);
    const again = reader.getByRole('dialog');
    await again.getByRole('button', { name: /^Import/ }).click({ timeout: 30_000 });
    await sql.getByRole('button', { name: 'I have read it, run it' }).click({ timeout: 30_000 });
    await settled(reader);
    expect(await sql.textContent()).toMatch(/1,?200/);
  });
});
