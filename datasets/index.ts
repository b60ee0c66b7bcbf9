import type { Dataset } from './dataset.ts';
import { labBtyd } from './lab-btyd/index.ts';
import { labSurvey } from './lab-survey/index.ts';
import { onlineShop } from './online-shop/index.ts';

export type * from './dataset.ts';

/** All samples, in the order in which they are offered. */
export const datasets: readonly Dataset[] = [onlineShop, labBtyd, labSurvey];

/** Undefined for an id that this version does not know. */
export function findDataset(id: string): Dataset | undefined {
  return datasets.find((dataset) => dataset.id === id);
}
