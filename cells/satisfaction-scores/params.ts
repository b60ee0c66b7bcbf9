import { type ParamValues, param } from '../../src/cell/index.ts';

/** Attributes of customers that answers can be told apart by. */
export const ATTRIBUTES = ['region', 'membership_tier', 'gender', 'acquisition_channel', 'occupation', 'industry'] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** What a person can set; labels and help are in text.ts. */
export const params = {
  /** The question that the sentence, the trend and the segments are about. */
  question: param.value({ of: 'surveys.question' }),
  metric: param.choice({ choices: ['auto', 'nps', 'csat', 'ces'], default: 'auto' }),
  /** The highest score of the scale; auto is read off the answers. */
  scale: param.choice({ choices: ['auto', '5', '7', '10', '11'], default: 'auto' }),
  csat: param.choice({
    choices: ['top_two', 'top_box', 'mean'],
    default: 'top_two',
    when: (values) => values.metric !== 'nps' && values.metric !== 'ces',
  }),
  wave: param.choice({ choices: ['auto', 'week', 'month', 'quarter', 'year', 'none'], default: 'auto' }),
  by: param.choice({ choices: ['auto', ...ATTRIBUTES, 'none'], default: 'auto' }),
  /** Codes for 'not applicable', beside whatever lies off the scale. */
  notApplicable: param.numbers({ default: [99, 98, 999, -1, -9], length: [0, 12], advanced: true }),
  interval: param.choice({ choices: ['formula', 'bootstrap'], default: 'formula', advanced: true }),
  level: param.number({ default: 0.95, min: 0.5, max: 0.999, step: 0.01, integer: false, advanced: true }),
  smallN: param.number({ default: 30, min: 2, max: 1000, step: 1, advanced: true }),
  /** How many were asked; 0 takes the customers, where they are bound. */
  asked: param.number({ default: 0, min: 0, max: 1_000_000_000, step: 1, advanced: true }),
};

export type SatisfactionParams = ParamValues<typeof params>;
