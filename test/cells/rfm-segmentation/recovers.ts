import { planted } from '../../../datasets/online-shop/planted.ts';
import { sql } from '../../../src/cell/index.ts';
import type { Recovers } from '../../contract/truth.ts';
import { factOf } from './run-rfm.ts';

/** What RFM must find in the online shop. */
export const recovers: Recovers = {
  one_time_buyer_share: { value: (ran) => Number(factOf(ran, 'one_time_share')) },
  top_quintile_revenue_share: {
    params: { method: 'ntile', bins: 5 },
    value: async (ran) =>
      (await ran.query(sql`select sum(monetary) filter (where m = 5) / sum(monetary) as share from rfm_scores`)).numbers('share')[0] ??
      Number.NaN,
  },
  top_decile_revenue_share: {
    params: { method: 'ntile', bins: 10 },
    value: async (ran) =>
      (await ran.query(sql`select sum(monetary) filter (where m = 10) / sum(monetary) as share from rfm_scores`)).numbers('share')[0] ??
      Number.NaN,
  },
  loyal_revenue_share: {
    value: async (ran) => {
      const loyal = loyalCustomers();
      const rows = (await ran.query(sql`select customer, monetary from rfm_scores`)).rows();
      const sum = (some: typeof rows) => some.reduce((total, row) => total + Number(row.monetary), 0);
      return sum(rows.filter((row) => loyal.has(String(row.customer)))) / sum(rows);
    },
  },
};

function loyalCustomers(): Set<string> {
  return new Set([...planted()].filter(([, { archetype }]) => archetype === 'loyal').map(([customer]) => customer));
}
