import { defineMessages } from '../../src/cell/index.ts';

/** What a careful analyst would warn of. */
export const checkText = defineMessages({
  en: {
    'check.empty': 'No order has a customer and a date: there is nothing to follow.',
    'check.role': 'The data have no such column yet, so cohorts are formed by the first order: {role}.',
    'check.cost': 'Orders have no cost, so this is revenue, not margin.',
    'check.short':
      'The history is short: {n, plural, =0 {no complete {unit} has} one {# complete {unit} has} other {# complete {units} have}} passed since the first cohort started. A retention curve needs three at least.',
    'check.incomplete':
      'The last {unit} is not over: the data end on {asOf}. {n, plural, one {# field} other {# fields}} of the triangle keep what was counted so far, are flagged, and are in no mean.',
    'check.brackets':
      '{n, plural, one {# field is} other {# fields are}} about a bracket that was not over on {asOf}: they keep what was counted so far, are flagged, and are in no mean.',
    'check.complete': 'The last {unit} is complete: the data go up to {asOf}.',
    'check.small':
      '{n, plural, one {# cohort has} other {# cohorts have}} fewer than 30 customers: their shares jump by chance. Look at the intervals, or take longer periods.',
    'check.truncated':
      'The first cohort ({cohort}) is {times} times as large as the ones after it. It holds customers who had bought before the data begin, and comes back like old customers, not like new ones. Start with the next cohort, or read it apart.',
    'check.returns':
      '{n, plural, one {# return was} other {# returns were}} not counted as coming back; revenue and margin are net of them.',
    'check.customer': '{n, plural, one {# order has} other {# orders have}} no customer ({share} of all) and cannot be followed.',
    'check.time': '{n, plural, one {# order has} other {# orders have}} no usable date and cannot be followed.',
    'check.amount': '{n, plural, one {# order has} other {# orders have}} no amount; they count as 0 money.',
    'check.gaps':
      'No order at all in {n, number} {n, plural, one {{unit}} other {{units}}} between {from} and {to}. If the shop was open, data are missing.',
    'check.later': '{n, plural, one {# order is} other {# orders are}} later than {asOf} and left out.',
    'check.group':
      '{n, plural, one {# customer has} other {# customers have}} no known value for this grouping and are in no cohort ({share} of all).',
    'check.groups': 'Only the {shown, number} largest of {all, number} groups are followed.',
    'check.early':
      '{n, plural, one {# customer} other {# customers}} ordered before the date of acquisition; those orders are left out. Check the date.',
    'check.unknown':
      '{n, plural, one {# customer} other {# customers}} with orders have no date of acquisition and are in no cohort ({share} of all).',
    'check.edge':
      '“Or later” looks ahead to the end of the data: for recent cohorts, and late periods, there was less time to come back, so that they look worse than they are.',
    'check.recurring':
      'The same customer is in several cohorts. The fields are not independent, and the interval of the mean is too narrow.',
    'check.base': '{n, plural, one {# field has} other {# fields have}} no value, as there is nothing to relate it to (nought or less).',
    'check.many':
      '{n, number} shares are shown with {level} intervals: about {k, number} of these will miss the truth by chance. Do not pick the best or the worst field and read it alone.',
    'check.named': 'There is no cohort of that name to compare, another was taken: {name}.',
    'check.comparison':
      '{clear, plural, =0 {No difference} one {# difference} other {# differences}} between {b} and {a} of {n, number} {clear, plural, =0 {is} one {is} other {are}} clear when all are looked at together.',
  },
  zh: {
    'check.empty': '没有同时具备客户和时间的订单，无可跟踪。',
    'check.role': '数据中还没有这一列，因此按首次下单分群：{role}。',
    'check.cost': '订单没有成本，因此这里是收入，不是毛利。',
    'check.short': '历史太短：自第一个同期群开始只过了 {n, number} {units}完整的时间（按{unit}计）。留存曲线至少需要三个。',
    'check.incomplete': '最后一{unit}尚未结束：数据止于 {asOf}。三角图中有 {n, number} 格保留目前的数值并加以标记，不计入均值。',
    'check.brackets': '有 {n, number} 格所属的区间截至 {asOf} 尚未结束：保留目前的数值并加以标记，不计入均值。',
    'check.complete': '最后一{unit}是完整的：数据到 {asOf} 为止。',
    'check.small': '有 {n, number} 个同期群不足 30 位客户：占比会因偶然而跳动。请看区间，或改用更长的周期。',
    'check.truncated':
      '第一个同期群（{cohort}）是其后各群的 {times} 倍。其中有数据开始之前就已买过的客户，他们像老客户而不像新客户那样回来。请从下一个同期群开始，或单独看待它。',
    'check.returns': '有 {n, number} 笔退货未算作回来；收入和毛利已扣除退货。',
    'check.customer': '有 {n, number} 笔订单没有客户（占 {share}），无法跟踪。',
    'check.time': '有 {n, number} 笔订单没有可用的时间，无法跟踪。',
    'check.amount': '有 {n, number} 笔订单没有金额，按 0 计。',
    'check.gaps': '在 {from} 与 {to} 之间有 {n, number} {units}完全没有订单（按{unit}计）。如果当时在营业，说明缺数据。',
    'check.later': '有 {n, number} 笔订单晚于 {asOf}，未计入。',
    'check.group': '有 {n, number} 位客户（占 {share}）在此分群上没有已知的值，不属于任何同期群。',
    'check.groups': '共 {all, number} 个群，只跟踪最大的 {shown, number} 个。',
    'check.early': '有 {n, number} 位客户在获客时间之前就有订单；这些订单未计入。请核对该时间。',
    'check.unknown': '有 {n, number} 位有订单的客户（占 {share}）没有获客时间，不属于任何同期群。',
    'check.edge': '“或之后”一直看到数据结束：新近的同期群和靠后的周期可回来的时间更短，因此看上去比实际差。',
    'check.recurring': '同一位客户会出现在几个同期群中。各格并不独立，均值的区间偏窄。',
    'check.base': '有 {n, number} 格没有值，因为比较基数为零或负。',
    'check.many':
      '图中有 {n, number} 个占比及其 {level} 区间：其中约有 {k, number} 个会因偶然而不含真值。不要挑出最好或最差的一格单独解读。',
    'check.named': '没有这个名称的同期群可比较，已另取一个：{name}。',
    'check.comparison': '{b} 与 {a} 的 {n, number} 个差异合在一起看，有 {clear, number} 个明显。',
  },
});
