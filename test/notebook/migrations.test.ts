import { expect, test } from 'vitest';
import { SCHEMA_VERSION } from '../../src/notebook/document.ts';
import { MIGRATIONS, migrate } from '../../src/notebook/migrations.ts';
import { parseDocument } from '../../src/notebook/parse-document.ts';
import { full } from './documents.ts';

const STEPS = {
  1: (document: Readonly<Record<string, unknown>>) => ({ ...document, layout: 'column' }),
  2: ({ title, ...document }: Readonly<Record<string, unknown>>) => ({ ...document, heading: title }),
};

test('a document is brought up step by step, and the one given is left as it was', () => {
  const before = Object.freeze({ schema: 1, title: 'x' });
  expect(migrate(before, STEPS, 3)).toEqual({ schema: 3, heading: 'x', layout: 'column' });
  expect(migrate({ schema: 2, title: 'x' }, STEPS, 3)).toEqual({ schema: 3, heading: 'x' });
  expect(migrate({ schema: 3, heading: 'x' }, STEPS, 3)).toEqual({ schema: 3, heading: 'x' });
});

test('a newer document says so, with both versions', () => {
  expect(() => migrate({ schema: 4 }, STEPS, 3)).toThrow(
    expect.objectContaining({ code: 'notebook.newer', fields: { schema: 4, known: 3 } }),
  );
});

test('a missing step is an error and not a guess', () => {
  expect(() => migrate({ schema: 1 }, { 2: STEPS[2] }, 3)).toThrow(expect.objectContaining({ code: 'notebook.damaged' }));
});

test('every version up to this one has its step', () => {
  expect(Object.keys(MIGRATIONS).map(Number)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, i) => i + 1));
});

test('a document of the first version still opens', () => {
  expect(parseDocument({ ...full(), schema: 1 }).schema).toBe(SCHEMA_VERSION);
});
