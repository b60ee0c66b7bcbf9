import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { build } from 'vite';
import type { CellDefinition, CellResult, ChartView, Text } from '../../../src/cell/index.ts';
import { chartKit } from '../../../src/charts/chart-kit.ts';
import { compileStrictly } from '../../../src/charts/compile.ts';
import { completeSpec } from '../../../src/charts/complete-spec.ts';
import { PALETTES, type Scheme } from '../../../src/charts/palette.ts';
import { CHART_FONT } from '../../../src/charts/theme.ts';
import { formatMessage } from '../../../src/i18n/format-message.ts';
import type { Language } from '../../../src/i18n/language.ts';

/** Takes pictures of all charts of a result, to be looked at: one PNG for each scheme, language and width. */
export async function pictureCharts(
  cell: CellDefinition<any>,
  result: CellResult,
  folder: string,
  name: string,
  options = ALL,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const script = await bundle();
  const { messages } = await cell.text();
  const { charts } = await cell.charts();
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const files: string[] = [];
  try {
    for (const scheme of options.schemes)
      for (const language of options.languages)
        for (const width of options.widths) {
          const kit = chartKit({ language, width, scheme, messages, currency: 'GBP' });
          const written = (text: Text | undefined) => (text ? formatMessage(messages, text, language, 'GBP') : '');
          const drawn = result.views
            .filter((view): view is ChartView => view.kind === 'chart')
            .map((view) => {
              const chart = charts[view.chart];
              if (!chart) throw new Error(`no such chart: ${view.chart}`);
              const spec = compileStrictly(completeSpec(chart(view, kit), view.data, { width, scheme }));
              return { title: written(view.title), subtitle: written(view.subtitle), spec };
            });
          const file = join(folder, `${name}-${scheme}-${language}-${width}.png`);
          await picture(browser, script, drawn, scheme, width, file);
          files.push(file);
        }
  } finally {
    await browser.close();
  }
  return files;
}

const ALL: { schemes: readonly Scheme[]; languages: readonly Language[]; widths: readonly number[] } = {
  schemes: ['light', 'dark'],
  languages: ['en', 'zh'],
  widths: [1100, 358],
};

async function picture(
  browser: Browser,
  script: string,
  charts: readonly object[],
  scheme: Scheme,
  width: number,
  file: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: width + 32, height: 400 }, deviceScaleFactor: 1.5 });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() !== 'log' && errors.push(message.text()));
  await page.setContent(await html(scheme));
  await page.addScriptTag({ content: script, type: 'module' });
  await page.evaluate(
    (list) => document.fonts.ready.then(() => (globalThis as unknown as { draw(l: unknown): Promise<void> }).draw(list)),
    charts,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
  if (errors.length > 0) await writeFile(`${file}.txt`, errors.join('\n'));
}

async function html(scheme: Scheme): Promise<string> {
  const folder = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/inter/package.json'));
  const font = (await readFile(join(folder, 'files/inter-latin-wght-normal.woff2'))).toString('base64');
  const { background, text, muted } = PALETTES[scheme];
  return `<style>@font-face{font-family:"Inter Variable";src:url(data:font/woff2;base64,${font});font-weight:100 900}
    body{margin:16px;background:${background};color:${text};font-family:${CHART_FONT};font-variant-numeric:tabular-nums}
    svg{overflow:visible}figure{margin:0 0 40px}h4{margin:0;font-size:15px}p{margin:2px 0 12px;font-size:13px;color:${muted}}</style>
    <body><span style="font-family:'Inter Variable'">&nbsp;</span></body>`;
}

let bundled: Promise<string> | undefined;
function bundle(): Promise<string> {
  bundled ??= build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, minify: false, lib: { entry: resolve(import.meta.dirname, 'page.ts'), formats: ['es'], fileName: 'page' } },
  }).then((output) => {
    const chunk = ([output].flat()[0] as unknown as { output: { code: string }[] }).output[0];
    return chunk?.code ?? '';
  });
  return bundled;
}
