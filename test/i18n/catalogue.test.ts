import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATALOGUE, MESSAGE_MODULES } from '../../src/i18n/catalogue.ts';
import { messageArguments } from '../../src/i18n/message-arguments.ts';

const modules = Object.entries(MESSAGE_MODULES) as [string, { en: Record<string, string>; zh: Record<string, string> }][];

describe('the catalogue', () => {
  it('names every message module of the folder', () => {
    const files = readdirSync(new URL('../../src/i18n/', import.meta.url)).filter((name) => name.endsWith('-messages.ts'));
    expect(modules.map(([name]) => `${name}-messages.ts`).sort()).toEqual(files.sort());
  });

  it('has no key twice', () => {
    const keys = modules.flatMap(([, messages]) => Object.keys(messages.en));
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(Object.keys(CATALOGUE.en)).toHaveLength(keys.length);
  });

  it.each(modules)('%s: both languages have the same keys and arguments, and nothing is empty', (_name, { en, zh }) => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const [key, message] of Object.entries(en)) {
      expect(message.trim(), key).not.toBe('');
      expect(zh[key]?.trim(), key).not.toBe('');
      expect(messageArguments(zh[key] ?? ''), key).toEqual(messageArguments(message));
    }
  });
});
