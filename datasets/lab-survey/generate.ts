import { createRandom } from '../../src/stats/random.ts';
import type { Generator } from '../dataset.ts';
import { chance, cumulative, draw, pick } from '../online-shop/draw.ts';
import {
  ANSWERS,
  BETTER_FROM,
  CUSTOMERS,
  EFFORT,
  NOT_APPLICABLE,
  NOT_APPLICABLE_CHANCE,
  QUESTIONS,
  type Question,
  RECOMMEND,
  REGIONS,
  type Region,
  SATISFACTION,
  WAVES,
  WORSE,
} from './mechanism.ts';

const customer = (n: number) => `C${String(n).padStart(5, '0')}`;
const regionOf = (n: number, seed: number): Region => pick(createRandom(seed).fork(n), REGIONS);

function* customers(n: number, seed: number): Iterable<string> {
  yield 'customer,region,membership_tier\n';
  for (let i = 1; i <= n; i++) yield `${customer(i)},${regionOf(i, seed)},${i % 5 === 0 ? 'gold' : 'basic'}\n`;
}

/** A person answers in one wave only, all three questions; a score of 99 is 'not applicable'. */
function* surveys(answers: number, people: number, seed: number): Iterable<string> {
  yield 'respondent,question,score,time,customer,instrument\n';
  const random = createRandom(seed + 1);
  for (let i = 0; i < answers; i++) {
    const who = 1 + Math.floor(i / 3);
    const question = (Object.keys(QUESTIONS) as Question[])[i % 3] as Question;
    // A person's wave must not change between the three answers.
    const own = who % WAVES.length;
    const day = 1 + ((who * 7) % 28);
    const score = chance(random, NOT_APPLICABLE_CHANCE) ? NOT_APPLICABLE : scoreOf(random, question, own, regionOf(who, seed));
    yield `P${String(who).padStart(5, '0')},"${QUESTIONS[question].text}",${score},${WAVES[own]}-${String(day).padStart(2, '0')},${who <= people ? customer(who) : ''},${QUESTIONS[question].instrument}\n`;
  }
}

function scoreOf(random: ReturnType<typeof createRandom>, question: Question, wave: number, region: Region): number {
  if (question === 'recommend') return from(random, wave >= BETTER_FROM ? RECOMMEND.after : RECOMMEND.before);
  if (question === 'satisfaction') return from(random, region === WORSE ? SATISFACTION.worse : SATISFACTION.usual);
  return from(random, EFFORT);
}

function from(random: ReturnType<typeof createRandom>, table: Readonly<Record<number, number>>): number {
  return Number(Object.keys(table)[draw(random, cumulative(Object.values(table)))]);
}

export const generator: Generator = {
  files: ['customers.csv', 'surveys.csv'],
  *csv(file, { orders = ANSWERS, seed = 20_240_707 } = {}) {
    if (file === 'customers.csv') yield* customers(Math.max(CUSTOMERS, Math.ceil(orders / 2)), seed);
    else if (file === 'surveys.csv') yield* surveys(orders, Math.max(CUSTOMERS, Math.ceil(orders / 2)), seed);
    else throw new RangeError(`no such file: ${file}`);
  },
};
