import { parseArgs } from 'node:util';
import { type BenchTab, buildPage, openTab } from './browser.ts';
import { type BenchFiles, benchFiles, COLUMNS } from './data.ts';
import { connectNative, importCsv, importParquet, median, PLAIN, timed } from './native.ts';
import type { RunTimes } from './page/main.ts';

/** One line of the report; `limit` is on the ratio or, where there is nothing to hold against, on the value itself. */
interface Line {
  what: string;
  browser: number;
  native?: number;
  limit?: number;
  unit: 's' | 'GB' | 'ms';
}

const seconds = (ms: number) => ms / 1000;

/** Chromium beside native DuckDB on the same machine, in one run, each on one thread. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, orders: { type: 'string' }, statements: { type: 'boolean' } } });
  const orders = Number(values.orders ?? (values.quick ? 1_000_000 : 10_000_000));
  const times = 3;
  console.log(`${orders.toLocaleString('en')} orders, ${Math.ceil(orders / 10).toLocaleString('en')} customers; median of ${times} runs`);
  const [native] = await Promise.all([connectNative(), buildPage()]);
  const files = await benchFiles(native, orders);

  const nativeTimes = {
    csv: await timed(native, importCsv(files.csv)),
    parquet: await timed(native, importParquet(files.parquet)),
    rfm: await timed(native, PLAIN.rfm, times),
    cohort: await timed(native, PLAIN.cohort, times),
  };
  native.closeSync();
  const inBrowser = await measureCsv(files, times);
  const parquet = await measureParquet(files);

  const lines: Line[] = [
    { what: 'engine boot', browser: seconds(inBrowser.boot), unit: 's' },
    { what: 'CSV import', browser: seconds(inBrowser.csv), native: seconds(nativeTimes.csv), limit: 3, unit: 's' },
    { what: 'Parquet import', browser: seconds(parquet.ms), native: seconds(nativeTimes.parquet), unit: 's' },
    { what: 'Parquet against CSV, both in Chromium', browser: seconds(parquet.ms), native: seconds(inBrowser.csv), limit: 0.5, unit: 's' },
    ...cellLines('RFM', inBrowser.rfm, nativeTimes.rfm, 2.2),
    ...cellLines('cohort', inBrowser.cohort, nativeTimes.cohort, 1),
    { what: 'longest script task of the page', browser: Math.max(inBrowser.longest, parquet.longest), limit: 100, unit: 'ms' },
  ];
  for (const [what, bytes] of [
    ['CSV', inBrowser.memory],
    ['Parquet', parquet.memory],
  ] as const) {
    if (bytes !== undefined) lines.push({ what: `peak memory of the tab, ${what}`, browser: bytes / 1e9, limit: 2.5, unit: 'GB' });
  }
  const over = report(lines);
  if (values.statements) for (const run of [inBrowser.rfm, inBrowser.cohort]) printStatements(run.at(-1));
  if (over > 0 && orders >= 10_000_000) process.exitCode = 1;
}

async function measureCsv(files: BenchFiles, times: number) {
  const tab = await openTab();
  try {
    const boot = await tab.call('boot');
    await tab.pick(files.csv);
    const { ms } = await tab.call('importFile', COLUMNS);
    const rfm = await repeat(tab, 'rfm-segmentation', times);
    const cohort = await repeat(tab, 'cohort-retention', times);
    return { boot, csv: ms, rfm, cohort, longest: await tab.call('longestTask'), memory: await tab.peakMemory() };
  } finally {
    await tab.close();
  }
}

async function measureParquet(files: BenchFiles) {
  const tab = await openTab();
  try {
    await tab.call('boot');
    await tab.pick(files.parquet);
    const { ms } = await tab.call('importFile', COLUMNS);
    return { ms, longest: await tab.call('longestTask'), memory: await tab.peakMemory() };
  } finally {
    await tab.close();
  }
}

async function repeat(tab: BenchTab, cell: string, times: number): Promise<RunTimes[]> {
  const runs: RunTimes[] = [];
  for (let i = 0; i < times; i++) runs.push(await tab.call('run', cell));
  return runs;
}

function cellLines(name: string, runs: readonly RunTimes[], native: number, limit: number): Line[] {
  const of = (pick: (run: RunTimes) => number) => seconds(median(runs.map(pick)));
  return [
    { what: `${name}, first view against the plain query`, browser: of((run) => run.firstView), native: seconds(native), limit, unit: 's' },
    { what: `${name}, all views against the plain query`, browser: of((run) => run.total), native: seconds(native), unit: 's' },
  ];
}

/** Prints the table and gives the number of lines over their limit. */
function report(lines: readonly Line[]): number {
  let over = 0;
  console.log(`${'measure'.padEnd(48)} ${'Chromium'.padStart(10)} ${'beside'.padStart(10)} ${'ratio'.padStart(7)} ${'limit'.padStart(7)}`);
  for (const { what, browser, native, limit, unit } of lines) {
    const ratio = native === undefined ? undefined : browser / native;
    const beyond = limit !== undefined && (ratio ?? browser) > limit;
    if (beyond) over++;
    const digits = unit === 'ms' ? 0 : 2;
    const cells = [
      `${browser.toFixed(digits)} ${unit}`.padStart(10),
      (native === undefined ? '' : `${native.toFixed(digits)} ${unit}`).padStart(10),
      (ratio?.toFixed(2) ?? '').padStart(7),
      (limit === undefined ? '' : `${limit}`).padStart(7),
    ];
    console.log(`${what.padEnd(48)} ${cells.join(' ')}${beyond ? '  over' : ''}`);
  }
  return over;
}

function printStatements(run: RunTimes | undefined): void {
  for (const { sql, ms } of run?.statements ?? [])
    console.log(`${ms.toFixed(0).padStart(7)} ms  ${sql.replace(/\s+/g, ' ').slice(0, 160)}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
