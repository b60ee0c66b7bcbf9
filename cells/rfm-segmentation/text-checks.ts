import { defineMessages } from '../../src/cell/index.ts';

/** What a careful colleague says. */
export const checkText = defineMessages({
  en: {
    'check.empty': 'The order table has no rows.',
    'check.empty.missing':
      'None of the {rows, plural, one {# row} other {# rows}} has both a customer and a time. See which columns they are bound to.',
    'check.empty.period': 'No purchase falls into the period that ends on {to}.',
    'check.customer.missing': '{n, plural, one {# row} other {# rows}} ({share}) without a customer are left out.',
    'check.time.missing': '{n, plural, one {# row} other {# rows}} ({share}) without a time are left out.',
    'check.amount.missing': '{n, plural, one {# row} other {# rows}} ({share}) without an amount count as purchases of 0.',
    'check.time.odd': 'Some times are not on the calendar (infinite, or outside the years 1 to 9999); their rows are left out.',
    'check.amount.odd': 'Some amounts are infinite or not a number; they count as purchases of 0.',
    'check.amount.huge': 'Some amounts are so large that sums are cut off at 8 × 10³⁰⁷; means and shares can be missing.',
    'check.history.short': 'The history is only {days} long. It cannot tell a customer who has left from one who is between two purchases.',
    'check.period.gap':
      'The data end on {last}, {days} before the as-of date {to}: every customer looks that much less recent. The scores by quantile or rank stay the same, cut points do not.',
    'check.customers.few':
      'Only {n, plural, one {# customer} other {# customers}}: a segment is a handful of people, its shares are chance.',
    'check.once':
      '{share} of customers bought once. Frequency can hardly tell them apart: they share the lowest score, and recency and monetary decide.',
    'check.once.ntile':
      '{share} of customers bought once. Ranks give them different frequency scores by nothing but their key: quantiles or cut points are fairer.',
    'check.scores.one': '{dimension}: all customers have the same score. This dimension says nothing.',
    'check.scores.missing': '{dimension}: {met, number} of {of, number} scores occur, because many customers have the same value.',
    'check.monetary.unpaid':
      '{n, plural, one {# customer has} other {# customers have}} a monetary value of zero or less ({share}): returns as large as purchases, or free orders.',
    'check.weights': 'All weights are 0; R, F and M weigh the same.',
    'check.cuts': 'Cut points were put in ascending order, repeated ones taken once.',
    'check.rules.unused': '{n, plural, one {# rule matches} other {# rules match}} nobody: {names}. An earlier rule may match first.',
    'check.others': '{n, plural, one {# customer} other {# customers}} ({share}) match no rule.',
    'check.returns.net':
      '{n, plural, one {# return} other {# returns}} ({share} of rows) were taken from monetary; they are neither purchases nor recent.',
    'check.returns.keep':
      '{n, plural, one {# return} other {# returns}} ({share} of rows) count as orders: they raise frequency and recency.',
    'check.returns.drop': '{n, plural, one {# return} other {# returns}} ({share} of rows) were left out: monetary is before returns.',
    'check.returns.only': '{n, plural, one {# customer} other {# customers}} with returns but no purchase are left out.',
    'check.future': '{n, plural, one {# row} other {# rows}} after the as-of date {to} are left out; the last is of {last}.',
    'check.window': '{n, plural, one {# customer} other {# customers}} without a purchase since {from} are left out.',
    'check.day.lonely':
      'The as-of date {to} is the last day in the data, but only {n, plural, one {# customer} other {# customers}} bought then, {days} after everybody else. If that date is wrong, so is every recency.',
    'check.currencies': 'The amounts are in {n, number} currencies and are added up as if they were one.',
    'check.numbers.repeat':
      '{n, plural, one {# row repeats} other {# rows repeat}} an order number: the rows may be lines of orders. Count order numbers instead.',
    'check.numbers.repeat.about':
      'About {n, number} rows repeat an order number: the rows may be lines of orders. Count order numbers instead.',
    'check.ties.quantile':
      'With ranks of equal size, {n, plural, one {# customer} other {# customers}} ({share}) would be in another segment.',
    'check.ties.ntile': 'With quantiles, {n, plural, one {# customer} other {# customers}} ({share}) would be in another segment.',
    'check.ties.fixed':
      'With ranks of equal size, {n, plural, one {# customer} other {# customers}} ({share}) would be in another segment.',
    'check.migration.early': 'There are no purchases as early as {from}, so that there is nothing to compare with.',
    list: '{before}, {name}',
  },
  zh: {
    'check.empty': '订单表没有数据行。',
    'check.empty.missing': '{rows, number} 行中没有一行同时有客户和时间，请检查这两列的对应关系。',
    'check.empty.period': '截至 {to} 的期间内没有购买。',
    'check.customer.missing': '{n, number} 行（{share}）没有客户编号，未计入。',
    'check.time.missing': '{n, number} 行（{share}）没有时间，未计入。',
    'check.amount.missing': '{n, number} 行（{share}）没有金额，按金额为 0 的购买计算。',
    'check.time.odd': '有的时间不在日历范围内（无穷大，或在公元 1 年至 9999 年之外），这些行未计入。',
    'check.amount.odd': '有的金额为无穷大或不是数字，按金额为 0 的购买计算。',
    'check.amount.huge': '有的金额过大，合计在 8 × 10³⁰⁷ 处截断，均值和占比可能缺失。',
    'check.history.short': '历史只有 {days}，无法区分已流失的客户和正处在两次购买之间的客户。',
    'check.period.gap':
      '数据止于 {last}，比截止日期 {to} 早 {days}，所有客户的近度都因此偏大。分位数和排序的得分不受影响，自定分界点会受影响。',
    'check.customers.few': '只有 {n, number} 位客户：每一类只是寥寥数人，占比带有偶然性。',
    'check.once': '{share} 的客户只买过一次，频度难以区分他们：他们同得最低分，由近度和值度决定类别。',
    'check.once.ntile': '{share} 的客户只买过一次，等人数排序只凭客户编号就给他们不同的频度分：分位数或自定分界点更公平。',
    'check.scores.one': '{dimension}：所有客户得分相同，这一维度不起作用。',
    'check.scores.missing': '{dimension}：{of, number} 个分数中只出现 {met, number} 个，因为许多客户取值相同。',
    'check.monetary.unpaid': '{n, number} 位客户（{share}）的值度为零或负：退货抵消了购买，或订单免费。',
    'check.weights': '权重全为 0，按 R、F、M 等权计算。',
    'check.cuts': '分界点已按从小到大排列，重复的只取一次。',
    'check.rules.unused': '{n, number} 条规则没有客户符合：{names}。可能已先符合前面的规则。',
    'check.others': '{n, number} 位客户（{share}）不符合任何规则。',
    'check.returns.net': '{n, number} 笔退货（占行数 {share}）已从值度中扣除，不算购买，也不影响近度。',
    'check.returns.keep': '{n, number} 笔退货（占行数 {share}）按订单计算，会抬高频度和近度。',
    'check.returns.drop': '{n, number} 笔退货（占行数 {share}）未计入，值度是退货前的金额。',
    'check.returns.only': '{n, number} 位客户只有退货、没有购买，未计入。',
    'check.future': '{n, number} 行晚于截止日期 {to}，未计入；最晚的是 {last}。',
    'check.window': '{n, number} 位客户自 {from} 起没有购买，未计入。',
    'check.day.lonely':
      '截止日期 {to} 是数据中的最后一天，但当天只有 {n, number} 位客户购买，比其他人晚 {days}。如果这个日期有误，所有近度都会有误。',
    'check.currencies': '金额有 {n, number} 种币种，合计时未换算。',
    'check.numbers.repeat': '{n, number} 行的订单编号重复，一行可能只是订单的一条明细；可改为按订单编号计数。',
    'check.numbers.repeat.about': '约 {n, number} 行的订单编号重复，一行可能只是订单的一条明细；可改为按订单编号计数。',
    'check.ties.quantile': '若用等人数排序，{n, number} 位客户（{share}）会归入另一类。',
    'check.ties.ntile': '若用分位数，{n, number} 位客户（{share}）会归入另一类。',
    'check.ties.fixed': '若用等人数排序，{n, number} 位客户（{share}）会归入另一类。',
    'check.migration.early': '在 {from} 之前没有购买，无从比较。',
    list: '{before}、{name}',
  },
});
