import type { Truth, Truths } from '../dataset.ts';
import { ANSWERS, CUSTOMERS, EFFORT, NOT_APPLICABLE_CHANCE, RECOMMEND, SATISFACTION } from './mechanism.ts';

const PEOPLE = ANSWERS / 3;
const ANSWERED = PEOPLE * (1 - NOT_APPLICABLE_CHANCE / 10_000);

type Table = Readonly<Record<number, number>>;
const shareOf = (table: Table, holds: (score: number) => boolean) =>
  Object.entries(table).reduce((sum, [score, weight]) => sum + (holds(Number(score)) ? weight : 0), 0) / 10_000;
const nps = (table: Table) => shareOf(table, (s) => s >= 9) - shareOf(table, (s) => s <= 6);
const spread = (table: Table) => Math.sqrt(shareOf(table, (s) => s >= 9 || s <= 6) - nps(table) ** 2);

const within = (value: number, sd: number, n: number, unit: Truth['unit'], how: string): Truth => ({
  value,
  unit,
  tolerance: (3 * sd) / Math.sqrt(n),
  how: `${how}; tolerance 3 standard errors`,
});
const ofShare = (value: number, n: number, how: string) => within(value, Math.sqrt(value * (1 - value)), n, 'share', how);
const [before, after] = [nps(RECOMMEND.before), nps(RECOMMEND.after)];
const top = (table: Table) => shareOf(table, (s) => s >= 4);

/** What a right analysis of the shipped answers finds; 'not applicable' is no answer. */
export const truths: Truths = {
  nps_before: within(
    before,
    spread(RECOMMEND.before),
    ANSWERED / 2,
    'points',
    'promoters less detractors over all answers, waves 2024-07 to 2024-09',
  ),
  nps_after: within(after, spread(RECOMMEND.after), ANSWERED / 2, 'points', 'the same, waves 2024-10 to 2024-12'),
  nps: within((before + after) / 2, 0.8, ANSWERED, 'points', 'promoters less detractors over all answers'),
  top_two_usual: ofShare(top(SATISFACTION.usual), (ANSWERED * 3) / 4, 'scores 4 and 5 over all answers, east, north and south'),
  top_two_west: ofShare(top(SATISFACTION.worse), ANSWERED / 4, 'scores 4 and 5 over all answers, west'),
  effort_mean: within(
    Object.entries(EFFORT).reduce((sum, [score, weight]) => sum + (Number(score) * weight) / 10_000, 0),
    1.6,
    ANSWERED,
    'score',
    'mean of 1 to 7',
  ),
  response_rate: { value: PEOPLE / CUSTOMERS, unit: 'share', tolerance: 1e-9, how: 'people who answered over registered customers' },
  not_applicable: ofShare(NOT_APPLICABLE_CHANCE / 10_000, ANSWERS, 'scores of 99 over all rows'),
};
