import { cumulative } from './draw.ts';
import { FIRST_YEAR, GROWTH, MONTHS } from './mechanism.ts';

/** A month of the firm's history, 0 is January of the first year. */
export interface Month {
  year: number;
  /** 1…12 */
  month: number;
  days: number;
  /** How much more is bought than in an average month, in per cent. */
  season: number;
  /** Cumulative weights of its days for a festival strength of 100, 120, 150 and 250 per cent. */
  dayWeights: Readonly<Record<number, readonly number[]>>;
  /** Days on which more than half of the orders are discounted. */
  festivals: ReadonlySet<number>;
  /** Days on which gift sets sell three times as often. */
  giftDays: ReadonlySet<number>;
}

const SEASON = [95, 85, 95, 95, 100, 120, 90, 90, 100, 100, 140, 105];
const SPRING_FESTIVAL = ['2023-01-22', '2024-02-10', '2025-01-29'];
const MID_AUTUMN = ['2023-09-29', '2024-09-17'];
const DAY = 86_400_000;

const dayNumber = (iso: string) => Date.parse(`${iso}T00:00:00Z`) / DAY;
const distances = (festivals: readonly string[], day: number) => festivals.map((iso) => day - dayNumber(iso));

/** Sales of a day against a plain Monday, in per cent; `strength` tells how much a festival draws, in per cent. */
function dayWeight(year: number, month: number, day: number, strength: number): number {
  const date = Date.UTC(year, month - 1, day);
  const weekday = new Date(date).getUTCDay();
  const fromSpring = distances(SPRING_FESTIVAL, date / DAY);
  if (fromSpring.some((n) => n >= -1 && n <= 6)) return 15;
  let weight = weekday === 0 || weekday === 6 ? 125 : weekday === 5 ? 110 : 100;
  if (fromSpring.some((n) => n >= -20 && n <= -4)) weight = Math.floor((weight * 135) / 100);
  const extra = (month === 11 && day === 11 && 700) || (month === 6 && day === 18 && 450) || (month === 12 && day === 12 && 200);
  if (extra) return weight + Math.floor((extra * strength) / 100);
  if ((month === 11 && day >= 1 && day <= 10) || (month === 6 && day >= 12 && day <= 17)) return weight + Math.floor((30 * strength) / 100);
  return weight;
}

export const CALENDAR: readonly Month[] = Array.from({ length: MONTHS }, (_, index) => {
  const year = FIRST_YEAR + Math.floor(index / 12);
  const month = (index % 12) + 1;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const all = Array.from({ length: days }, (_, i) => i + 1);
  const at = (day: number) => Date.UTC(year, month - 1, day) / DAY;
  return {
    year,
    month,
    days,
    season: SEASON[month - 1] as number,
    dayWeights: Object.fromEntries(
      [100, 120, 150, 250].map((strength) => [strength, cumulative(all.map((day) => dayWeight(year, month, day, strength)))]),
    ),
    festivals: new Set(
      all.filter((day) => (month === 11 && day <= 11) || (month === 6 && day >= 12 && day <= 18) || (month === 12 && day === 12)),
    ),
    giftDays: new Set(
      all.filter((day) => [...distances(SPRING_FESTIVAL, at(day)), ...distances(MID_AUTUMN, at(day))].some((n) => n >= -20 && n <= -2)),
    ),
  };
});

/** Cumulative weights of the months in which customers are won: steady growth, times the season. */
export const WON: readonly number[] = cumulative(
  CALENDAR.map(({ season }, index) => {
    let growth = 1;
    for (let i = 0; i < index; i++) growth *= GROWTH;
    return Math.round(growth * season * 10);
  }),
);

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** `YYYY-MM-DD` */
export function isoDay(month: Month, day: number): string {
  return `${month.year}-${two(month.month)}-${two(day)}`;
}

/** `YYYY-MM-DD HH:MM:00`, from minutes since midnight. */
export function isoTime(month: Month, day: number, minute: number): string {
  return `${isoDay(month, day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;
}
