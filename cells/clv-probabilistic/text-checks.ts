import { defineMessages } from '../../src/cell/index.ts';

/** What a careful analyst would say of the models. */
export const checkText = defineMessages({
  en: {
    'check.empty': 'There are no purchases with a customer, a date and a positive amount, so there is nothing to model.',
    'check.no_repeats':
      'None of {n, plural, one {the # customer} other {the # customers}} has bought on a second day. A model of repeat buying needs repeat purchases.',
    'check.incomplete':
      '{n, plural, one {# order lacks} other {# orders lack}} a customer, a date or an amount and {n, plural, one {is} other {are}} left out.',
    'check.later': '{n, plural, one {# order is} other {# orders are}} dated after {until} and not counted.',
    'check.not_positive':
      'On {n, plural, one {# day} other {# days}} a customer’s returns outweighed purchases; such days are not purchases.',
    'check.few': 'Only {n, plural, one {# customer} other {# customers}}: the parameters are uncertain, look at the intervals.',
    'check.short': 'The data span {days}. Under half a year, leaving and merely not being due yet look alike.',
    'check.fitted':
      'The fit converged from each of {starts, number} starts in {iterations, number} iterations. Allowing customers to leave raises the log-likelihood by {gain}.',
    'check.not_converged': 'The fit did not converge: do not use these numbers. Parameters at the end: {params}.',
    'check.no_drop_out':
      'The drop-out part cannot be identified: letting customers leave raises the log-likelihood by only {gain} over a model in which nobody leaves. Purchase rates may be used; P(alive) says little here.',
    'check.flat':
      'The data do not tell the parameters apart ({params}): standard errors are missing or larger than the parameters. Use predictions with care and the parameters not at all.',
    'check.starts_disagree': 'Different starts ended in different places of the likelihood; the best was kept ({params}).',
    'check.once':
      'BG/NBD gives P(alive) = 1 to {n, plural, one {# one-time buyer} other {all # one-time buyers}} ({share} of customers), however long ago they bought. MBG/NBD lets them leave after the first purchase.',
    'check.far': 'The horizon of {ahead} is longer than the {seen} of data behind it.',
    'check.unit': 'Rates are per {unit}; several purchases on one day count as one.',
    'check.few_repeaters':
      'Only {n, plural, one {# customer} other {# customers}} came back; the spend model needs {fewest, number}. Each customer’s own mean stands in for it.',
    'check.no_mean': 'The spend model has no finite mean (q = {q}, at most 1). Each customer’s own mean stands in for it.',
    'check.spend_flat': 'The spend model is not identified by these data; look at expected spend with care.',
    'check.correlation':
      'Number and mean value of purchases are correlated (r = {r}). The spend model takes them to be independent, so value is off for the heaviest buyers.',
    'check.uncorrelated': 'Number and mean value of purchases are hardly correlated (r = {r}), as the spend model assumes.',
    'check.revenue': 'Value is revenue here, not profit: no cost is bound to the orders.',
    'check.loss': 'The margin over all orders is {share}: on these costs customers lose money.',
    'check.no_holdout': 'Too little data, or too few who came back, to hold the model against a part that it has not seen.',
    'check.holdout_near':
      'Fitted to the first part, the model expected {predicted, number} purchases in the following {days}; there were {actual, number} ({error}).',
    'check.holdout_off':
      'Fitted to the first part, the model expected {predicted, number} purchases in the following {days}; there were {actual, number} ({error} points off). Season, growth or a change of the firm may be at work.',
    'check.better': '{model} came nearer to each customer’s later purchases (root mean square error {rmse}, here {own}).',
  },
  zh: {
    'check.empty': '没有同时具备客户、日期和正金额的购买记录，无法建模。',
    'check.no_repeats': '{n, number} 位客户中没有人在第二天再次购买。复购模型需要有复购。',
    'check.incomplete': '{n, number} 笔订单缺少客户、日期或金额，未计入。',
    'check.later': '{n, number} 笔订单的日期晚于{until}，未计入。',
    'check.not_positive': '有 {n, number} 个“客户日”的退货超过购买，不计为一次购买。',
    'check.few': '只有 {n, number} 位客户，参数不确定性大，请看区间。',
    'check.short': '数据只覆盖{days}。不足半年时，“已流失”与“还没到下次购买”难以区分。',
    'check.fitted': '从 {starts, number} 个起点出发均收敛，共迭代 {iterations, number} 次。允许客户流失使对数似然提高 {gain}。',
    'check.not_converged': '拟合没有收敛，请不要使用这些数字。结束时的参数：{params}。',
    'check.no_drop_out': '流失部分无法识别：与“无人流失”的模型相比，对数似然只提高 {gain}。购买率可以使用，存活概率在此意义不大。',
    'check.flat': '数据无法区分各参数（{params}）：标准误缺失或大于参数本身。预测请谨慎使用，参数不宜解读。',
    'check.starts_disagree': '不同起点收敛到不同位置，已保留似然最高者（{params}）。',
    'check.once':
      'BG/NBD 认为 {n, number} 位只买过一次的客户（占 {share}）存活概率都是 1，无论多久以前购买。MBG/NBD 允许客户在首次购买后流失。',
    'check.far': '预测期 {ahead}，比所用数据的 {seen} 还长。',
    'check.unit': '购买率按每{unit}计；同一天的多次购买算一次。',
    'check.few_repeaters': '只有 {n, number} 位客户复购，消费模型至少需要 {fewest, number} 位；改用每位客户自己的平均值。',
    'check.no_mean': '消费模型没有有限的均值（q = {q}，不大于 1），改用每位客户自己的平均值。',
    'check.spend_flat': '这些数据无法识别消费模型，预期消费请谨慎看待。',
    'check.correlation': '购买次数与平均金额相关（r = {r}）。消费模型假定二者独立，购买最频繁客户的价值会有偏差。',
    'check.uncorrelated': '购买次数与平均金额几乎不相关（r = {r}），符合消费模型的假定。',
    'check.revenue': '这里的价值是收入而非利润：订单没有绑定成本。',
    'check.loss': '全部订单的毛利率为 {share}：按此成本，客户是亏损的。',
    'check.no_holdout': '数据太短或复购客户太少，无法留出一段时间来检验模型。',
    'check.holdout_near': '用前一段数据拟合后，模型预计其后{days}内有 {predicted, number} 次购买，实际为 {actual, number} 次（{error}）。',
    'check.holdout_off':
      '用前一段数据拟合后，模型预计其后{days}内有 {predicted, number} 次购买，实际为 {actual, number} 次（相差 {error} 个百分点）。可能有季节、增长或经营变化的影响。',
    'check.better': '{model} 对每位客户后来购买的预测更接近（均方根误差 {rmse}，当前模型 {own}）。',
  },
});
