import { defineCell } from '../../src/cell/index.ts';
import { params } from './params.ts';

const counted = { type: 'BIGINT', unit: 'customers' } as const;
const number = { type: 'DOUBLE' } as const;
const period = { type: 'INTEGER', unit: 'number' } as const;
const share = { type: 'DOUBLE', unit: 'share' } as const;
const points = { type: 'DOUBLE', unit: 'points' } as const;
const measured = {
  period,
  period_to: period,
  size: counted,
  n: counted,
  amount: number,
  base: number,
  value: number,
  low: number,
  high: number,
  complete: { type: 'BOOLEAN' },
} as const;

export default defineCell({
  id: 'cohort-retention',
  version: 1,
  group: 'retention',
  alias: 'cohort',
  title: { en: 'Cohort retention', zh: '同期群留存' },
  question: { en: 'Do they come back?', zh: '客户会回来吗？' },
  terms: ['cohort', 'retention', 'triangle', 'curve', 'churn', 'repeat', '同期群', '留存', '留存率', '队列分析', '复购', '客户保留'],
  needs: {
    all: ['orders.customer', 'orders.time', 'orders.amount'],
    optional: [
      'orders.order_id',
      'orders.cost',
      'orders.channel',
      'orders.is_return',
      'customers.customer',
      'customers.acquired_at',
      'customers.acquisition_channel',
      'customers.region',
      'customers.gender',
      'customers.membership_tier',
      'customers.occupation',
      'customers.income',
      'customers.education',
      'customers.family',
      'customers.industry',
    ],
  },
  params,
  produces: {
    /** `value` is amount over base (a share), or the amount itself where it is relative to nothing. */
    cells: {
      columns: { cohort: { type: 'VARCHAR' }, cohort_start: { type: 'DATE', unit: 'date' }, ...measured },
      grain: 'group',
      count: 'n',
    },
    curve: { columns: { ...measured, cohorts: { type: 'INTEGER', unit: 'count' } }, grain: 'group', count: 'n' },
    customers: {
      columns: {
        customer: { type: 'KEY' },
        cohort: { type: 'VARCHAR' },
        started: { type: 'DATE', unit: 'date' },
        active_periods: { type: 'BIGINT', unit: 'count' },
        last_period: period,
      },
      grain: 'customer',
      personal: ['customer'],
    },
    comparison: {
      columns: {
        period,
        period_to: period,
        cohort_a: { type: 'VARCHAR' },
        n_a: counted,
        size_a: counted,
        value_a: share,
        cohort_b: { type: 'VARCHAR' },
        n_b: counted,
        size_b: counted,
        value_b: share,
        difference: points,
        low: points,
        high: points,
        clear: { type: 'BOOLEAN' },
        fewest: counted,
      },
      grain: 'group',
      count: 'fewest',
    },
  },
  facts: {
    as_of: 'date',
    customers: 'customers',
    cohorts: 'count',
    next_share: 'share',
    last_complete_share: 'share',
    difference: 'points',
  },
  views: ['headline', 'tiles', 'triangle', 'curves', 'comparison', 'cells'],
  sample: 'online-shop',
  text: () => import('./text.ts'),
  charts: () => import('./charts.ts'),
  run: () => import('./run.ts'),
  notes: { en: () => import('./notes.en.md?raw'), zh: () => import('./notes.zh.md?raw') },
});
