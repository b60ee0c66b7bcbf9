import type { Archetype } from './mechanism.ts';
import { customerId, historyOf, SEED, SHIPPED_CUSTOMERS } from './tables.ts';

export interface Planted {
  /** Null for a prospect, who never bought. */
  archetype: Archetype | null;
  /** Whether they had not dropped out when the data end. */
  alive: boolean;
}

/** What no file shows: the kind of each customer of the shipped size, and whether they are still one. */
export function planted(seed = SEED): Map<string, Planted> {
  const customers = Array.from({ length: SHIPPED_CUSTOMERS }, (_, i) => historyOf(seed, i + 1, SHIPPED_CUSTOMERS));
  return new Map(
    customers.map(({ number, hidden }) => [
      customerId(number),
      { archetype: hidden.archetype, alive: hidden.archetype !== null && hidden.stayed },
    ]),
  );
}
