import { cpus, loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, headlines, openSample, runSql, settled, writeSql } from './notebook-page.ts';

let browser: Browser;
let page: Page;
let problems: string[];
const url = inject('url');

beforeAll(async () => {
  browser = await launch();
  ({ page, problems } = await openPage(browser));
});
afterAll(() => browser?.close());

/** One person's way through the app, each step on what the one before has left. */
describe('from the start page to a link', () => {
  test('the sample shows its first chart within 5 s', async () => {
    const ms = await openSample(page, url);
    const busy = Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
    console.log(`first chart after ${Math.round(ms)} ms, on a machine ${busy.toFixed(1)} times as busy as it has cores`);
    expect(ms).toBeLessThanOrEqual(5_000 * busy);
    await settled(page);
    expect((await headlines(page)).filter((text) => text !== '').length).toBeGreaterThanOrEqual(2);
  });

  test('prose quotes what the cells found', async () => {
    const quoted = page.locator('[data-fact="rfm.champions_share"]');
    await expect.poll(() => quoted.getAttribute('data-state')).toBe('known');
    const tiles = await cell(page, 'RFM segmentation').locator('dl').first().textContent();
    expect(tiles).toContain((await quoted.textContent()) ?? '?');
  });

  test('a parameter takes effect at once, and one that does not fit is not applied', async () => {
    const rfm = cell(page, 'RFM segmentation');
    await rfm.hover();
    await rfm.getByRole('button', { name: 'Parameters' }).click();
    const field = rfm.getByLabel('Scores from 1 to', { exact: true });
    const before = (await headlines(page)).join();
    await field.fill('99');
    await rfm.getByText('Enter a whole number from').waitFor();
    expect((await headlines(page)).join()).toBe(before);
    await field.fill('3');
    await expect.poll(async () => (await headlines(page)).join(), { timeout: 30_000 }).not.toBe(before);
    await settled(page);
    await rfm.getByRole('button', { name: 'Reset to defaults' }).click();
    await expect.poll(async () => (await headlines(page)).join(), { timeout: 30_000 }).toBe(before);
    expect(await field.inputValue()).toBe('5');
  });

  test('SQL reads what an analysis has left', async () => {
    await runSql(page, 'select segment, count(*) as n from rfm_scores group by 1 order by n desc');
    const sql = cell(page, 'sql_1');
    await sql.getByRole('columnheader', { name: 'segment' }).waitFor({ timeout: 30_000 });
    await settled(page);
    expect(await sql.textContent()).toContain('Champions');
  });

  test('an error in SQL is underlined where it is, said in a sentence, and goes when it is mended', async () => {
    await writeSql(page, 'select segmint\nfrom rfm_scores');
    const sql = cell(page, 'sql_1');
    await sql.getByRole('alert').waitFor({ timeout: 30_000 });
    expect(await sql.locator('.cm-lintRange-error').textContent()).toBe('segmint');
    await writeSql(page, 'select count(*) as n from orders');
    await sql.getByRole('columnheader', { name: 'n', exact: true }).waitFor({ timeout: 30_000 });
    await settled(page);
    expect(await sql.locator('.cm-lintRange-error').count()).toBe(0);
  });

  test('the editor completes names of the notebook', async () => {
    await page.locator('.cm-content').last().click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('select * from rfm_s');
    const options = page.locator('.cm-tooltip-autocomplete');
    await options.waitFor();
    expect(await options.textContent()).toContain('rfm_scores');
    await page.keyboard.press('Escape');
    await writeSql(page, 'select count(*) as n from orders');
    await settled(page);
  });

  test('what is deleted comes back by the message and by key', async () => {
    const sql = cell(page, 'sql_1');
    const remove = async () => {
      await sql.hover();
      await sql.getByRole('button', { name: 'More for sql_1' }).click();
      await page.getByRole('menuitem', { name: 'Delete' }).click();
      await sql.waitFor({ state: 'detached' });
    };
    await remove();
    await page.getByRole('log').getByRole('button', { name: 'Undo' }).click();
    await sql.waitFor();
    await remove();
    await page.locator('h1').blur();
    await page.keyboard.press('Control+z');
    await sql.waitFor();
    await page.keyboard.press('Control+Shift+z');
    await sql.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await sql.waitFor();
    await settled(page);
  });

  test('cells are added from the catalogue by keyboard alone', async () => {
    await page.keyboard.press('Control+k');
    await page.getByLabel('Search the analyses').waitFor();
    await page.keyboard.type('同期群');
    await page.getByRole('dialog').getByText('1 analysis').waitFor();
    await page.keyboard.press('Enter');
    const again = cell(page, 'Cohort retention').nth(1);
    await again.waitFor();
    expect(await again.locator('input').first().inputValue()).toBe('cohort_2');
    await settled(page);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell-id'))).not.toBeNull();
    await page.keyboard.press('Control+z');
    await again.waitFor({ state: 'detached' });
  });

  test('a reload shows what was there', async () => {
    await page.getByRole('textbox', { name: 'Title of the notebook' }).first().fill('Tea and the home');
    await page.getByText('Saved', { exact: true }).waitFor();
    const before = await headlines(page);
    await page.reload();
    await page.locator('figure svg.marks').first().waitFor({ timeout: 60_000 });
    await settled(page);
    expect(await headlines(page)).toEqual(before);
    expect(await page.title()).toBe('Tea and the home · Clientele');
  });

  test('the other language says the same numbers', async () => {
    const share = await page.locator('[data-fact="rfm.champions_share"]').textContent();
    await page.getByRole('button', { name: '简体中文' }).click();
    await page.getByRole('article', { name: 'RFM 客户细分' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect((await headlines(page)).join()).toContain(share ?? '?');
    await page.getByRole('button', { name: 'English' }).click();
  });

  test('nothing went wrong on the way', () => {
    expect(problems).toEqual([]);
  });
});
