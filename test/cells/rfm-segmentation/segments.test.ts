import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EIGHT, ELEVEN, presetRules, type Scale, stretch } from '../../../cells/rfm-segmentation/segments.ts';
import type { RangeRule } from '../../../src/cell/index.ts';
import { elevenAtFive } from './reference.ts';

const scores = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

function segmentOf(rules: readonly RangeRule[], scale: Scale, r: number, f: number, m: number): string | undefined {
  const fm = Math.round(((stretch(f, scale.f, scale.top) + stretch(m, scale.m, scale.top)) / 2) * 1e4) / 1e4;
  const values: Record<string, number> = { r, f, m, fm };
  return rules.find(({ ranges }) =>
    Object.entries(ranges).every(([field, [low, high]]) => (values[field] as number) >= low && (values[field] as number) <= high),
  )?.name;
}

test('with five scores the eleven are as on the map', () => {
  const scale = { r: 5, f: 5, m: 5, top: 5 };
  const rules = presetRules(ELEVEN, scale);
  expect(rules).toHaveLength(11);
  for (const r of scores(5))
    for (const f of scores(5)) for (const m of scores(5)) expect(segmentOf(rules, scale, r, f, m)).toBe(elevenAtFive(r, f, m));
});

test('both presets put every customer into a segment, whatever the numbers of scores', () => {
  const bins = fc.integer({ min: 3, max: 10 });
  fc.assert(
    fc.property(bins, bins, bins, fc.constantFrom(ELEVEN, EIGHT), (r, f, m, preset) => {
      const scale = { r, f, m, top: Math.max(r, f, m) };
      const rules = presetRules(preset, scale);
      for (const i of scores(r))
        for (const j of scores(f)) for (const k of scores(m)) expect(segmentOf(rules, scale, i, j, k)).toBeDefined();
    }),
    { numRuns: 60 },
  );
});

test('the best scores are the best segment and the worst the worst, whatever the number of scores', () => {
  for (const n of scores(10).slice(2)) {
    const scale = { r: n, f: n, m: n, top: n };
    const eleven = presetRules(ELEVEN, scale);
    const eight = presetRules(EIGHT, scale);
    expect([segmentOf(eleven, scale, n, n, n), segmentOf(eleven, scale, 1, 1, 1)]).toEqual(['Champions', 'Lost']);
    expect([segmentOf(eleven, scale, n, 1, 1), segmentOf(eleven, scale, 1, n, n)]).toEqual(['New customers', 'Cannot lose them']);
    expect([segmentOf(eight, scale, n, n, n), segmentOf(eight, scale, 1, 1, 1)]).toEqual(['High-value', 'Regular to win back']);
  }
});
