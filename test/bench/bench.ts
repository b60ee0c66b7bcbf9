import { parseArgs } from 'node:util';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type BenchTab, buildPage, openTab } from './browser.ts';
import { type BenchFiles, benchFiles, COLUMNS } from './data.ts';
import { measureModels } from './models.ts';
import { connectNative, importCsv, importParquet, median, PLAIN, timed } from './native.ts';
import type { RunTimes } from './page/main.ts';
import { type Line, report, seconds } from './report.ts';

/** Chromium beside native DuckDB on the same machine, in one run, each on one thread. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { quick: { type: 'boolean' }, orders: { type: 'string' }, statements: { type: 'boolean' }, only: { type: 'string' } },
  });
  if (values.only !== undefined && !['orders', 'models'].includes(values.only)) throw new RangeError(`no such part: ${values.only}`);
  const orders = Number(values.orders ?? (values.quick ? 1_000_000 : 10_000_000));
  const times = 3;
  const [native] = await Promise.all([connectNative(), buildPage()]);
  const lines: Line[] = [];
  if (values.only !== 'models') lines.push(...(await measureOrders(native, orders, times, values.statements === true)));
  if (values.only !== 'orders') {
    const [customers, rows] = values.quick ? [100_000, 200_000] : [1_000_000, 1_000_000];
    lines.push(...(await measureModels(native, { customers, rows, times, whole: !values.quick })));
  }
  native.closeSync();
  const over = report(lines);
  if (over > 0 && orders >= 10_000_000) process.exitCode = 1;
}

async function measureOrders(native: DuckDBConnection, orders: number, times: number, statements: boolean): Promise<Line[]> {
  console.log(`${orders.toLocaleString('en')} orders, ${Math.ceil(orders / 10).toLocaleString('en')} customers; median of ${times} runs`);
  const files = await benchFiles(native, orders);
  const csv = await measureCsv(native, files, times);
  const parquet = await measureParquet(native, files);
  await native.run('drop table tx');

  const lines: Line[] = [
    { what: 'engine boot', browser: seconds(csv.boot), unit: 's' },
    { what: 'CSV import', browser: seconds(csv.ms), native: seconds(csv.native), limit: 3, unit: 's' },
    { what: 'Parquet import', browser: seconds(parquet.ms), native: seconds(parquet.native), unit: 's' },
    { what: 'Parquet against CSV, both in Chromium', browser: seconds(parquet.ms), native: seconds(csv.ms), limit: 0.5, unit: 's' },
    ...cellLines('RFM', csv.rfm, 2.2),
    ...cellLines('cohort', csv.cohort, 1),
    { what: 'longest script task of the page', browser: Math.max(csv.longest, parquet.longest), limit: 100, unit: 'ms' },
  ];
  for (const [what, bytes] of [
    ['CSV', csv.memory],
    ['Parquet', parquet.memory],
  ] as const) {
    if (bytes !== undefined) lines.push({ what: `peak memory of the tab, ${what}`, browser: bytes / 1e9, limit: 2.5, unit: 'GB' });
  }
  if (statements) for (const { runs } of [csv.rfm, csv.cohort]) printStatements(runs.at(-1));
  return lines;
}

async function measureCsv(native: DuckDBConnection, files: BenchFiles, times: number) {
  const tab = await openTab();
  try {
    const boot = await tab.call('boot');
    const nativeMs = await timed(native, importCsv(files.csv));
    await tab.pick(files.csv);
    const { ms } = await tab.call('importFile', COLUMNS);
    const rfm = await sideBySide(native, PLAIN.rfm, tab, 'rfm-segmentation', times);
    const cohort = await sideBySide(native, PLAIN.cohort, tab, 'cohort-retention', times);
    return { boot, ms, native: nativeMs, rfm, cohort, longest: await tab.call('longestTask'), memory: await tab.peakMemory() };
  } finally {
    await tab.close();
  }
}

async function measureParquet(native: DuckDBConnection, files: BenchFiles) {
  const tab = await openTab();
  try {
    await tab.call('boot');
    const nativeMs = await timed(native, importParquet(files.parquet));
    await tab.pick(files.parquet);
    const { ms } = await tab.call('importFile', COLUMNS);
    return { ms, native: nativeMs, longest: await tab.call('longestTask'), memory: await tab.peakMemory() };
  } finally {
    await tab.close();
  }
}

interface Compared {
  runs: RunTimes[];
  native: number;
}

/** One after the other in turns, so that whatever else the machine does falls on both. */
async function sideBySide(native: DuckDBConnection, plain: string, tab: BenchTab, cell: string, times: number): Promise<Compared> {
  const runs: RunTimes[] = [];
  const natives: number[] = [];
  for (let i = 0; i < times; i++) {
    natives.push(await timed(native, plain));
    runs.push(await tab.call('run', cell));
  }
  return { runs, native: median(natives) };
}

function cellLines(name: string, { runs, native }: Compared, limit: number): Line[] {
  const of = (pick: (run: RunTimes) => number) => seconds(median(runs.map(pick)));
  return [
    { what: `${name}, first view against the plain query`, browser: of((run) => run.firstView), native: seconds(native), limit, unit: 's' },
    { what: `${name}, all views against the plain query`, browser: of((run) => run.total), native: seconds(native), unit: 's' },
  ];
}

function printStatements(run: RunTimes | undefined): void {
  for (const { sql, ms } of run?.statements ?? [])
    console.log(`${ms.toFixed(0).padStart(7)} ms  ${sql.replace(/\s+/g, ' ').slice(0, 160)}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message.split('\n')[0] : error);
  process.exitCode = 1;
}
