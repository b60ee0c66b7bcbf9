import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build, loadConfigFromFile } from 'vite';
import { cacheFolder, projectFolder } from '../../src/cli/paths.mjs';
import { serve } from '../../src/cli/serve.mjs';
import { launch } from '../browser/chromium.ts';
import type { BenchPage } from './page/main.ts';

const dist = join(cacheFolder, 'bench/dist');

/** Builds the benchmark's page with the app's own configuration; it is no part of the app. */
export async function buildPage(): Promise<void> {
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, join(projectFolder, 'vite.config.ts'));
  const config = loaded?.config ?? {};
  const root = join(projectFolder, 'test/bench/page');
  const input = join(root, 'index.html');
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    root,
    build: { ...config.build, outDir: dist, rolldownOptions: { ...config.build?.rolldownOptions, input } },
  });
}

/** A tab of a new browser on the benchmark's page. */
export interface BenchTab {
  pick(path: string): Promise<void>;
  call<K extends keyof BenchPage>(name: K, ...args: Parameters<BenchPage[K]>): Promise<Awaited<ReturnType<BenchPage[K]>>>;
  /** Greatest resident size that the tab's process had, in bytes; undefined where the system does not say. */
  peakMemory(): Promise<number | undefined>;
  close(): Promise<void>;
}

export async function openTab(): Promise<BenchTab> {
  const server = await serve({ dir: dist });
  const browser = await launch();
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(server.url);
  return {
    pick: (path) => page.setInputFiles('#file', path),
    call: (name, ...args) => call(page, name, args),
    peakMemory: () => peakMemory(browser),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

function call<K extends keyof BenchPage>(page: Page, name: K, args: Parameters<BenchPage[K]>) {
  type Result = Awaited<ReturnType<BenchPage[K]>>;
  const run = ([method, given]: [string, unknown[]]) => {
    const { bench } = window as unknown as { bench: Record<string, (...values: unknown[]) => unknown> };
    return bench[method]?.(...given) as Promise<Result> | Result;
  };
  return page.evaluate(run, [name, args] as [string, unknown[]]) as Promise<Result>;
}

async function peakMemory(browser: Browser): Promise<number | undefined> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const peaks = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => peakOf(id));
  const known = peaks.filter((peak) => peak !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function peakOf(pid: number): number | undefined {
  try {
    const kB = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kB === undefined ? undefined : Number(kB) * 1024;
  } catch {
    return undefined;
  }
}
