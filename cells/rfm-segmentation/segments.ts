import type { RangeRule } from '../../src/cell/index.ts';

/** What a rule may test: the three scores, `fm` (the mean of F and M) and the weighted `score`. */
export const FIELDS = ['r', 'f', 'm', 'fm', 'score'] as const;
export type Field = (typeof FIELDS)[number];

/** Everybody whom no rule matches. */
export const OTHERS = 'Others';

/**
 * A segment of a preset. Its ranges are half-open, `[from, below)`, on a scale where 1 is the lowest score and 5 the
 * highest, whatever the number of scores is: score s of B stands at 1 + 4 (s − 1) / (B − 1).
 */
export interface PresetSegment {
  name: string;
  ranges: Partial<Record<Field, readonly [number, number]>>;
  /** The best customers, or good ones who are about to be lost: the facts and the headline are about these. */
  part?: 'best' | 'risk';
}

const UP = Number.POSITIVE_INFINITY;
const DOWN = Number.NEGATIVE_INFINITY;

/** The eleven segments in wide use, over recency and the mean of frequency and monetary; every customer is in one. */
export const ELEVEN: readonly PresetSegment[] = [
  { name: 'Champions', ranges: { r: [3.5, UP], fm: [3.75, UP] }, part: 'best' },
  { name: 'Loyal customers', ranges: { r: [2.5, UP], fm: [2.75, UP] } },
  { name: 'Potential loyalists', ranges: { r: [3.5, UP], fm: [1.75, 2.75] } },
  { name: 'New customers', ranges: { r: [4.5, UP], fm: [DOWN, 1.75] } },
  { name: 'Promising', ranges: { r: [3.5, 4.5], fm: [DOWN, 1.75] } },
  { name: 'Need attention', ranges: { r: [2.5, 3.5], fm: [1.75, 2.75] } },
  { name: 'About to sleep', ranges: { r: [2.5, 3.5], fm: [DOWN, 1.75] } },
  { name: 'Cannot lose them', ranges: { r: [DOWN, 1.5], fm: [3.75, UP] }, part: 'risk' },
  { name: 'At risk', ranges: { r: [DOWN, 2.5], fm: [2.25, UP] }, part: 'risk' },
  { name: 'Lost', ranges: { r: [DOWN, 1.5], fm: [DOWN, 1.75] } },
  { name: 'Hibernating', ranges: { r: [DOWN, 2.5], fm: [DOWN, 2.25] } },
];

const HIGH = [3.001, UP] as const;
const LOW = [DOWN, 3.001] as const;

/** The eight of the course books: each of R, F and M above the middle of its scale or not. */
export const EIGHT: readonly PresetSegment[] = [
  { name: 'High-value', ranges: { r: HIGH, f: HIGH, m: HIGH }, part: 'best' },
  { name: 'High-value to develop', ranges: { r: HIGH, f: LOW, m: HIGH } },
  { name: 'High-value to keep', ranges: { r: LOW, f: HIGH, m: HIGH }, part: 'risk' },
  { name: 'High-value to win back', ranges: { r: LOW, f: LOW, m: HIGH }, part: 'risk' },
  { name: 'Regular', ranges: { r: HIGH, f: HIGH, m: LOW } },
  { name: 'Regular to develop', ranges: { r: HIGH, f: LOW, m: LOW } },
  { name: 'Regular to keep', ranges: { r: LOW, f: HIGH, m: LOW } },
  { name: 'Regular to win back', ranges: { r: LOW, f: LOW, m: LOW } },
];

/** How many scores each dimension has; `top` is the largest of them, and the scale of `fm` and `score`. */
export interface Scale {
  r: number;
  f: number;
  m: number;
  top: number;
}

/** Where score s of `bins` stands on a scale of 1 to `top`. */
export const stretch = (s: number, bins: number, top: number): number => (bins === top ? s : 1 + ((s - 1) * (top - 1)) / (bins - 1));

/** A preset as rules over the scores at hand; a segment that no score can reach (as with three scores) is left out. */
export function presetRules(preset: readonly PresetSegment[], scale: Scale): RangeRule[] {
  const rules: RangeRule[] = [];
  for (const segment of preset) {
    const ranges: Record<string, readonly [number, number]> = {};
    for (const [field, [from, below]] of Object.entries(segment.ranges) as [Field, readonly [number, number]][]) {
      const inside = reachable(field, scale).filter(({ level }) => level >= from && level < below);
      if (inside.length > 0) ranges[field] = [Math.min(...inside.map((s) => s.value)), Math.max(...inside.map((s) => s.value))];
    }
    if (Object.keys(ranges).length === Object.keys(segment.ranges).length) rules.push({ name: segment.name, ranges });
  }
  return rules;
}

function reachable(field: Field, scale: Scale): { value: number; level: number }[] {
  const count = (bins: number) => Array.from({ length: bins }, (_, i) => i + 1);
  if (field === 'r' || field === 'f' || field === 'm') {
    return count(scale[field]).map((value) => ({ value, level: stretch(value, scale[field], 5) }));
  }
  return count(scale.f).flatMap((f) =>
    count(scale.m).map((m) => {
      const value = Math.round(((stretch(f, scale.f, scale.top) + stretch(m, scale.m, scale.top)) / 2) * 1e4) / 1e4;
      return { value, level: stretch(value, scale.top, 5) };
    }),
  );
}

/** The names in a preset that play a part, for facts and headline. */
export function namesOf(part: 'best' | 'risk'): string[] {
  return [...ELEVEN, ...EIGHT].filter((segment) => segment.part === part).map((segment) => segment.name);
}
