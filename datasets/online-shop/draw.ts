import type { Random } from '../../src/stats/random.ts';

/** Cumulative whole weights; the last is their sum. */
export function cumulative(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The index whose share of the cumulative weights holds `at`, 0 ≤ at < sum. */
export function indexAt(sums: readonly number[], at: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < (sums[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** An index drawn by cumulative whole weights. */
export function draw(random: Random, sums: readonly number[]): number {
  return indexAt(sums, random.below(sums[sums.length - 1] as number));
}

/** True with a probability given in ten-thousandths. */
export function chance(random: Random, tenThousandths: number): boolean {
  return random.below(10_000) < tenThousandths;
}

/** One of the items, each as likely as the other. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)] as T;
}
