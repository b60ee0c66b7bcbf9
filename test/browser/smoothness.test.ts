import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, openPage } from './chromium.ts';
import { cell, openSample, settled } from './notebook-page.ts';

/** One event of Chromium's trace; times in microseconds, `tdur` is what the thread itself computed. */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { name?: string };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

test('no task of the page computes for more than 100 ms while it runs, the drawing of charts apart', async () => {
  const { page } = await openPage(browser);
  await page.goto(inject('url'));
  await page.waitForTimeout(1500);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'blink.user_timing'] });
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
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };

  const drawings = pairs(traceEvents.filter(({ name }) => name === 'draw-chart'));
  const tasks = mainTasks(traceEvents).map(({ ts, dur = 0, tdur = 0 }) => ({ start: ts, end: ts + dur, ms: Math.round(tdur / 1000) }));
  const others = tasks.filter(({ start, end }) => !drawings.some((drawing) => drawing.start < end && start < drawing.end));
  const longest = others.map(({ ms }) => ms).sort((a, b) => b - a);
  console.log(`longest tasks: ${longest.slice(0, 8).join(', ')} ms; ${drawings.length} charts drawn`);
  expect(drawings.length).toBeGreaterThan(0);
  expect(others.length).toBeGreaterThan(100);
  expect(longest.filter((ms) => ms > 100)).toEqual([]);
});

/** Tasks of the threads on which pages run. */
function mainTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => threads.some((thread) => thread.pid === pid && thread.tid === tid);
  return events.filter((event) => event.ph === 'X' && /RunTask$/.test(event.name) && isMain(event));
}

/** Begin and end of each span, which a trace has apart; spans that overlap count as one. */
function pairs(events: readonly TraceEvent[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let open = 0;
  for (const { ph, ts } of [...events].sort((a, b) => a.ts - b.ts)) {
    if (ph === 'b') {
      if (open === 0) spans.push({ start: ts, end: Number.POSITIVE_INFINITY });
      open += 1;
    } else if (ph === 'e') {
      open -= 1;
      const last = spans.at(-1);
      if (open === 0 && last) last.end = ts;
    }
  }
  return spans;
}
