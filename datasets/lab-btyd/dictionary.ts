import type { Dictionary } from '../dataset.ts';

/** What every column means. */
export const dictionary: Dictionary = {
  'orders.csv': {
    order_id: { meaning: { en: 'Number of the order', zh: '订单编号' }, role: 'order_id' },
    customer: { meaning: { en: 'Customer number', zh: '客户编号' }, role: 'customer' },
    order_date: { meaning: { en: 'Day of the order', zh: '下单日期' }, role: 'time' },
    amount: { meaning: { en: 'Value of the order', zh: '订单金额' }, unit: 'EUR', role: 'amount' },
  },
};
