import { simulateBtyd } from '../../src/stats/btyd/simulate.ts';
import { createRandom } from '../../src/stats/random.ts';
import { sampleGamma } from '../../src/stats/sample-gamma.ts';
import type { Generator } from '../dataset.ts';
import { CUSTOMERS, JOINING_DAYS, OBSERVED_DAYS, PARAMS, SPEND, START } from './mechanism.ts';

const ORIGIN = Date.parse(`${START}T00:00:00Z`) / 864e5;
const iso = (day: number) => new Date((ORIGIN + day) * 864e5).toISOString().slice(0, 10);

/** One row a purchase; a history ends with the last day observed. With `orders`, customers until there are so many. */
function* orders(limit: number, seed: number): Iterable<string> {
  yield 'order_id,customer,order_date,amount\n';
  const { r, alpha, a, b } = PARAMS;
  const random = createRandom(seed);
  let left = limit;
  for (let customer = 1; left > 0 && (Number.isFinite(limit) || customer <= CUSTOMERS); customer++) {
    const own = random.fork(customer);
    const first = own.below(JOINING_DAYS);
    const age = (OBSERVED_DAYS - 1 - first) / 7;
    const { times } = simulateBtyd({ kind: 'bg-nbd', params: [r, alpha, a, b], ages: Float64Array.of(age) }, own);
    const rate = sampleGamma(own, SPEND.q) / SPEND.v;
    const days = [0, ...(times[0] as number[])].map((t) => first + Math.floor(t * 7));
    for (const day of days) {
      if (left-- <= 0) return;
      const fen = Math.max(1, Math.round((100 * sampleGamma(own, SPEND.p)) / rate));
      yield `${customer}-${day - first}-${own.below(1000)},${customer},${iso(day)},${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}\n`;
    }
  }
}

export const generator: Generator = {
  files: ['orders.csv'],
  *csv(file, { orders: limit = Number.POSITIVE_INFINITY, seed = 20_230_101 } = {}) {
    if (file !== 'orders.csv') throw new RangeError(`no such file: ${file}`);
    yield* orders(limit, seed);
  },
};
