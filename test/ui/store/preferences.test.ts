import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPreferences } from '../../../src/ui/store/preferences.ts';
import { frequent } from '../../../src/ui/store/role-values.ts';

describe('preferences', () => {
  test('follow the browser where nothing is kept', () => {
    expect(readPreferences(null, ['de-DE', 'zh-CN', 'en'])).toEqual({ language: 'zh', scheme: 'auto', rail: true });
    expect(readPreferences(null, ['fr'])).toMatchObject({ language: 'en' });
  });
  test('are what was kept', () => {
    expect(readPreferences('{"language":"en","scheme":"dark","rail":false}', ['zh'])).toEqual({
      language: 'en',
      scheme: 'dark',
      rail: false,
    });
  });
  test('fall back one by one where what was kept is damaged', () => {
    expect(readPreferences('{"language":"xx","scheme":7,"rail":"no"}', ['en'])).toEqual({ language: 'en', scheme: 'auto', rail: true });
    for (const text of ['', 'null', '[]', '{', '"zh"']) expect(readPreferences(text, ['en']).language).toBe('en');
  });
});

test('suggested values are distinct, the most frequent first', () => {
  expect(frequent(['web', 'shop', null, 'web', '', 'app'])).toEqual(['web', 'app', 'shop']);
});

test('the engine that run keys name is the one that is installed', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const source = readFileSync('src/ui/store/engine.ts', 'utf8');
  expect(source).toContain(`'duckdb-wasm ${dependencies['@duckdb/duckdb-wasm']}'`);
});
