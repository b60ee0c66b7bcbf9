import { type ParamValues, param } from '../../src/cell/index.ts';

/** Attributes of a customer by which cohorts can be formed. */
export const ATTRIBUTES = ['region', 'gender', 'membership_tier', 'occupation', 'income', 'education', 'family', 'industry'] as const;

type Values = Readonly<Record<string, unknown>>;

/** What a person can set; labels and help are in text.ts. */
export const params = {
  cohortBy: param.choice({
    choices: ['first_order', 'acquired_at', 'channel', 'acquisition_channel', 'attribute'],
    default: 'first_order',
  }),
  attribute: param.choice({ choices: ATTRIBUTES, default: 'region', when: (values: Values) => values.cohortBy === 'attribute' }),
  grain: param.choice({ choices: ['day', 'week', 'month', 'quarter'], default: 'month' }),
  measure: param.choice({ choices: ['customers', 'orders', 'revenue', 'margin'], default: 'customers' }),
  relativeTo: param.choice({ choices: ['first', 'previous', 'none'], default: 'first' }),
  retention: param.choice({ choices: ['period', 'unbounded', 'bracket'], default: 'period' }),
  /** The last period of each bracket: 1, 3, 6 gives 0 | 1 | 2–3 | 4–6. */
  brackets: param.numbers({
    default: [1, 3, 6, 12],
    min: 1,
    max: 999,
    length: [1, 20],
    when: (values: Values) => values.retention === 'bracket',
  }),
  entry: param.choice({
    choices: ['first', 'recurring'],
    default: 'first',
    when: (values: Values) => values.cohortBy === 'first_order',
    advanced: true,
  }),
  /** The last period that is followed. */
  periods: param.number({ default: 24, min: 1, max: 120, step: 1, when: (values: Values) => values.retention !== 'bracket' }),
  /** Cohorts that start before this day are left out; `auto` keeps all. */
  from: param.date({ of: 'orders.time', advanced: true }),
  /** The last day that counts; `auto` is the notebook's, which is the last day in the data. */
  asOf: param.date({ of: 'orders.time', advanced: true }),
  level: param.number({ default: 0.95, min: 0.5, max: 0.999, step: 0.01, integer: false, advanced: true }),
  /** Names of two cohorts to compare; `auto` takes an early and a late one, or the two largest. */
  compareA: param.text({ default: 'auto', maxLength: 200 }),
  compareB: param.text({ default: 'auto', maxLength: 200 }),
};

export type CohortParams = ParamValues<typeof params>;
