import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serializeDocument, stableJson } from '../../src/notebook/serialize.ts';
import { full } from './documents.ts';

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, shuffled(member)]),
  );
};

test('the order in which keys came makes no difference', () => {
  expect(serializeDocument(shuffled(full()) as never)).toBe(serializeDocument(full()));
});

test('one edit changes the lines that it is about', () => {
  const before = serializeDocument(full()).split('\n');
  const after = serializeDocument({ ...full(), title: 'Another' }).split('\n');
  expect(after.filter((line, i) => line !== before[i])).toEqual(['  "title": "Another",']);
});

test('what a cell is comes before what it holds', () => {
  const text = serializeDocument(full());
  expect(text.indexOf('"type": "analysis"')).toBeLessThan(text.indexOf('"alias": "rfm"'));
  expect(text.startsWith('{\n  "schema": 1,')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
});

test('stable JSON is the same for the same value and reads back', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(stableJson(shuffled(value))).toBe(stableJson(value));
      expect(JSON.parse(stableJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
