import { type ParamValues, param } from '../../src/cell/index.ts';
import { ELEVEN, FIELDS, presetRules } from './segments.ts';

const fixed = (values: Readonly<Record<string, unknown>>) => values.method === 'fixed';
const cuts = (defaults: readonly number[], min: number) => param.numbers({ default: defaults, min, length: [2, 9], when: fixed });
const weight = () => param.number({ default: 1, min: 0, max: 10, step: 0.1, integer: false, advanced: true });

/** What a person can set; labels and help are in text.ts. */
export const params = {
  /** The day from which recency is counted; `auto` is the notebook's, which is the last day in the data. */
  asOf: param.date({ of: 'orders.time' }),
  method: param.choice({ choices: ['quantile', 'ntile', 'fixed'], default: 'quantile' }),
  bins: param.number({ default: 5, min: 3, max: 10, step: 1, when: (values) => !fixed(values) }),
  /** Days, orders and money; a value equal to a cut point is on its lower side. */
  recencyCuts: cuts([30, 90, 180, 365], 0),
  frequencyCuts: cuts([1, 2, 4, 8], 0),
  monetaryCuts: cuts([100, 300, 1000, 3000], -Number.MAX_VALUE),
  segments: param.choice({ choices: ['eleven', 'eight', 'own'], default: 'eleven' }),
  rules: param.rules({
    default: presetRules(ELEVEN, { r: 5, f: 5, m: 5, top: 5 }),
    fields: FIELDS.map((name) => ({ name, min: 1, max: 10 })),
    when: (values) => values.segments === 'own',
  }),
  monetary: param.choice({ choices: ['total', 'mean'], default: 'total' }),
  frequency: param.choice({ choices: ['orders', 'numbers', 'days'], default: 'orders', advanced: true }),
  returns: param.choice({ choices: ['net', 'keep', 'drop'], default: 'net', advanced: true }),
  window: param.choice({ choices: ['all', 'months'], default: 'all', advanced: true }),
  windowMonths: param.number({ default: 12, min: 1, max: 120, step: 1, advanced: true, when: (values) => values.window === 'months' }),
  weightR: weight(),
  weightF: weight(),
  weightM: weight(),
  /** How many months before the as-of date the other side of the migration is; 0 leaves it out. */
  compareMonths: param.number({ default: 6, min: 0, max: 60, step: 1 }),
};

export type RfmParams = ParamValues<typeof params>;
