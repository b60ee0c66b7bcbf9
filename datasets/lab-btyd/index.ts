import type { Dataset } from '../dataset.ts';
import files from './files.json' with { type: 'json' };

/** Purchases that follow BG/NBD and Gamma–Gamma exactly. */
export const labBtyd: Dataset = {
  id: 'lab-btyd',
  title: { en: 'Lab: repeat buying', zh: '实验数据：复购' },
  description: {
    en: 'Two years of purchases by 2,500 customers who follow the BG/NBD model to the letter, with spend after Gamma–Gamma. The parameters are known.',
    zh: '2500 位客户两年的购买记录，严格按照 BG/NBD 模型产生，金额服从 Gamma–Gamma 模型，参数已知。',
  },
  files: [
    {
      name: 'orders.csv',
      ...files['orders.csv'],
      table: 'orders',
      url: () => new URL('./orders.csv', import.meta.url).href,
      bindings: { order_id: 'order_id', customer: 'customer', time: 'order_date', amount: 'amount' },
    },
  ],
  definitions: { currency: 'EUR', statuses: [] },
  dictionary: async () => (await import('./dictionary.ts')).dictionary,
  truth: async () => (await import('./truth.ts')).truths,
  generator: async () => (await import('./generate.ts')).generator,
};
