import { type Row, sql } from '../../src/cell/index.ts';
import { BTYD_MODELS } from '../../src/stats/btyd/fit.ts';
import type { BtydFit } from '../../src/stats/btyd/model.ts';
import type { Base, Context } from './histories.ts';
import { dayNumber, isoDay } from './holdout.ts';
import { DAYS } from './units.ts';

/** Repeat purchases of everybody, by week or, past three years, by four weeks: counted, and as the model expects them. */
export interface Tracking {
  rows: readonly Row[];
  stepDays: number;
}

/**
 * Expected are the repeat purchases of as many new customers as there were on each day, E[X(t − first day)] summed over
 * them, by the model fitted to the calibration part: a model is right that tracks what it has not seen.
 * Source: Fader, Hardie & Lee 2005, figures 4 and 5.
 */
export async function track(context: Context, base: Base, fit: BtydFit): Promise<Tracking> {
  const first = dayNumber(base.firstDay as string);
  const span = dayNumber(base.until) - first;
  const stepDays = span > 3 * 365 ? 28 : 7;
  const steps = Math.floor((span + 1) / stepDays);
  const start = await context.query(
    sql`select date_diff('day', DATE '1970-01-01', first_day) as day, count(*) as n from ${base.customers} group by 1 order by 1`,
  );
  const repeats = await context.query(
    sql`select (date_diff('day', DATE '1970-01-01', day) - ${first}) // ${stepDays} as step, count(*) - count(*) filter (where day = first_day) as n
from (select p.day, c.first_day from ${base.purchases} p join ${base.customers} c using (customer)) group by 1 order by 1`,
  );
  const actual = new Float64Array(steps);
  const [at, n] = [repeats.numbers('step'), repeats.numbers('n')];
  for (let i = 0; i < at.length; i++) if ((at[i] as number) < steps) actual[at[i] as number] = n[i] as number;
  const [born, newcomers] = [start.numbers('day'), start.numbers('n')];
  const ofAge = Float64Array.from({ length: span + 2 }, () => Number.NaN);
  const model = BTYD_MODELS[fit.kind];
  const rows: Row[] = [];
  let [seen, before, counted] = [0, 0, 0];
  for (let step = 0; step < steps; step++) {
    const end = first + (step + 1) * stepDays - 1;
    seen = 0;
    for (let i = 0; i < born.length && (born[i] as number) <= end; i++) {
      const age = end - (born[i] as number);
      if (Number.isNaN(ofAge[age])) ofAge[age] = model.expectedNew(fit.params, age / DAYS[context.params.unit]);
      seen += (newcomers[i] as number) * (ofAge[age] as number);
    }
    counted += actual[step] as number;
    rows.push({ day: isoDay(end), actual: actual[step] as number, expected: seen - before, actual_total: counted, expected_total: seen });
    before = seen;
    await context.breathe();
  }
  return { rows, stepDays };
}
