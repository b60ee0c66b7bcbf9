import { CHANNELS } from '../../../datasets/online-shop/mechanism.ts';
import { sql } from '../../../src/cell/index.ts';
import type { Recovers } from '../../contract/truth.ts';
import type { RanCell } from '../../support/run-cell.ts';

const MONTHS = [1, 3, 6, 12] as const;

/** What cohort retention must find in the online shop: the mean curve, and that of each acquisition channel. */
export const recovers: Recovers = {
  ...Object.fromEntries(MONTHS.map((k) => [`retention_month_${k}`, { value: (ran: RanCell) => inCurve(ran, k) }])),
  ...Object.fromEntries(
    MONTHS.flatMap((k) =>
      CHANNELS.map((channel) => [
        `retention_month_${k}_${channel}`,
        { params: { cohortBy: 'acquisition_channel' }, value: (ran: RanCell) => inCells(ran, channel, k) },
      ]),
    ),
  ),
};

async function inCurve(ran: RanCell, k: number): Promise<number> {
  return (await ran.query(sql`select value from cohort_curve where period = ${k}`)).numbers('value')[0] ?? Number.NaN;
}

async function inCells(ran: RanCell, channel: string, k: number): Promise<number> {
  const frame = await ran.query(sql`select value from cohort_cells where cohort = ${channel} and period = ${k}`);
  return frame.numbers('value')[0] ?? Number.NaN;
}
