import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, openSample, runSql, settled } from './notebook-page.ts';

let browser: Browser;
let page: Page;
let problems: string[];

beforeAll(async () => {
  browser = await launch();
  ({ page, problems } = await openPage(browser));
  await openSample(page, inject('url'));
  await settled(page);
  await runSql(page, 'select count(*) as rows, count(distinct customer) as customers from orders');
  await settled(page);
}, 120_000);
afterAll(() => browser?.close());

const figures = async () => (await page.getByRole('grid').last().locator('[role="gridcell"]').allTextContents()).map(toNumber);
const toNumber = (text: string) => Number(text.replaceAll(',', ''));
const openDefinitions = async () => {
  await page.getByRole('navigation').getByRole('button', { name: /as of/ }).click();
  return page.getByRole('dialog');
};

/** Each step on what the one before has left. */
describe('definitions and scope in the page', () => {
  test('each result says what was left out, and the panel counts the same', async () => {
    const line = await cell(page, 'RFM segmentation')
      .getByText(/^Left out:/)
      .textContent();
    expect(line).toMatch(/orders by status \(/);
    const dialog = await openDefinitions();
    const counted = await dialog.getByText(/^Orders: /).textContent();
    const [, rows, of] = /Orders: ([\d,]+) of ([\d,]+) rows/.exec(counted ?? '') ?? [];
    const [sqlRows] = await figures();
    expect(toNumber(rows ?? '')).toBe(sqlRows);
    expect(toNumber(of ?? '')).toBeGreaterThan(sqlRows as number);
    await page.keyboard.press('Escape');
  });

  test('consent, switched by key, narrows analysis and SQL', async () => {
    const [before] = await figures();
    const dialog = await openDefinitions();
    await dialog.getByRole('switch', { name: 'Only customers who consented' }).press('Space');
    await expect.poll(() => dialog.getByText(/customers without consent/).count(), { timeout: 20_000 }).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await figures())[0], { timeout: 30_000 }).toBeLessThan(before as number);
    await settled(page);
    expect(
      await cell(page, 'RFM segmentation')
        .getByText(/^Left out:/)
        .textContent(),
    ).toContain('without consent');
  });

  test('a segment saved from a table holds for the query, and says so where it came from', async () => {
    const rfm = cell(page, 'RFM segmentation');
    await rfm.getByRole('button', { name: 'Save as segment' }).first().click();
    const dialog = page.getByRole('dialog');
    const value = dialog.getByRole('combobox', { name: 'Which' });
    await value.click();
    const option = page.getByRole('option').first();
    const [, size] = /\(([\d,]+)\)$/.exec((await option.textContent()) ?? '') ?? [];
    await option.click();
    await dialog.getByRole('button', { name: 'Save as segment' }).click();
    await expect.poll(async () => (await figures())[1], { timeout: 30_000 }).toBeLessThanOrEqual(toNumber(size ?? ''));
    await settled(page);
    await rfm.getByText(/^About all customers, since the segment/).waitFor();
    await page.getByText(`${size} customers. Left out:`).first().waitFor();
  });

  test('nothing went wrong on the way', () => {
    expect(problems).toEqual([]);
  });
});
