import { readFileSync } from 'node:fs';
import { purchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';

/** The CDNOW sample as the BTYD literature prepares it: weeks, calibration to 1997-09-30, purchases of one day merged. */
export function readCdnowSample(path: string) {
  const day = (text: string) => Date.UTC(+text.slice(0, 4), +text.slice(4, 6) - 1, +text.slice(6, 8)) / 864e5;
  const end = day('19970930');
  const byCustomer = new Map<string, Map<number, number>>();
  for (const line of readFileSync(path, 'utf8').trim().split(/\r?\n/)) {
    const [, customer, date, , dollars] = line.trim().split(/\s+/) as [string, string, string, string, string];
    const days = byCustomer.get(customer) ?? new Map<number, number>();
    byCustomer.set(customer, days.set(day(date), (days.get(day(date)) ?? 0) + Number(dollars)));
  }
  const histories = [...byCustomer.values()].map((days) => {
    const all = [...days.keys()].sort((a, b) => a - b);
    const seen = all.filter((t) => t <= end);
    const [first, last] = [seen[0] as number, seen.at(-1) as number];
    const spent = seen.slice(1).reduce((sum, t) => sum + (days.get(t) as number), 0);
    return {
      x: seen.length - 1,
      recency: (last - first) / 7,
      age: (end - first) / 7,
      later: all.length - seen.length,
      mean: seen.length > 1 ? spent / (seen.length - 1) : 0,
    };
  });
  const column = (name: 'x' | 'recency' | 'age') => histories.map((h) => h[name]);
  const buyers = histories.filter((h) => h.x > 0 && h.mean > 0);
  return {
    histories,
    summary: purchaseSummary(column('x'), column('recency'), column('age')),
    spend: { x: Float64Array.from(buyers, (h) => h.x), mean: Float64Array.from(buyers, (h) => h.mean) },
  };
}
