import type { Quantity } from '../../cell/index.ts';

/** A fact as prose shows it: its value, or why there is none. */
export interface FactText {
  text: string;
  state: 'known' | 'stale' | 'pending' | 'unknown';
}

export interface FactSources {
  facts: Readonly<Record<string, Quantity>>;
  stale: ReadonlySet<string>;
  /** Names of facts that a cell of the notebook declares, whether it has run or not. */
  declared: ReadonlySet<string>;
  write: (value: Quantity) => string;
  pending: string;
  unknown: (name: string) => string;
}

/** Finds a fact without regard to case, as SQL does with names. */
export function factText(name: string, sources: FactSources): FactText {
  const wanted = name.toLowerCase();
  const key = Object.keys(sources.facts).find((each) => each.toLowerCase() === wanted);
  const value = key === undefined ? undefined : sources.facts[key];
  if (key !== undefined && value) return { text: sources.write(value), state: sources.stale.has(key) ? 'stale' : 'known' };
  const declared = [...sources.declared].some((each) => each.toLowerCase() === wanted);
  return declared ? { text: sources.pending, state: 'pending' } : { text: sources.unknown(name), state: 'unknown' };
}
