import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, openSample, settled } from './notebook-page.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const url = inject('url');
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

interface Violation {
  id: string;
  help: string;
  nodes: { target: unknown; failureSummary?: string }[];
}

/** What axe finds on the page as it stands, by rule, with the first offender of each. */
async function violations(page: Page): Promise<string[]> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(200);
  await page.evaluate(axeSource);
  const found = (await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> } };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run(document, { runOnly: tags })).violations;
  })) as Violation[];
  return found.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.length}×) ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary ?? ''}`,
  );
}

describe.each([
  { colorScheme: 'light', locale: 'en-GB' },
  { colorScheme: 'dark', locale: 'en-GB' },
] as const)('axe finds nothing in $colorScheme', (options) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(browser, { ...options, reducedMotion: 'reduce' }));
  });

  test('on the start page', async () => {
    await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test('in a notebook with results, its parameters open', async () => {
    await openSample(page, url);
    await settled(page);
    const rfm = cell(page, 'RFM segmentation');
    await rfm.hover();
    await rfm.getByRole('button', { name: 'Parameters' }).click();
    await rfm.getByRole('button', { name: 'More parameters' }).click();
    expect(await violations(page)).toEqual([]);
  });

  test('with the notes and the SQL beside it', async () => {
    const rfm = cell(page, 'RFM segmentation');
    await rfm.getByRole('button', { name: 'Notes' }).click();
    await page.getByRole('complementary').getByRole('heading', { name: 'Formula' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await rfm.getByRole('button', { name: 'SQL and timings' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });

  test('in the catalogue and the dialogs', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Share a link' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

test('everything of a notebook can be reached and left by keyboard', async () => {
  const { page } = await openPage(browser);
  await openSample(page, url);
  await settled(page);
  await page.locator('main').focus();
  await page.keyboard.press('Alt+ArrowDown');
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell-id'));
  const first = await focused();
  expect(first).not.toBeNull();
  await page.keyboard.press('Alt+ArrowDown');
  expect(await focused()).not.toBe(first);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await focused()).toBe(first);
  await page.keyboard.press('Enter');
  await page.getByLabel('Text in Markdown').waitFor();
  await page.keyboard.type(' More.');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(`[data-cell-id="${first}"]`).textContent()).toContain('More.');
});

test('on a phone the column stands alone and nothing runs over its edge', async () => {
  const { page } = await openPage(browser, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await openSample(page, url);
  await settled(page);
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);
});
