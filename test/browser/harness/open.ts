import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { projectFolder } from '../../../src/cli/paths.mjs';
import { serve } from '../../../src/cli/serve.mjs';
import { launch, openPage } from '../chromium.ts';

const names = {
  entryFileNames: 'assets/worker-[name]-[hash].js',
  chunkFileNames: 'assets/worker-chunk-[name]-[hash].js',
  assetFileNames: 'assets/[name]-[hash][extname]',
};

export interface Harness {
  page: Page;
  problems: string[];
  close(): Promise<void>;
}

/** Builds the harness page, serves it with the headers of the app, and opens it in Chromium. */
export async function openHarness(): Promise<Harness> {
  const dir = await mkdtemp(join(tmpdir(), 'clientele-harness-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(projectFolder, 'test/browser/harness'),
    base: './',
    worker: { format: 'es', rolldownOptions: { output: names } },
    build: {
      outDir: dir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
    },
  });
  const server = await serve({ port: 0, dir });
  const browser = await launch();
  const { page, problems } = await openPage(browser);
  await page.goto(server.url);
  await page.waitForFunction(() => 'harness' in window);
  return {
    page,
    problems,
    async close() {
      await browser.close();
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
