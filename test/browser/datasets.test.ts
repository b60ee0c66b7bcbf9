import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { generator } from '../../datasets/online-shop/generate.ts';
import { projectFolder } from '../../src/cli/paths.mjs';
import { launch, openPage } from './chromium.ts';

let browser: Browser;
let code: string;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(projectFolder, 'datasets/online-shop/generate.ts'), formats: ['iife'], name: 'generated' },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  code = output.output[0].code;
  browser = await launch();
});
afterAll(() => browser?.close());

test.each([...generator.files.map((file) => [file, undefined] as const), ['orders.csv', 50_000] as const])(
  'the browser writes %s (orders: %s) with the same bytes as Node',
  async (file, orders) => {
    const { page } = await openPage(browser);
    await page.goto(inject('url'));
    const text = await page.evaluate(
      `(() => { ${code}; return [...generated.generator.csv('${file}', { orders: ${orders} })].join(''); })()`,
    );
    const digest = (content: string) => createHash('sha256').update(content).digest('hex');
    expect(digest(text as string)).toBe(digest([...generator.csv(file, { orders })].join('')));
    await page.context().close();
  },
);
