import type { Random } from '../../src/stats/random.ts';
import { chance, cumulative, draw, pick } from './draw.ts';

/** Who a customer is, as the shop knows it; empty where it does not. All of it is made up. */
export interface Person {
  name: string;
  email: string;
  phone: string;
  gender: string;
  birthDate: string;
  region: string;
  occupation: string;
}

const SURNAMES =
  '王 wang,李 li,张 zhang,刘 liu,陈 chen,杨 yang,黄 huang,赵 zhao,吴 wu,周 zhou,徐 xu,孙 sun,马 ma,朱 zhu,胡 hu,郭 guo,何 he,林 lin,高 gao,罗 luo'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]);
const WOMEN = ['婷婷', '静', '丽', '敏', '雪', '欣怡', '雨桐', '芳', '娜', '佳怡', '梦瑶', '思雨', '晓燕', '慧', '丹'];
const MEN = ['伟', '强', '磊', '洋', '勇', '浩然', '子轩', '杰', '涛', '明', '宇航', '俊', '鹏', '文博', '志远'];
const ENGLISH_WOMEN = ['Emma', 'Olivia', 'Grace', 'Hannah', 'Lucy', 'Sophie', 'Alice', 'Nora'];
const ENGLISH_MEN = ['Jack', 'Oliver', 'Henry', 'Leo', 'Daniel', 'Thomas', 'Adam', 'Peter'];
const ENGLISH_SURNAMES = ['Baker', 'Clark', 'Evans', 'Foster', 'Gray', 'Hughes', 'Morris', 'Palmer', 'Reed', 'Turner', 'Walsh', 'Young'];

export const REGIONS = ['Shanghai', 'Guangdong', 'Beijing', 'Zhejiang', 'Sichuan', 'Hubei', 'Shaanxi', 'Liaoning', 'Overseas'] as const;
const REGION_WEIGHTS = cumulative([24, 21, 16, 12, 10, 7, 4, 4, 2]);
export const OCCUPATIONS = ['office', 'teacher', 'engineer', 'freelance', 'civil servant', 'doctor', 'student', 'retired'] as const;
/** By age: under 24, up to 59, 60 and over. */
const OCCUPATION_WEIGHTS = [
  [18, 2, 6, 8, 2, 0, 64, 0],
  [36, 13, 18, 13, 11, 7, 2, 0],
  [6, 3, 2, 8, 2, 4, 0, 75],
].map(cumulative);
/** Ages in 2025 by bands of ten years from 20 on. */
const AGE_WEIGHTS = cumulative([30, 36, 19, 10, 5]);

/** Draws the person behind a customer number. */
export function personOf(random: Random, number: number): Person {
  const woman = chance(random, 6000);
  const abroad = chance(random, 800);
  const [surname, latin] = pick(random, SURNAMES);
  const given = pick(random, abroad ? (woman ? ENGLISH_WOMEN : ENGLISH_MEN) : woman ? WOMEN : MEN);
  const last = pick(random, ENGLISH_SURNAMES);
  const region = abroad && chance(random, 5000) ? 'Overseas' : (REGIONS[draw(random, REGION_WEIGHTS)] as string);
  const age = 20 + draw(random, AGE_WEIGHTS) * 10 + random.below(10);
  const birth = `${2025 - age}-${pad(1 + random.below(12), 2)}-${pad(1 + random.below(28), 2)}`;
  return {
    name: abroad ? `${given} ${last}` : `${surname}${given}`,
    email: chance(random, 300) ? '' : `${abroad ? last.toLowerCase() : latin}${number}@example.com`,
    // No mobile number begins with 100.
    phone: `100${pad(number % 100_000_000, 8)}`,
    gender: chance(random, 400) ? '' : woman ? 'female' : 'male',
    birthDate: chance(random, 800) ? '' : birth,
    region,
    occupation: chance(random, 1000)
      ? ''
      : (OCCUPATIONS[draw(random, OCCUPATION_WEIGHTS[age < 24 ? 0 : age < 60 ? 1 : 2] as readonly number[])] as string),
  };
}

const pad = (n: number, width: number) => String(n).padStart(width, '0');
