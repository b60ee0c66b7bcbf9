import type { Dataset, DatasetFile } from '../dataset.ts';
import files from './files.json' with { type: 'json' };

const same = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Addresses are written out, so that the build finds the files. */
const shipped: Readonly<Record<keyof typeof files, Pick<DatasetFile, 'table' | 'url' | 'bindings'>>> = {
  'customers.csv': {
    table: 'customers',
    url: () => new URL('./customers.csv', import.meta.url).href,
    bindings: same('customer', 'region', 'membership_tier'),
  },
  'surveys.csv': {
    table: 'surveys',
    url: () => new URL('./surveys.csv', import.meta.url).href,
    bindings: same('respondent', 'question', 'score', 'time', 'customer', 'instrument'),
  },
};

/** A survey of which everything is known: one change in time, one difference between regions, nothing else. */
export const labSurvey: Dataset = {
  id: 'lab-survey',
  title: { en: 'Lab: a survey', zh: '实验数据：问卷' },
  description: {
    en: 'Answers of 2,000 people to three questions in six waves. Recommendation rose in October 2024, one region is less satisfied, and nothing else differs.',
    zh: '2000 人、六个批次、三个问题的回答。2024 年 10 月推荐意愿上升，一个地区满意度较低，其余没有差别。',
  },
  files: (Object.keys(shipped) as (keyof typeof files)[]).map((name) => ({ name, ...files[name], ...shipped[name] })),
  definitions: { currency: '', statuses: [] },
  dictionary: async () => (await import('./dictionary.ts')).dictionary,
  truth: async () => (await import('./truth.ts')).truths,
  generator: async () => (await import('./generate.ts')).generator,
};
