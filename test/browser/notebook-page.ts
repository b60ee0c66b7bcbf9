import type { Page } from 'playwright-core';

/** Opens the sample firm from the start page. Returns milliseconds from the press to the first chart that is drawn. */
export async function openSample(page: Page, url: string): Promise<number> {
  await page.goto(url);
  const open = page.getByRole('region', { name: 'Online shop' }).getByRole('button', { name: 'Open' });
  await open.waitFor();
  const start = await page.evaluate(() => performance.now());
  await open.click();
  await page.locator('figure svg.marks').first().waitFor({ timeout: 60_000 });
  return (await page.evaluate(() => performance.now())) - start;
}

/** Waits until every cell that runs has its result. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const cells = [...document.querySelectorAll<HTMLElement>('article[data-status]')];
      return cells.length > 0 && cells.every((cell) => cell.dataset.status === 'done');
    },
    undefined,
    { timeout: 60_000 },
  );
}

/** The cell of a title. */
export const cell = (page: Page, title: string) => page.getByRole('article', { name: title });

/** The headlines of all results, in order: what two runs are compared by. */
export const headlines = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('article')].map((article) => article.querySelector('p[class*="headline"]')?.textContent ?? ''),
  );

/** Adds a SQL cell at the end, writes a query and runs it by key. */
export async function runSql(page: Page, query: string): Promise<void> {
  await page.getByRole('toolbar', { name: 'Add to the notebook' }).getByRole('button', { name: 'SQL' }).click();
  await page.locator('.cm-content').last().waitFor();
  await writeSql(page, query);
}

/** Replaces the query of the last SQL cell and runs it by key. */
export async function writeSql(page: Page, query: string): Promise<void> {
  const editor = page.locator('.cm-content').last();
  await editor.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(query);
  await page.keyboard.press('Control+Enter');
}
