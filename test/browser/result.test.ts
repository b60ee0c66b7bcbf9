import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { serveHarness } from './result-harness/build-harness.ts';
import { customer, TOTAL } from './result-harness/sample-result.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let server: Awaited<ReturnType<typeof serveHarness>>;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([serveHarness(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(query = '', width = 1440): Promise<{ page: Page; problems: string[] }> {
  const opened = await openPage(browser, { viewport: { width, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  await opened.page.goto(server.url + query);
  return opened;
}

const scores = (page: Page): Locator => page.getByRole('grid', { name: /Scores by customer|客户评分/ });
const focusedText = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
/** Row numbers as drawn, from 0. */
const place = (page: Page) => page.evaluate(() => (document.activeElement as HTMLElement).dataset.place);

describe('the grid', () => {
  test('draws a few dozen of many rows, and says how many there are', async () => {
    const { page } = await open();
    const grid = scores(page);
    await grid.scrollIntoViewIfNeeded();
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(TOTAL + 1));
    const drawn = await grid.getByRole('row').count();
    expect(drawn).toBeGreaterThan(10);
    expect(drawn).toBeLessThan(60);
    expect(await page.getByText('100,000 rows').count()).toBe(1);
    await page.context().close();
  });

  test('is walked through by keys, to the last row and back', async () => {
    const { page, problems } = await open();
    const grid = scores(page);
    await grid.getByRole('gridcell').first().click();
    expect(await focusedText(page)).toBe('C000000');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    expect(await place(page)).toBe('1 1');
    expect(await focusedText(page)).toBe('Loyal customers');
    await page.keyboard.press('Control+End');
    await page.waitForFunction((last) => (document.activeElement as HTMLElement).dataset.place === last, `${TOTAL - 1} 7`);
    await page.keyboard.press('Home');
    await page.waitForFunction((text) => document.activeElement?.textContent === text, customer(TOTAL - 1).customer);
    await page.keyboard.press('PageUp');
    await page.waitForFunction((last) => Number((document.activeElement as HTMLElement).dataset.place?.split(' ')[0]) < last, TOTAL - 5);
    await page.keyboard.press('Control+Home');
    await page.waitForFunction(() => (document.activeElement as HTMLElement).dataset.place === '0 0');
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('columnheader');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('has one stop of the Tab key, wherever it is scrolled to', async () => {
    const { page } = await open();
    const grid = scores(page);
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    await grid.getByRole('gridcell').nth(9).click();
    await grid.evaluate((element) => element.scrollTo(0, 500_000));
    await page.waitForTimeout(300);
    expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
    expect(await grid.locator('[tabindex="0"]').getAttribute('role')).toBe('columnheader');
    await page.context().close();
  });

  test('sorts the whole table by keys and pointer: ascending, descending, as it came', async () => {
    const { page } = await open();
    const grid = scores(page);
    const header = grid.getByRole('columnheader', { name: /^Sales/ });
    const first = () => grid.getByRole('row').nth(1).getByRole('gridcell').nth(4).textContent();
    expect(await header.getAttribute('aria-sort')).toBe('none');
    await header.click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    await expect.poll(first).toBe('0.00');
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    const most = Math.max(...Array.from({ length: TOTAL }, (_, i) => customer(i).monetary as number));
    await expect.poll(first).toBe(most.toLocaleString('en-US', { minimumFractionDigits: 2 }));
    await page.keyboard.press('Enter');
    expect(await header.getAttribute('aria-sort')).toBe('none');
    await expect.poll(() => grid.getByRole('row').nth(1).getByRole('gridcell').first().textContent()).toBe('C000000');
    await page.context().close();
  });

  test('copies a range as tab-separated values, names as read, numbers as they are, formulas defused', async () => {
    const { page } = await open('?lang=zh');
    const grid = scores(page);
    await grid.getByRole('gridcell').first().click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Control+c');
    await page.getByText('已复制 2 行 × 8 列').waitFor();
    const { monetary, share } = customer(1);
    expect((await clipboard(page)).split('\n')).toEqual([
      'C000000\t重要价值客户\t0\t1\t0\t0\t2011-01-01\t',
      `C000001\t忠诚客户\t86\t32\t${monetary}\t${share}\t2011-02-02\t'=HYPERLINK("https://evil.test")`,
    ]);
    expect(await grid.locator('[aria-selected="true"]').count()).toBe(16);
    await page.context().close();
  });

  test('copies at most ten thousand rows and says so; the file has all', async () => {
    const { page } = await open();
    const figure = page.locator('figure', { has: scores(page) });
    await figure.getByRole('button', { name: 'Copy' }).click();
    await figure.getByText('Copied the first 10,000 rows').waitFor();
    const lines = (await clipboard(page)).split('\n');
    expect(lines).toHaveLength(10_001);
    expect(lines[0]).toBe('Customer\tSegment\tRecency\tOrders\tSales\tShare of sales\tLast order\tNote');
    expect(lines[10_000]?.startsWith('C009999\t')).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('rfm-scores.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('whole,table\r\n');
    await page.context().close();
  });

  test('shows what is not known as a dash, and text of a file as text', async () => {
    const { page, problems } = await open();
    const row = (n: number) =>
      scores(page)
        .locator(`[aria-rowindex="${n + 2}"]`)
        .getByRole('gridcell');
    expect(await row(3).nth(2).textContent()).toBe('–');
    expect(await row(2).nth(7).textContent()).toBe('<img src=x onerror=alert(1)>');
    expect(problems).toEqual([]);
    await page.context().close();
  });
});

describe('a chart', () => {
  test('is drawn as SVG with a title, a text alternative and its data as a table', async () => {
    const { page, problems } = await open();
    const figure = page.getByRole('figure', { name: 'A fifth of customers bring more than half of sales' });
    const picture = figure.getByRole('img', { name: 'Bars: Champions are 20% of customers' });
    await picture.locator('svg').waitFor();
    expect(await picture.locator('svg path').count()).toBeGreaterThanOrEqual(8);
    await figure.getByRole('button', { name: 'Chart options' }).click();
    await figure.getByRole('button', { name: 'Show the data as a table' }).click();
    expect(await picture.isVisible()).toBe(false);
    expect(await figure.getByRole('gridcell').allTextContents()).toContain('53.2%');
    await figure.getByRole('button', { name: 'Chart options' }).click();
    await figure.getByRole('button', { name: 'Show the chart' }).click();
    await picture.locator('svg').waitFor();
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('tells the values under the pointer, as text', async () => {
    const { page } = await open();
    const bar = page.getByRole('img', { name: /^Bars/ }).locator('svg .mark-rect path').first();
    await bar.waitFor();
    await bar.hover();
    await page.locator('#clientele-tooltip').getByText('20%').waitFor();
    await page.mouse.move(0, 0);
    await page.locator('#clientele-tooltip').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  test('is taken along as SVG, PNG and CSV', async () => {
    const { page, problems } = await open('?lang=zh');
    const figure = page.getByRole('figure', { name: '五分之一的客户贡献了一半以上的销售额' });
    await figure.locator('svg .mark-rect').first().waitFor();
    const take = async (item: string) => {
      await figure.getByRole('button', { name: '图表选项' }).click();
      const [download] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: item }).click()]);
      return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
    };
    const svg = await take('下载 SVG');
    expect([svg.name, svg.bytes.toString().slice(0, 4)]).toEqual(['rfm-bars.svg', '<svg']);
    expect(svg.bytes.toString()).toContain('五分之一的客户贡献了一半以上的销售额');
    const png = await take('下载 PNG');
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
    const csv = await take('下载数据（CSV）');
    expect(csv.bytes.toString().split('\r\n').slice(0, 2)).toEqual(['\ufeff细分,指标,销售额占比', '重要价值客户,客户占比,0.201']);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('that asks for a file is refused in a sentence, and its data shown', async () => {
    const { page, problems } = await open();
    const figure = page.getByRole('figure', { name: 'A chart that asks for a file' });
    await figure.scrollIntoViewIfNeeded();
    await figure.getByText('This chart could not be drawn: the drawing asks for what a chart may not do').waitFor();
    expect(await figure.getByRole('gridcell').first().textContent()).toBe('Champions');
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test('is drawn anew to fit when the page becomes narrow', async () => {
    const { page } = await open();
    const svg = page.getByRole('img', { name: /^Bars/ }).locator('svg');
    await svg.waitFor();
    const before = (await svg.boundingBox())?.width ?? 0;
    await page.setViewportSize({ width: 390, height: 900 });
    await expect.poll(async () => Number(await svg.getAttribute('width'))).toBeLessThan(380);
    expect(before).toBeGreaterThan(700);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.context().close();
  });
});

describe('a result', () => {
  test('keeps its place while a run brings it view by view', async () => {
    const { page } = await open('?stage=again');
    const old = page.locator('[data-old]');
    expect(await old.count()).toBeGreaterThan(3);
    await page.getByRole('img', { name: /^Bars/ }).locator('svg').waitFor();
    const top = async () => (await scores(page).boundingBox())?.y;
    await expect.poll(() => page.getByRole('progressbar').count()).toBe(1);
    const before = await top();
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await old.count()).toBe(0);
    expect(before).toBeDefined();
    await page.context().close();
  });

  test('offers to put a check right, and folds those that passed', async () => {
    const { page } = await open();
    expect(await page.getByText('every period is complete').count()).toBe(0);
    await page.getByRole('button', { name: '2 checks passed' }).click();
    expect(await page.getByText('every period is complete').count()).toBe(1);
    await page.getByRole('button', { name: 'Set “Cut points” to Quantiles' }).click();
    expect(await page.locator('output').textContent()).toBe('{"kind":"param","param":"method","value":"quantile"}');
    await page.context().close();
  });

  test('has notes whose tags and scripts are shown or dropped, never run', async () => {
    const { page, problems } = await open();
    await page.getByRole('heading', { name: 'Question' }).waitFor();
    expect(await page.title()).toBe('Results');
    expect(await page.getByRole('link', { name: 'a page' }).getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.getByRole('link', { name: 'bad' }).count()).toBe(0);
    expect(problems).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['en', 'light', 1440],
    ['zh', 'dark', 1440],
    ['en', 'dark', 390],
    ['zh', 'light', 390],
  ])('is accessible: %s, %s, %i px', async (lang, scheme, width) => {
    const { page } = await open(`?lang=${lang}&scheme=${scheme}`, width);
    await page.locator('svg .mark-rect').first().waitFor();
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(o: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
      ).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false }, 'heading-order': { enabled: false } },
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.context().close();
  });
});
