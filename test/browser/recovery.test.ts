import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, headlines, openSample, runSql, settled, writeSql } from './notebook-page.ts';

const url = inject('url');
let browser: Browser;
let page: Page;
let problems: string[];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-recovery-'));
  browser = await launch();
  ({ page, problems } = await openPage(browser));
  await openSample(page, url);
  await runSql(page, 'select segment, count(*) as n from rfm_scores group by 1 order by n desc, segment');
  await cell(page, 'sql_1').getByRole('columnheader', { name: 'segment' }).waitFor({ timeout: 60_000 });
  await settled(page);
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the person has: titles, names, the text of the query, and what was found. */
const notebook = async () => ({
  headlines: await headlines(page),
  code: await page.locator('.cm-content').allTextContents(),
  segments: await cell(page, 'sql_1').getByRole('gridcell').allTextContents(),
});

/** The worker whose script has this in its name. */
async function worker(script: RegExp): Promise<Worker> {
  await expect.poll(() => page.workers().filter((each) => script.test(each.url())).length, { timeout: 30_000 }).toBe(1);
  return page.workers().find((each) => script.test(each.url())) as Worker;
}

/** Ends a worker from within, as the browser does when it runs out of memory: without an event. */
const kill = (victim: Worker): Promise<unknown> => victim.evaluate(() => self.close());

/** The switch names the language that is not spoken. */
async function speak(language: 'English' | '简体中文'): Promise<void> {
  const other = page.getByRole('button', { name: language, exact: true });
  if ((await other.count()) > 0) await other.click();
}

/** Changes a query, so that an answer must come from the engine. */
async function answers(n: number): Promise<void> {
  await writeSql(page, `select ${n} * count(distinct customer) as times_${n} from orders`);
  await cell(page, 'sql_1')
    .getByRole('columnheader', { name: `times_${n}` })
    .waitFor({ timeout: 60_000 });
}

describe('an engine that dies', () => {
  const cases = [
    ['the compute worker', /worker-compute/, 'English', 'The engine stopped and is being started again. Nothing of your work is lost.'],
    ['the worker of DuckDB', /worker-engine/, 'English', 'The engine stopped and is being started again. Nothing of your work is lost.'],
    ['the worker of DuckDB', /worker-engine/, '简体中文', '引擎已停止，正在重新启动。您的工作没有丢失。'],
  ] as const;
  for (const [index, [name, script, language, words]] of cases.entries()) {
    test(`${name}, in ${language}: says so, starts anew by itself, and all cells have their results`, async () => {
      await speak(language);
      await settled(page);
      const before = await notebook();
      await page.getByRole('log').getByText(words).first().waitFor({ state: 'detached' });
      const start = performance.now();
      await kill(await worker(script));
      await page.getByRole('log').getByText(words).first().waitFor();
      const noticed = performance.now() - start;
      await settled(page);
      // Still shown from before while the tables behind it are made again: what reads them has the last word.
      await answers(index + 2);
      console.log(`${name}: said after ${noticed.toFixed(0)} ms, a new query answered after ${(performance.now() - start).toFixed(0)} ms`);
      await writeSql(page, 'select segment, count(*) as n from rfm_scores group by 1 order by n desc, segment');
      await cell(page, 'sql_1').getByRole('columnheader', { name: 'segment' }).waitFor({ timeout: 60_000 });
      await settled(page);
      expect(await notebook()).toEqual(before);
    });
  }

  test('that dies again while it is filled starts once more, and no file is taken for missing', async () => {
    await speak('English');
    await settled(page);
    const before = await headlines(page);
    await kill(await worker(/worker-engine/));
    await page.waitForFunction(() => document.querySelector('[role="progressbar"][aria-label^="Reading"]') !== null, undefined, {
      timeout: 60_000,
    });
    await kill(await worker(/worker-engine/));
    await answers(5);
    await settled(page);
    expect((await headlines(page)).slice(0, -1)).toEqual(before.slice(0, -1));
    expect(await page.getByText('file not on this machine').count()).toBe(0);
  });
});

describe('a query that does not fit into memory', () => {
  const HUGE = "select string_agg(repeat('x', 1000) || a.range || b.range, '') as t from range(4000) a, range(4000) b";

  test('its cell says so and what to do, and everything else goes on', async () => {
    await speak('English');
    await settled(page);
    const before = (await notebook()).headlines;
    const start = performance.now();
    await writeSql(page, HUGE);
    const sql = cell(page, 'sql_1');
    const alert = sql.getByRole('alert');
    await alert.waitFor({ timeout: 120_000 });
    const failed = performance.now() - start;
    expect((await alert.textContent())?.toLowerCase()).toContain('not enough memory for this step; close other tabs, or narrow the data');
    expect(await alert.getByRole('button', { name: 'Try again' }).count()).toBe(1);
    await speak('简体中文');
    expect(await alert.textContent()).toContain('内存不足');
    await speak('English');
    const again = performance.now();
    await answers(7);
    await settled(page);
    console.log(
      `out of memory: said after ${failed.toFixed(0)} ms, the next query answered after ${(performance.now() - again).toFixed(0)} ms`,
    );
    expect((await headlines(page)).slice(0, before.length)).toEqual(before);
  });
});

describe('an import that is cancelled half-way', () => {
  test('says so, leaves nothing behind, and can be started again', async () => {
    const file = join(folder, 'visits.csv');
    const rows = await writeVisits(file, 200 << 20);
    const dialog = page.getByRole('dialog');
    const open = async () => {
      await page.getByRole('button', { name: 'Add data' }).first().click();
      await dialog.locator('input[type=file]').setInputFiles(file);
      await dialog.getByRole('button', { name: 'Import', exact: true }).waitFor();
    };
    const tables = async (): Promise<string[]> => {
      await writeSql(page, `select table_name as raw_${++asked} from duckdb_tables() where schema_name = 'raw' order by 1`);
      const sql = cell(page, 'sql_1');
      await sql.getByRole('columnheader', { name: `raw_${asked}` }).waitFor({ timeout: 60_000 });
      return (await sql.getByRole('gridcell').allTextContents()).map((name) => name.trim());
    };
    const before = await tables();
    const kept = await keptFiles();

    await open();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    const progress = dialog.getByRole('progressbar');
    await expect.poll(async () => Number(await progress.getAttribute('aria-valuenow')), { timeout: 120_000 }).toBeGreaterThan(10);
    const reached = await progress.getAttribute('aria-valuenow');
    const start = performance.now();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.getByText('The import was cancelled; nothing was kept.').waitFor();
    console.log(`import of ${rows} rows cancelled at ${reached} %: said after ${(performance.now() - start).toFixed(0)} ms`);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await tables()).toEqual(before);
    expect(await keptFiles()).toEqual(kept);
    expect(await page.getByText('visits.csv').count()).toBe(0);

    await open();
    const restart = performance.now();
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.waitFor({ state: 'detached', timeout: 150_000 });
    console.log(`the same import again: ${(performance.now() - restart).toFixed(0)} ms`);
    expect(await page.getByText('visits.csv').count()).toBeGreaterThan(0);
    expect(await tables()).toEqual([...before, 'visits', 'visits__rejected'].sort());
    await writeSql(page, 'select count(*) as n from raw.visits');
    await expect
      .poll(async () => (await cell(page, 'sql_1').getByRole('gridcell').allTextContents()).join().replace(/\D/g, ''))
      .toBe(`${rows}`);
  });

  test('nothing else went wrong on the way', () => {
    // The console also has, for those who mend, the loss that the page has told of.
    expect(problems.filter((problem) => !problem.startsWith('AppError: the engine was lost: crashed'))).toEqual([]);
  });
});

let asked = 0;

/** Writes orders up to a number of bytes; returns how many. */
async function writeVisits(path: string, bytes: number): Promise<number> {
  const out = createWriteStream(path);
  out.write('customer,time,amount,note\n');
  let rows = 0;
  for (let written = 0; written < bytes; ) {
    const lines = Array.from({ length: 10_000 }, () => {
      const n = rows++;
      return `c${n % 50_021},2024-01-${String((n % 28) + 1).padStart(2, '0')},${n % 997}.5,a note about visit ${n}\n`;
    }).join('');
    written += lines.length;
    if (!out.write(lines)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return rows;
}

/** Names of the files that this browser keeps for the app. */
const keptFiles = (): Promise<string[]> =>
  page.evaluate(async () => {
    const names: string[] = [];
    const walk = async (folder: FileSystemDirectoryHandle): Promise<void> => {
      for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemHandle]>) {
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle);
        else names.push(name);
      }
    };
    await walk(await navigator.storage.getDirectory());
    return names.sort();
  });
