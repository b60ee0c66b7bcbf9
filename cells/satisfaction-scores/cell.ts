import { defineCell } from '../../src/cell/index.ts';
import { ATTRIBUTES, params } from './params.ts';

const figure = { type: 'DOUBLE', unit: 'number' } as const;
const count = { type: 'BIGINT', unit: 'count' } as const;
const estimate = { answers: count, value: figure, low: figure, high: figure };
const tested = (name: 'change' | 'difference') => ({
  [name]: figure,
  [`${name}_low`]: figure,
  [`${name}_high`]: figure,
  p_adjusted: figure,
});

export default defineCell({
  id: 'satisfaction-scores',
  version: 1,
  group: 'satisfaction',
  alias: 'satisfaction',
  title: { en: 'Satisfaction scores', zh: '客户满意度' },
  question: { en: 'How satisfied are they, and is that changing?', zh: '客户有多满意？满意度在变化吗？' },
  terms: ['CSAT', 'NPS', 'CES', 'satisfaction', 'survey', 'net promoter score', '客户满意度', '净推荐值', '客户费力度', '问卷'],
  needs: {
    all: ['surveys.respondent', 'surveys.question', 'surveys.score'],
    optional: [
      'surveys.time',
      'surveys.customer',
      'surveys.instrument',
      'surveys.scale_max',
      'customers.customer',
      ...ATTRIBUTES.map((name) => `customers.${name}` as const),
    ],
  },
  params,
  produces: {
    questions: {
      columns: {
        question: { type: 'VARCHAR' },
        metric: { type: 'VARCHAR' },
        figure: { type: 'VARCHAR' },
        scale: { type: 'VARCHAR' },
        ...estimate,
        respondents: count,
        not_applicable: count,
      },
      grain: 'group',
      count: 'answers',
    },
    waves: { columns: { wave: { type: 'DATE', unit: 'date' }, ...estimate, ...tested('change') }, grain: 'group', count: 'answers' },
    segments: {
      columns: { segment: { type: 'VARCHAR' }, ...estimate, ...tested('difference'), small: { type: 'BOOLEAN' } },
      grain: 'group',
      count: 'answers',
    },
    respondents: {
      columns: {
        respondent: { type: 'KEY' },
        customer: { type: 'KEY' },
        day: { type: 'DATE', unit: 'date' },
        question: { type: 'VARCHAR' },
        score: { type: 'DOUBLE', unit: 'score' },
        class: { type: 'VARCHAR' },
      },
      grain: 'customer',
      personal: ['respondent', 'customer'],
    },
  },
  facts: {
    nps: 'points',
    top_two: 'share',
    top_box: 'share',
    mean_score: 'score',
    answers: 'count',
    respondents: 'count',
    response_rate: 'share',
    not_applicable_share: 'share',
    last_change: 'points',
  },
  views: ['headline', 'tiles', 'trend', 'distribution', 'segments', 'questions', 'spread', 'respondents'],
  sample: 'lab-survey',
  text: () => import('./text.ts'),
  charts: () => import('./charts.ts'),
  run: () => import('./run.ts'),
  notes: { en: () => import('./notes.en.md?raw'), zh: () => import('./notes.zh.md?raw') },
});
