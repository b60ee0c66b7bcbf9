import type { Truth, Truths } from '../dataset.ts';
import { expectedRetention } from './expected.ts';
import { type AcquisitionChannel, CANCELLED, CHANNELS, CONSENT, PROSPECTS, RETURNS, WRAPPED } from './mechanism.ts';
import { CATEGORIES, COST_SHARE } from './products.ts';
import { SHIPPED_CUSTOMERS } from './tables.ts';

/** About so many in the shipped files: the base of the standard errors. */
const SALES = 8300;
const WITH_GIFT = 870;

/** A planted share, with three standard errors of a share of `n`. */
const planted = (value: number, n: number, how: string): Truth => ({
  value,
  unit: 'share',
  tolerance: 3 * Math.sqrt((value * (1 - value)) / n),
  how,
});

/** A share that has no closed form: mean and three standard deviations of forty firms drawn with other seeds. */
const simulated = (value: number, sd: number, how: string): Truth => ({
  value,
  unit: 'share',
  tolerance: 3 * sd,
  how: `${how}; mean and 3 sd of forty firms of this size drawn with other seeds`,
});

function retention(channels: readonly AcquisitionChannel[], k: number): Truth {
  const { share, buyers } = expectedRetention(channels, k);
  const who = channels.length === 1 ? `buyers won through ${channels[0]}` : 'buyers';
  return planted(
    share,
    buyers * SHIPPED_CUSTOMERS,
    `${who} with a completed order in the calendar month ${k} after that of their first, over those whose month ${k} is before the end of the data; from the monthly probabilities of buying and leaving, and the season`,
  );
}

const retentions = [1, 3, 6, 12].flatMap((k) => [
  [`retention_month_${k}`, retention(CHANNELS, k)] as const,
  ...CHANNELS.map((channel) => [`retention_month_${k}_${channel}`, retention([channel], k)] as const),
]);

const margins = CATEGORIES.map(
  (category) =>
    [
      `margin_at_list_${category}`,
      {
        value: 1 - (COST_SHARE[category] as number),
        unit: 'share',
        tolerance: 0.002,
        how: `1 − cost over quantity × list price of ${category}, returns left out; the rest is rounding to the fen`,
      },
    ] as const,
);

/**
 * What is true of the shipped files. Unless it says otherwise, a sale is an order with status `completed`, revenue is
 * the amount of completed orders and returns, and the period is 2023-01-01 to 2025-06-30.
 */
export const truths: Truths = {
  ...Object.fromEntries(retentions),
  ...Object.fromEntries(margins),
  prospect_share: planted(PROSPECTS / 10_000, SHIPPED_CUSTOMERS, 'customers without a completed order, over all customers'),
  consent_yes_share: planted(CONSENT[0] / 1000, SHIPPED_CUSTOMERS, 'customers with consent true, over all customers'),
  consent_unknown_share: planted(CONSENT[2] / 1000, SHIPPED_CUSTOMERS, 'customers with empty consent, over all customers'),
  return_share: planted(RETURNS / 10_000, SALES, 'returns over sales'),
  cancelled_share: planted(CANCELLED / 10_000, SALES, 'cancelled orders over sales'),
  gift_wrap_confidence: planted(WRAPPED / 10_000, WITH_GIFT, 'orders with gift wrap (P900), over orders with a product of category gift'),
  one_time_buyer_share: simulated(0.5125, 0.0081, 'buyers with exactly one sale, over buyers'),
  top_decile_revenue_share: simulated(0.4882, 0.0115, 'revenue of the tenth of buyers with most revenue, over all revenue'),
  top_quintile_revenue_share: simulated(0.664, 0.0103, 'revenue of the fifth of buyers with most revenue, over all revenue'),
  loyal_customer_share: simulated(0.0599, 0.0054, 'buyers planted as loyal (planted.ts), over buyers'),
  loyal_revenue_share: simulated(0.3161, 0.0239, 'revenue of buyers planted as loyal, over all revenue'),
  loyal_in_top_frequency_fifth: simulated(
    0.9552,
    0.014,
    'buyers planted as loyal with a first sale before 2025 who are in the fifth of buyers with most sales (ties by customer), over such buyers',
  ),
  double_eleven_share_of_november: simulated(0.1829, 0.0134, 'sales of 11 November over sales of November'),
};
