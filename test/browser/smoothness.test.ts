import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, openSample, settled } from './notebook-page.ts';

declare global {
  interface Window {
    longTasks: { start: number; ms: number }[];
  }
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

test('no task holds the page for more than 100 ms while it runs, the drawing of charts apart', async () => {
  const { page } = await openPage(browser);
  await page.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ start: startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(inject('url'));
  await page.waitForTimeout(1500);
  const loaded = await page.evaluate(() => window.longTasks.splice(0).map(({ ms }) => Math.round(ms)));
  console.log(`while loading: ${loaded.join(', ')} ms`);

  await openSample(page, `${inject('url')}#`);
  await settled(page);
  const rfm = cell(page, 'RFM segmentation');
  await rfm.hover();
  await rfm.getByRole('button', { name: 'Parameters' }).click();
  await rfm.getByLabel('Scores from 1 to', { exact: true }).fill('4');
  await page.waitForTimeout(300);
  await settled(page);
  await page.mouse.wheel(0, 4000);
  await page.waitForTimeout(2000);
  const { tasks, drawings } = await page.evaluate(() => ({
    tasks: window.longTasks,
    drawings: performance
      .getEntriesByName('draw-chart')
      .map(({ startTime, duration }) => ({ start: startTime, end: startTime + duration })),
  }));
  const others = tasks.filter(({ start, ms }) => !drawings.some((drawing) => drawing.start < start + ms && start < drawing.end));
  console.log(`tasks over 50 ms: ${others.map(({ ms }) => Math.round(ms)).join(', ')} ms; ${drawings.length} charts drawn`);
  expect(drawings.length).toBeGreaterThan(0);
  expect(others.filter(({ ms }) => ms > 100)).toEqual([]);
});
