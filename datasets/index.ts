import type { Dataset } from './dataset.ts';
import { onlineShop } from './online-shop/index.ts';

export type * from './dataset.ts';

/** All samples, in the order in which they are offered. */
export const datasets: readonly Dataset[] = [onlineShop];

/** Undefined for an id that this version does not know. */
export function findDataset(id: string): Dataset | undefined {
  return datasets.find((dataset) => dataset.id === id);
}
