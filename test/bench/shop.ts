import { simulateBtyd } from '../../src/stats/btyd/simulate.ts';
import { createRandom } from '../../src/stats/random.ts';
import { sampleGamma } from '../../src/stats/sample-gamma.ts';

/** A customer of a shop of which 1,000 days are known; the same for the same place in the row. */
export interface ShopCustomer {
  /** Days from the first purchase to the last day that is known. */
  age: number;
  /** Days of purchases after the first, ascending, none twice. */
  days: number[];
  /** Mean value of a purchase. */
  spend: number;
}

const BLOCK = 10_000;

/** Customers who buy by BG/NBD with rates per day (r 0.6, α 40, a 0.8, b 2.5) and spend by Gamma–Gamma (q 4, v 15). */
export function* shopCustomers(count: number): Iterable<ShopCustomer> {
  for (let start = 0; start < count; start += BLOCK) {
    const random = createRandom(7).fork(start);
    const size = Math.min(BLOCK, count - start);
    const ages = Float64Array.from({ length: size }, () => 1 + random.below(1000));
    const { times } = simulateBtyd({ kind: 'bg-nbd', params: [0.6, 40, 0.8, 2.5], ages }, random);
    for (let i = 0; i < size; i++) {
      const days = [...new Set((times[i] ?? []).map(Math.floor))].filter((day) => day > 0);
      yield { age: ages[i] as number, days, spend: (6 * 15) / sampleGamma(random, 4) };
    }
  }
}
