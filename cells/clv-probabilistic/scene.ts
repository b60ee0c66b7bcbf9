import type { BtydFit } from '../../src/stats/btyd/model.ts';
import type { Base, Histories } from './histories.ts';
import type { Predictions } from './predict.ts';
import type { Spend } from './spend.ts';

/** All that the views and checks of one run are made of. */
export interface Scene {
  base: Base;
  histories: Histories;
  fit: BtydFit;
  spend: Spend;
  /** In units of the model. */
  horizon: number;
  predictions: Predictions;
  /** Share of revenue that is counted as value. */
  margin: number;
}
