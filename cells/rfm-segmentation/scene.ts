import { type RangeRule, type RunContext, type Sql, type Text, text } from '../../src/cell/index.ts';
import type { Period } from './customers.ts';
import { type GridCell, type Sums, totalOf } from './grid.ts';
import type { RfmParams } from './params.ts';
import type { Profile } from './profile.ts';
import type { Cuts } from './scores.ts';
import { EIGHT, ELEVEN, namesOf, OTHERS, type Scale } from './segments.ts';

export type Context = RunContext<RfmParams>;

/** All that the views and checks of one scoring are made of. */
export interface Scene {
  profile: Profile;
  period: Period;
  /** The table of customers: `customer, recency_days, frequency, monetary` (with ranks: and `r, f, m`). */
  customers: Sql;
  /** `select customer, recency_days, frequency, monetary, r, f, m`. */
  scored: Sql;
  cuts: Cuts | null;
  scale: Scale;
  rules: readonly RangeRule[];
  /** The segment as SQL over `r, f, m`. */
  segment: Sql;
  grid: readonly GridCell[];
  total: Sums;
}

const KNOWN = new Set([...ELEVEN, ...EIGHT].map((segment) => segment.name).concat(OTHERS));
const BEST = new Set(namesOf('best'));
const RISK = new Set(namesOf('risk'));

/** Whether a segment is one of ours, so that there are words for it in both languages. */
export const isKnown = (segment: string): boolean => KNOWN.has(segment);

/** A segment's name as text: in the reader's language where it is one of ours, as it was typed where it is not. */
export const named = (segment: string): Text | string => (isKnown(segment) ? text(`segment.${segment}`) : segment);

/** The sums of the best customers, and of those worth winning back; null where no rule in force is for them. */
export function partsOf(scene: Scene): { best: { name: string; sums: Sums } | null; risk: Sums | null } {
  const sumOf = (names: ReadonlySet<string>) => totalOf(scene.grid.filter((cell) => names.has(cell.segment)));
  const best = scene.rules.find((rule) => BEST.has(rule.name));
  const risk = scene.rules.some((rule) => RISK.has(rule.name));
  return { best: best ? { name: best.name, sums: sumOf(new Set([best.name])) } : null, risk: risk ? sumOf(RISK) : null };
}

/** Segments that have customers, in the order of the rules, those of no rule last. */
export function segmentOrder(rules: readonly RangeRule[]): string[] {
  return [...new Set([...rules.map((rule) => rule.name), OTHERS])];
}
