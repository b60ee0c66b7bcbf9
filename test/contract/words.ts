import { expect } from 'vitest';
import type { CellDefinition, Column, Messages, Text, View } from '../../src/cell/index.ts';
import { formatMessage } from '../../src/i18n/format-message.ts';
import { messageArguments } from '../../src/i18n/message-arguments.ts';
import { codeOf, type FoundCell } from './cells.ts';
import type { Snapshot } from './snapshot.ts';

const HAN = /\p{Script=Han}/u;
export type Words = { en: Messages; zh: Messages };

/** Both languages say the same things: same keys, same arguments, nothing left out. */
export function expectBothLanguages({ en, zh }: Words): void {
  expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  for (const [key, message] of Object.entries(en)) {
    expect(message.trim(), key).not.toBe('');
    expect(message, `${key} (en)`).not.toMatch(HAN);
    expect(zh[key]?.trim(), key).not.toBe('');
    expect(messageArguments(zh[key] ?? ''), key).toEqual(messageArguments(message));
  }
  // A few symbols and names are the same in both; a language that was copied rather than translated is not.
  const translated = Object.values(zh).filter((message) => HAN.test(message));
  expect(translated.length).toBeGreaterThan(0.85 * Object.keys(zh).length);
}

/** Labels of parameters and choices, and of the columns of what the cell produces. */
export function expectLabels(cell: CellDefinition, { en }: Words): void {
  const keys = Object.entries(cell.params).flatMap(([name, p]) => [
    `param.${name}`,
    `param.${name}.help`,
    ...(p.choices ?? []).map((choice) => `param.${name}.${choice}`),
    ...(p.fields ?? []).map((field) => `param.${name}.${field.name}`),
  ]);
  for (const table of Object.values(cell.produces)) keys.push(...Object.keys(table.columns).map((column) => `column.${column}`));
  expect(keys.filter((key) => !(key in en))).toEqual([]);
}

/** Every message is named in the cell's code, whole or by the part before what is filled in (`check.${id}`). */
export async function expectNoUnusedWords({ folder, cell }: FoundCell, { en }: Words): Promise<void> {
  const code = (await codeOf(folder))
    .filter(([file]) => !file.startsWith('text'))
    .map(([, text]) => text)
    .join('\n');
  const named = new Set([...code.matchAll(/['"`]([\w .()-]+)['"`]/g)].map(([, text]) => text));
  const parts = [...code.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, part = '']) => part);
  const values = [...code.matchAll(/\bvalues: ['"]([\w.]+)['"]/g)].map(([, prefix]) => `${prefix}.`);
  const labels = Object.keys(cell.params).map((name) => `param.${name}`);
  const used = (key: string) =>
    named.has(key) ||
    [...parts, ...values].some((part) => key.startsWith(part)) ||
    (key.startsWith('column.') && new RegExp(`\\b${key.slice('column.'.length)}\\b`).test(code)) ||
    labels.some((label) => key === label || key.startsWith(`${label}.`));
  expect(Object.keys(en).filter((key) => !used(key))).toEqual([]);
}

/** Every text that a result shows can be written in both languages, with every argument that it needs. */
export function expectWritten(words: Words, { result }: Snapshot): void {
  const texts = [...result.views.flatMap(textsOf), ...result.checks.map((check) => check.text)];
  for (const text of texts) {
    for (const language of ['en', 'zh'] as const) {
      const written = formatMessage(words, text, language, 'CNY');
      expect(written, `${text.key} (${language})`).not.toMatch(/[⟨⟩]|NaN|undefined|\[object/);
      expect(written.trim(), text.key).not.toBe('');
    }
  }
}

function textsOf(view: View): Text[] {
  switch (view.kind) {
    case 'headline':
    case 'prose':
      return [view.text];
    case 'tiles':
      return view.tiles.flatMap((tile) => [tile.label, ...(tile.note ? [tile.note] : [])]);
    case 'chart':
      return [view.title, ...(view.subtitle ? [view.subtitle] : []), view.alt, ...view.columns.map(labelOf)];
    case 'table':
      return [view.title, ...view.columns.map(labelOf)];
  }
}

const labelOf = (column: Column): Text => column.label ?? { key: `column.${column.name}` };
