import type { Dataset, DatasetFile } from '../dataset.ts';
import files from './files.json' with { type: 'json' };

const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Addresses are written out, so that the build finds the files. */
const shipped: Readonly<Record<keyof typeof files, Pick<DatasetFile, 'table' | 'url' | 'bindings'>>> = {
  'customers.csv': {
    table: 'customers',
    url: () => new URL('./customers.csv', import.meta.url).href,
    bindings: same(
      'customer',
      'name',
      'email',
      'phone',
      'gender',
      'birth_date',
      'region',
      'occupation',
      'acquired_at',
      'acquisition_channel',
      'acquisition_cost',
      'referred_by',
      'membership_tier',
      'consent',
    ),
  },
  'orders.csv': {
    table: 'orders',
    url: () => new URL('./orders.csv', import.meta.url).href,
    bindings: {
      ...same('order_id', 'customer', 'amount', 'cost', 'discount', 'channel', 'payment_method', 'status', 'is_return'),
      time: 'order_time',
    },
  },
  'order_lines.csv': {
    table: 'order_lines',
    url: () => new URL('./order_lines.csv', import.meta.url).href,
    bindings: same('order_id', 'product', 'category', 'quantity', 'amount', 'list_price', 'cost'),
  },
};

/** A shop for tea and the home: two and a half years of one coherent firm. */
export const onlineShop: Dataset = {
  id: 'online-shop',
  title: { en: 'Online shop', zh: '网上商店' },
  description: {
    en: 'A made-up shop for tea and the home: 3,000 customers and their orders from January 2023 to June 2025, with returns, festivals and discounts. What is true of it is known.',
    zh: '一家虚构的茶与家居网店：3000 位客户及其 2023 年 1 月至 2025 年 6 月的订单，含退货、节日大促与折扣。数据背后的真相是已知的。',
  },
  files: (Object.keys(shipped) as (keyof typeof files)[]).map((name) => ({ name, ...files[name], ...shipped[name] })),
  definitions: { currency: 'CNY', statuses: ['completed', 'returned'] },
  dictionary: async () => (await import('./dictionary.ts')).dictionary,
  truth: async () => (await import('./truth.ts')).truths,
  generator: async () => (await import('./generate.ts')).generator,
};
