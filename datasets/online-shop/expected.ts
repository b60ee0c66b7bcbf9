import { CALENDAR, WON } from './calendar.ts';
import {
  ACQUISITION,
  type AcquisitionChannel,
  ARCHETYPES,
  BEHAVIOUR,
  CANCELLED,
  CHANNELS,
  MONTHS,
  PROSPECTS,
  RETURNS,
} from './mechanism.ts';

/** Share of all customers who are won in a month. */
const wonIn = (month: number) => ((WON[month] as number) - (month === 0 ? 0 : (WON[month - 1] as number))) / (WON[MONTHS - 1] as number);

/** Probability that a buyer won through a channel in month `first` buys in the `k`-th month after it (k ≥ 1). */
function buysAgain(channel: AcquisitionChannel, first: number, k: number): number {
  const season = CALENDAR[first + k]?.season as number;
  return ARCHETYPES.reduce((sum, archetype, i) => {
    const { buys, leaves } = BEHAVIOUR[archetype];
    const stays = (1 - leaves / 10_000) ** k;
    return sum + ((ACQUISITION[channel].kinds[i] as number) / 1000) * stays * (Math.floor((buys * season) / 100) / 10_000);
  }, 0);
}

/**
 * What the mechanism itself implies for retention in month `k` by calendar month, over all cohorts that could reach it
 * before the data end: a share and the buyers per thousand customers that it is of.
 */
export function expectedRetention(channels: readonly AcquisitionChannel[], k: number): { share: number; buyers: number } {
  let [buyers, back] = [0, 0];
  for (const channel of channels) {
    for (let first = 0; first + k < MONTHS; first++) {
      const won = (wonIn(first) * ACQUISITION[channel].share * (1 - PROSPECTS / 10_000)) / 1000;
      buyers += won;
      back += won * buysAgain(channel, first, k);
    }
  }
  return { share: back / buyers, buyers };
}

/** Rows of orders.csv per customer, cancelled ones and returns included. */
export function expectedOrders(): number {
  let total = 0;
  for (const channel of CHANNELS) {
    ARCHETYPES.forEach((archetype, i) => {
      const { again, leaves, buys } = BEHAVIOUR[archetype];
      const p = again / 10_000;
      const perActiveMonth = 1 + p + p ** 2 + p ** 3;
      const weight = (ACQUISITION[channel].share * (ACQUISITION[channel].kinds[i] as number)) / 1_000_000;
      for (let first = 0; first < MONTHS; first++) {
        let active = 1;
        for (let k = 1; first + k < MONTHS; k++) {
          active += (1 - leaves / 10_000) ** k * (Math.floor((buys * (CALENDAR[first + k]?.season as number)) / 100) / 10_000);
        }
        total += wonIn(first) * weight * active * perActiveMonth;
      }
    });
  }
  return total * (1 - PROSPECTS / 10_000) * (1 + (CANCELLED + RETURNS) / 10_000);
}
