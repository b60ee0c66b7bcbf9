import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shellMessages } from '../../../src/i18n/shell-messages.ts';
import { isMessageKey } from '../../../src/i18n/translate.ts';

const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const sources = files.map((file) => ({ file, code: readFileSync(join('src/ui', file), 'utf8') }));

test('every key that the page asks for is there', () => {
  const missing = sources.flatMap(({ file, code }) =>
    [...code.matchAll(/\b(?:t|text|words\.t)\(\s*'([a-zA-Z]+(?:\.[\w-]+)+)'/g)]
      .map((match) => match[1] ?? '')
      .filter((key) => !isMessageKey(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});

test('nothing of the shell says a word that no message holds', () => {
  const spoken = sources
    .filter(({ file }) => !file.startsWith('import/') && !file.startsWith('result/'))
    .flatMap(({ file, code }) =>
      [...code.matchAll(/(?:aria-label|title|placeholder|label)="([^"$]*[A-Za-z]{3}[^"$]*)"|>\s*([A-Z][a-z]+ [a-z]+[^<{]*)</g)].map(
        (match) => `${file}: ${match[1] ?? match[2]}`,
      ),
    );
  expect(spoken).toEqual([]);
});

test('every message of the shell is used', () => {
  const all = sources.map(({ code }) => code).join('\n') + readFileSync('src/workers/run-sql.ts', 'utf8');
  const made = [...all.matchAll(/`([a-zA-Z.]+)\$\{/g)].map((match) => match[1] ?? '');
  const unused = Object.keys(shellMessages.en).filter(
    (key) => !all.includes(`'${key}'`) && !made.some((prefix) => prefix.includes('.') && key.startsWith(prefix)),
  );
  expect(unused).toEqual([]);
});
