/**
 * One mechanism, nothing else: who is asked, who answers, and what. Chances are in ten-thousandths and scores are drawn
 * from fixed tables, so that the truth stands here in plain numbers.
 */
export const CUSTOMERS = 3000;
export const WAVES = ['2024-07', '2024-08', '2024-09', '2024-10', '2024-11', '2024-12'] as const;
/** From the fourth wave on, service is better. */
export const BETTER_FROM = 3;
export const ANSWERS = 6000;
/** Not applicable, as this firm's tool codes it. */
export const NOT_APPLICABLE = 99;
export const NOT_APPLICABLE_CHANCE = 400;

export const REGIONS = ['east', 'north', 'south', 'west'] as const;
export type Region = (typeof REGIONS)[number];
/** The west is served worse; the other three are alike. */
export const WORSE: Region = 'west';

export const QUESTIONS = {
  recommend: { text: 'How likely are you to recommend us to a friend? 您向朋友推荐我们的可能性有多大？', max: 10, instrument: 'NPS' },
  satisfaction: { text: 'How satisfied are you overall? 总体而言，您有多满意？', max: 5, instrument: 'CSAT' },
  effort: { text: 'It was easy to get my problem solved. 我的问题很容易得到解决。', max: 7, instrument: 'CES' },
} as const;
export type Question = keyof typeof QUESTIONS;

/** Score → weight in ten-thousandths; detractors 0–6, passives 7–8, promoters 9–10. */
export const RECOMMEND = {
  before: { 2: 500, 4: 700, 6: 1300, 7: 1500, 8: 2000, 9: 2200, 10: 1800 },
  after: { 2: 300, 4: 500, 6: 1000, 7: 1200, 8: 1800, 9: 2700, 10: 2500 },
} as const;

/** Top two boxes 0.70, in the west 0.55. */
export const SATISFACTION = {
  usual: { 1: 500, 2: 800, 3: 1700, 4: 4000, 5: 3000 },
  worse: { 1: 1000, 2: 1300, 3: 2200, 4: 3500, 5: 2000 },
} as const;

/** The same in all waves and regions. */
export const EFFORT = { 1: 400, 2: 600, 3: 1000, 4: 1500, 5: 2500, 6: 2500, 7: 1500 } as const;
