/** One mechanism, nothing else: BG/NBD with these parameters, time in weeks. */
export const PARAMS = { r: 0.8, alpha: 8, a: 0.8, b: 2.5 } as const;
export const CUSTOMERS = 2500;
/** First purchases fall evenly into the first year; observation ends after two. */
export const START = '2023-01-01';
export const JOINING_DAYS = 364;
export const OBSERVED_DAYS = 728;
/** Value of a purchase is Gamma(p, ν), the customer's ν is Gamma(q, v): a mean of p·v/(q − 1) = 60. */
export const SPEND = { p: 5, q: 4, v: 36 } as const;
