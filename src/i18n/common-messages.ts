import { defineMessages } from '../cell/text.ts';

/** Words that several parts of the page share: names of units. */
export const commonMessages = defineMessages({
  en: {
    'unit.count': 'count',
    'unit.customers': 'customers',
    'unit.orders': 'orders',
    'unit.rows': 'rows',
    'unit.share': '%',
    'unit.points': 'points',
    'unit.days': 'days',
    'unit.weeks': 'weeks',
    'unit.months': 'months',
  },
  zh: {
    'unit.count': '个数',
    'unit.customers': '人',
    'unit.orders': '单',
    'unit.rows': '行',
    'unit.share': '%',
    'unit.points': '百分点',
    'unit.days': '天',
    'unit.weeks': '周',
    'unit.months': '月',
  },
});
