import type { Dictionary, DictionaryEntry } from '../dataset.ts';
import { REGIONS } from './mechanism.ts';

const entry = (role: string, en: string, zh: string, values?: readonly string[]): DictionaryEntry => ({
  meaning: { en, zh },
  role,
  ...(values ? { values } : {}),
});

/** What every column of every file means. */
export const dictionary: Dictionary = {
  'customers.csv': {
    customer: entry('customer', 'Customer number', '客户编号'),
    region: entry('region', 'Region; the west is served worse', '地区；西区的服务较差', REGIONS),
    membership_tier: entry('membership_tier', 'Tier, which plays no part', '会员等级，与评分无关', ['basic', 'gold']),
  },
  'surveys.csv': {
    respondent: entry('respondent', 'Who answered', '受访者'),
    question: entry('question', 'Text of the question', '问题原文'),
    score: entry('score', 'Answer; 99 is “not applicable”', '评分；99 表示“不适用”'),
    time: entry('time', 'Day of the answer', '回答日期'),
    customer: entry('customer', 'Customer number', '客户编号'),
    instrument: entry('instrument', 'Kind of question', '量表', ['NPS', 'CSAT', 'CES']),
  },
};
