import { type ParamValues, param } from '../../src/cell/index.ts';

/** What a person can set; labels and help are in text.ts. */
export const params = {
  model: param.choice({ choices: ['bg-nbd', 'mbg-nbd', 'pareto-nbd'], default: 'bg-nbd' }),
  /** The unit of time of the model: its rates are per unit. */
  unit: param.choice({ choices: ['day', 'week', 'month'], default: 'week' }),
  horizon: param.number({ default: 12, min: 1, max: 600, step: 1 }),
  horizonUnit: param.choice({ choices: ['week', 'month', 'year'], default: 'month' }),
  /** A year's discount, as a share. */
  discount: param.number({ default: 0.1, min: 0, max: 1, step: 0.01 }),
  margin: param.choice({ choices: ['auto', 'revenue', 'share'], default: 'auto' }),
  marginShare: param.number({ default: 0.3, min: 0.01, max: 1, step: 0.01, when: (values) => values.margin === 'share' }),
  /** Money per customer and month while the customer is still buying. */
  retentionCost: param.number({ default: 0, min: 0, max: 1_000_000, step: 0.1, integer: false }),
  /** The last day of what is known; `auto` is the notebook's, which is the last day in the data. */
  asOf: param.date({ of: 'orders.time' }),
  /** The last day that the models of the comparison see; `auto` is half-way. */
  calibrationEnd: param.date({ of: 'orders.time', advanced: true }),
  /** Futures simulated for each purchase history; 0 leaves the intervals out. */
  draws: param.number({ default: 100, min: 0, max: 1000, step: 50, advanced: true }),
  seed: param.number({ default: 1, min: 0, max: 4_294_967_295, step: 1, advanced: true }),
};

export type ClvParams = ParamValues<typeof params>;
