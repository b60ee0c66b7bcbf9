import { fitBtyd } from '../../../src/stats/btyd/fit.ts';
import type { BtydKind } from '../../../src/stats/btyd/model.ts';
import { type PurchaseSummary, purchaseSummary } from '../../../src/stats/btyd/purchase-summary.ts';
import { shopCustomers } from '../shop.ts';

export interface FitTime {
  ms: number;
  distinctHistories: number;
  converged: boolean;
}
export interface PlainHistories {
  x: number[];
  recency: number[];
  age: number[];
}

/** Milliseconds from customers' histories to a judged fit. */
export async function fitHistories(kind: BtydKind, { x, recency, age }: PlainHistories): Promise<FitTime> {
  const since = performance.now();
  const { converged, distinctHistories } = await fitBtyd(kind, purchaseSummary(x, recency, age));
  return { ms: performance.now() - since, distinctHistories, converged };
}

let made: { customers: number; summary: PurchaseSummary } | undefined;

/** Milliseconds of the fit alone, to the histories in days of so many simulated customers. */
export async function fitShop(kind: BtydKind, customers: number): Promise<FitTime> {
  if (made?.customers !== customers) made = { customers, summary: shopHistories(customers) };
  const since = performance.now();
  const { converged, distinctHistories } = await fitBtyd(kind, made.summary);
  return { ms: performance.now() - since, distinctHistories, converged };
}

function shopHistories(customers: number): PurchaseSummary {
  const [x, recency, age] = [new Float64Array(customers), new Float64Array(customers), new Float64Array(customers)];
  let i = 0;
  for (const customer of shopCustomers(customers)) {
    x[i] = customer.days.length;
    recency[i] = customer.days.at(-1) ?? 0;
    age[i++] = customer.age;
  }
  return purchaseSummary(x, recency, age);
}
