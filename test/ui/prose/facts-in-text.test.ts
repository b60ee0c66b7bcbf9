import { describe, expect, test } from 'vitest';
import { type FactSources, factText } from '../../../src/ui/prose/facts-in-text.ts';
import { firstWords } from '../../../src/ui/prose/first-words.ts';
import { openQuote, withQuote } from '../../../src/ui/prose/quote-at.ts';

const sources: FactSources = {
  facts: { 'rfm.champions_share': { value: 0.179, unit: 'share' }, 'rfm.old': { value: 3, unit: 'customers' } },
  stale: new Set(['rfm.old']),
  declared: new Set(['rfm.champions_share', 'rfm.as_of']),
  write: ({ value }) => `<${value}>`,
  pending: 'not yet',
  unknown: (name) => `no ${name}`,
};

describe('a fact in prose', () => {
  test('is its value, found without regard to case', () => {
    expect(factText('rfm.champions_share', sources)).toEqual({ text: '<0.179>', state: 'known' });
    expect(factText('RFM.Champions_Share', sources)).toEqual({ text: '<0.179>', state: 'known' });
  });
  test('is marked where a newer value is due', () => {
    expect(factText('rfm.old', sources).state).toBe('stale');
  });
  test('is told apart: not known yet, and not known at all', () => {
    expect(factText('rfm.as_of', sources)).toEqual({ text: 'not yet', state: 'pending' });
    expect(factText('rfm.nothing', sources)).toEqual({ text: 'no rfm.nothing', state: 'unknown' });
    expect(factText('constructor', sources).state).toBe('unknown');
  });
});

describe('writing a quotation', () => {
  test('is open from two braces to the caret', () => {
    expect(openQuote('we have {{rf', 12)).toBe('rf');
    expect(openQuote('we have {{', 10)).toBe('');
    expect(openQuote('done {{rfm.a}} and', 18)).toBeNull();
    expect(openQuote('plain', 5)).toBeNull();
    expect(openQuote('{{a\nb', 5)).toBeNull();
  });
  test('is completed in place, with the caret behind it', () => {
    expect(withQuote('we have {{rf of all', 12, 'rfm.share')).toEqual({ text: 'we have {{rfm.share}} of all', caret: 21 });
    expect(withQuote('{{rfm.x}} end', 5, 'rfm.share')).toEqual({ text: '{{rfm.share}} end', caret: 13 });
  });
});

describe('what stands for a text in the outline', () => {
  test('is its first line without marks, cut at 60 characters', () => {
    expect(firstWords('\n\n## **Who** buys?\nmore')).toBe('Who buys?');
    expect(firstWords('- {{rfm.a}} of all')).toBe('of all');
    expect(firstWords('x'.repeat(80))).toHaveLength(60);
    expect(firstWords('')).toBe('');
  });
});
