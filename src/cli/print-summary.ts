import type { CellLibrary, Check, Fact, Text, View } from '../cell/index.ts';
import { type BilingualMessages, formatMessage } from '../i18n/format-message.ts';
import { createTranslator } from '../i18n/translate.ts';
import type { NotebookDocument } from '../notebook/document.ts';
import { type RanCell, whyNot } from './run-document.ts';

/** What came of cells, for a person at a terminal: findings, facts, checks, and the size of each table. */
export async function summary(cells: readonly RanCell[], document: NotebookDocument, library: CellLibrary): Promise<string> {
  const parts = await Promise.all(cells.filter((cell) => cell.type !== 'prose').map((cell) => summaryOf(cell, document, library)));
  return parts.join('\n\n');
}

async function summaryOf(ran: RanCell, document: NotebookDocument, library: CellLibrary): Promise<string> {
  const cell = document.cells.find((each) => each.id === ran.id);
  const definition = cell?.type === 'analysis' ? library.get(cell.cell) : undefined;
  const messages: BilingualMessages = definition ? (await definition.text()).messages : { en: {}, zh: {} };
  const { currency } = document.definitions;
  const write = (text: Text): string => formatMessage(messages, text, 'en', currency);
  const { formatQuantity } = createTranslator('en', currency);

  const reason = whyNot(ran);
  const headlines = (ran.views as readonly View[]).flatMap((view) => (view.kind === 'headline' ? [write(view.text)] : []));
  const facts = (ran.facts as readonly Fact[]).map(({ name, value }) => `  ${name}: ${formatQuantity(value)}`);
  const checks = (ran.checks as readonly Check[]).map(({ severity, text }) => `  ${severity}: ${write(text)}`);
  const tables = (ran.tables as readonly { view: string; rows: number }[]).map(({ view, rows }) => `  ${view}: ${rows} rows`);
  return [
    `${ran.name}${definition ? ` (${definition.title.en})` : ''}`,
    ...(reason === null ? [] : [`  ${reason}`]),
    ...headlines.map((line) => `  ${line}`),
    ...titled('facts', facts),
    ...titled('checks', checks),
    ...titled('tables', tables),
  ].join('\n');
}

const titled = (title: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', title, ...lines]);
