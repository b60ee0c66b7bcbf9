import type { DuckDBConnection } from '@duckdb/node-api';
import { readCdnowSample } from '../support/cdnow.ts';
import { validationFile } from '../support/validation.ts';
import { openTab } from './browser.ts';
import { shopFile, surveyFile } from './data.ts';
import { median, timed } from './native.ts';
import type { FitTime } from './page/fits.ts';
import { type Line, seconds } from './report.ts';

export interface ModelTerms {
  /** Customers that the models are fitted to. */
  customers: number;
  /** Orders of the value cell, answers of the survey cell. */
  rows: number;
  times: number;
  /** Whether the value cell is left to end after its first view. */
  whole: boolean;
}

const MILLION = 1_000_000;

/** Models alone and the two cells that are not about orders as such, each in a tab of its own. */
export async function measureModels(native: DuckDBConnection, terms: ModelTerms): Promise<Line[]> {
  return [...(await fits(terms)), ...(await valueCell(terms)), ...(await surveyCell(native, terms))];
}

/** Limits hold for a million customers. */
async function fits({ customers, times }: ModelTerms): Promise<Line[]> {
  const tab = await openTab();
  try {
    const lines: Line[] = [];
    const cdnow = validationFile('CDNOW_sample.txt');
    if (cdnow) {
      const { histories } = readCdnowSample(cdnow);
      const column = (name: 'x' | 'recency' | 'age') => histories.map((each) => each[name]);
      const plain = { x: column('x'), recency: column('recency'), age: column('age') };
      const runs: FitTime[] = [];
      for (let i = 0; i < times; i++) runs.push(converged(await tab.call('fitHistories', 'bg-nbd', plain)));
      lines.push({ what: 'BG/NBD, CDNOW sample', browser: seconds(median(runs.map(({ ms }) => ms))), limit: 0.2, unit: 's' });
    } else console.log('skipped: CDNOW sample, CDNOW_sample.txt is not there');
    for (const [kind, name, limit] of [
      ['bg-nbd', 'BG/NBD', 5],
      ['pareto-nbd', 'Pareto/NBD', 20],
    ] as const) {
      const { ms, distinctHistories } = converged(await tab.call('fitShop', kind, customers));
      lines.push({
        what: `${name}, ${short(customers)} customers, ${short(distinctHistories)} histories in days`,
        browser: seconds(ms),
        limit: customers >= MILLION ? limit : undefined,
        unit: 's',
      });
    }
    return lines;
  } finally {
    await tab.close();
  }
}

async function valueCell({ rows, whole }: ModelTerms): Promise<Line[]> {
  const tab = await openTab();
  try {
    await tab.call('boot');
    await tab.pick(shopFile(rows));
    await tab.call('importFile', { customer: 'customer_id', time: 'order_date', amount: 'amount' });
    const { firstView, total } = await tab.call('run', 'clv-probabilistic', {}, !whole);
    const lines: Line[] = [{ what: `lifetime value, ${short(rows)} orders, first view`, browser: seconds(firstView), unit: 's' }];
    if (whole) lines.push({ what: `lifetime value, ${short(rows)} orders, all views`, browser: seconds(total), unit: 's' });
    lines.push({ what: 'longest script task beside it', browser: await tab.call('longestTask'), limit: 100, unit: 'ms' });
    return lines;
  } finally {
    await tab.close();
  }
}

async function surveyCell(native: DuckDBConnection, { rows, times }: ModelTerms): Promise<Line[]> {
  const file = await surveyFile(native, rows);
  await native.run(`create or replace table answers as select * from read_csv('${file}')`);
  const tab = await openTab();
  try {
    await tab.call('boot');
    await tab.pick(file);
    const columns = Object.fromEntries(['respondent', 'question', 'score', 'time'].map((name) => [name, name]));
    await tab.call('importFile', columns, 'surveys');
    const plain: number[] = [];
    const runs: { firstView: number; total: number }[] = [];
    for (let i = 0; i < times; i++) {
      plain.push(
        await timed(native, 'select question, score, count(*), count(distinct respondent) from answers group by 1, 2 order by 1, 2'),
      );
      runs.push(await tab.call('run', 'satisfaction-scores'));
    }
    const beside = seconds(median(plain));
    const of = (pick: (run: { firstView: number; total: number }) => number) => seconds(median(runs.map(pick)));
    return [
      { what: `survey, ${short(rows)} answers, first view`, browser: of((run) => run.firstView), native: beside, unit: 's' },
      { what: `survey, ${short(rows)} answers, all views`, browser: of((run) => run.total), native: beside, unit: 's' },
    ];
  } finally {
    await tab.close();
  }
}

/** A fit that was given up early would be no measure of one. */
function converged(fit: FitTime): FitTime {
  if (!fit.converged) throw new Error('a fit did not converge');
  return fit;
}

const short = (n: number) => (n >= MILLION ? `${Number((n / MILLION).toPrecision(2))} M` : `${Math.round(n / 1000)} k`);
