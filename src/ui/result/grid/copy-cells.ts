import type { CellValue, Column } from '../../../cell/index.ts';
import type { MessageArgs } from '../../../i18n/format-message.ts';
import { errorText } from '../../../i18n/translate.ts';
import { AppError } from '../../../util/app-error.ts';
import { toDelimited } from '../../../util/delimited.ts';
import { copyText } from '../copy-text.ts';
import { csvFile, saveFile } from '../save-file.ts';
import type { Words } from '../words.ts';
import type { Range } from './move.ts';
import type { PageCache } from './page-cache.ts';

/** What is copied from, and where success is told. */
export interface CopySource {
  pages: PageCache;
  columns: readonly { column: Column; label: string }[];
  words: Words;
  say(key: string, args?: MessageArgs): void;
}

/** The most rows that go to the clipboard; a file takes them all. */
const MOST_ROWS = 10_000;

/** Copies cells as tab-separated values: numbers and dates as they are, names as they are read. */
export async function copyCells(source: CopySource, range: Range): Promise<void> {
  await copy(source, range, range.bottom - range.top + 1, []);
}

/** Copies the table with its header. */
export async function copyTable(source: CopySource): Promise<void> {
  const total = source.pages.total;
  await copy(source, whole(source, 0, total), total, [source.columns.map((column) => column.label)]);
}

async function copy(source: CopySource, range: Range, wanted: number, head: readonly CellValue[][]): Promise<void> {
  try {
    const rows = await cells(source, { ...range, bottom: Math.min(range.bottom, range.top + MOST_ROWS - 1) });
    const copied = await copyText(toDelimited([...head, ...rows], 'tsv'));
    if (!copied) source.say('grid.copy.failed');
    else if (rows.length < wanted) source.say('grid.copied.first', { rows: rows.length });
    else source.say('grid.copied', { rows: rows.length, columns: range.right - range.left + 1 });
  } catch (error) {
    source.say('grid.failed', { reason: errorText(error, source.words.language) });
  }
}

/** Saves the whole table as CSV: written by the engine, or made of the rows at hand. */
export async function downloadTable(source: CopySource, fileName: string, fetchCsv?: () => Promise<Blob>): Promise<void> {
  try {
    saveFile(fetchCsv ? await fetchCsv() : await localCsv(source), `${fileName}.csv`);
  } catch (error) {
    source.say('grid.failed', { reason: errorText(error, source.words.language) });
  }
}

async function localCsv(source: CopySource): Promise<Blob> {
  const head = source.columns.map((column) => column.label);
  const parts = [toDelimited([head], 'csv')];
  for (let top = 0; top < source.pages.total; top += MOST_ROWS)
    parts.push(toDelimited(await cells(source, whole(source, top, Math.min(source.pages.total, top + MOST_ROWS))), 'csv'));
  return csvFile(parts.join(''));
}

/** All columns of the rows from `top` to before `end`. */
const whole = (source: CopySource, top: number, end: number): Range => ({
  top,
  bottom: end - 1,
  left: 0,
  right: source.columns.length - 1,
});

async function cells({ pages, columns, words }: CopySource, { top, bottom, left, right }: Range): Promise<CellValue[][]> {
  await pages.need(top, bottom);
  const rows: CellValue[][] = [];
  for (let i = top; i <= bottom; i += 1) {
    const row = pages.row(i);
    if (!row) throw pages.error ?? new AppError('unexpected', `row not there: ${i}`, { message: String(i) });
    rows.push(columns.slice(left, right + 1).map(({ column }) => words.name(column, row[column.name] ?? null)));
  }
  return rows;
}
