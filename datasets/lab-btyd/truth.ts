import type { Truth, Truths } from '../dataset.ts';
import { PARAMS, SPEND } from './mechanism.ts';

const near = (value: number, tolerance: number, unit: Truth['unit'], how: string): Truth => ({ value, unit, tolerance, how });

/** The parameters behind the data, time in weeks; tolerances are four standard errors of a fit to so many customers. */
export const truths: Truths = {
  r: near(PARAMS.r, 0.24, 'number', 'shape of the purchase rate'),
  alpha: near(PARAMS.alpha, 2.4, 'number', 'scale of the purchase rate'),
  drop_out: near(PARAMS.a / (PARAMS.a + PARAMS.b), 0.06, 'share', 'mean chance of leaving after a repeat purchase, a / (a + b)'),
  spend: near((SPEND.p * SPEND.v) / (SPEND.q - 1), 4, 'money', 'mean value of a purchase of a new customer, p·v / (q − 1)'),
};
