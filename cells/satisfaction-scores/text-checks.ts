import { defineMessages } from '../../src/cell/index.ts';

/** What to know before a figure is quoted. */
export const checkText = defineMessages({
  en: {
    'check.empty': 'No row has a respondent, a question and a score on its scale.',
    'check.incomplete':
      '{n, plural, one {# row lacks} other {# rows lack}} a respondent, a question or a score and {n, plural, one {is} other {are}} left out.',
    'check.repeated':
      '{n, plural, one {# person has} other {# people have}} answered a question more than once; every answer counts, and intervals take answers to be independent.',
    'check.off_scale':
      '{n, plural, one {# answer is} other {# answers are}} off the scale of {low} to {high} or a code for not applicable ({codes}) and {n, plural, one {is} other {are}} left out. Is that what they mean?',
    'check.small': 'Only {n, plural, one {# answer} other {# answers}}, under {least, number}: the interval is wide, do not rank by it.',
    'check.rate_unknown':
      'How many were asked is not known, so neither is the response rate. Those who answer often differ from those who do not.',
    'check.rate': '{rate} of those asked answered ({n, number} of {asked, number}). Intervals cover chance, not who chose to answer.',
    'check.rate_low':
      'Only {rate} of those asked answered ({n, number} of {asked, number}). Who stays silent may be less satisfied: look at who answered before you quote this.',
    'check.rate_over': 'More people answered ({n, number}) than were asked ({asked, number}): the number asked cannot be right.',
    'check.nps_scale': 'NPS is defined on 0 to 10; these answers run from {low} to {high}, so the figure cannot be compared with others.',
    'check.thin_waves': '{n, plural, one {# wave has} other {# waves have}} fewer than {least, number} answers.',
    'check.holm': '{n, plural, one {# change was} other {# changes were}} tested; the p-values are adjusted for their number (Holm).',
    'check.others': '{n, plural, one {# other question uses} other {# other questions use}} the same measure; see the table of questions.',
    'check.segment_low':
      '“{segment}” is {difference} below the rest ({n, plural, one {# answer} other {# answers}}), more than chance explains after adjustment for the number of segments.',
  },
  zh: {
    'check.empty': '没有一行同时具备受访者、问题和量表内的评分。',
    'check.incomplete': '{n, number} 行缺少受访者、问题或评分，未计入。',
    'check.repeated': '有 {n, number} 人对同一问题回答了不止一次；每个回答都计入，而区间假定回答相互独立。',
    'check.off_scale': '{n, number} 个回答超出量表 {low} 至 {high}，或为“不适用”的代码（{codes}），未计入。它们确实是这个意思吗？',
    'check.small': '只有 {n, number} 个回答，少于 {least, number}：区间很宽，不宜据此排名。',
    'check.rate_unknown': '不知道有多少人受邀，因此不知道回复率。回答的人往往与不回答的人不同。',
    'check.rate': '受邀者中有 {rate} 作答（{asked, number} 人中的 {n, number} 人）。区间反映的是偶然误差，不反映谁愿意作答。',
    'check.rate_low': '受邀者中只有 {rate} 作答（{asked, number} 人中的 {n, number} 人）。沉默的人可能更不满意：引用之前请先看看是谁作答。',
    'check.rate_over': '作答人数（{n, number}）多于受邀人数（{asked, number}）：受邀人数有误。',
    'check.nps_scale': 'NPS 的定义是 0 至 10 分；这里的回答是 {low} 至 {high}，不能与其他 NPS 比较。',
    'check.thin_waves': '有 {n, number} 期的回答少于 {least, number} 个。',
    'check.holm': '共检验了 {n, number} 次变化，p 值已按次数校正（Holm）。',
    'check.others': '另有 {n, number} 个问题使用同一指标，见问题表。',
    'check.segment_low': '“{segment}”比其余低 {difference}（{n, number} 个回答），按组数校正后仍超出偶然。',
  },
});
