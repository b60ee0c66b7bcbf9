import { Day, type Sql, sql, text } from '../../src/cell/index.ts';
import { BTYD_MODELS, fitBtyd } from '../../src/stats/btyd/fit.ts';
import type { BtydFit, BtydKind } from '../../src/stats/btyd/model.ts';
import { type PurchaseSummary, purchaseSummary } from '../../src/stats/btyd/purchase-summary.ts';
import type { Base, Context } from './histories.ts';
import { DAYS } from './units.ts';

export const KINDS = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const;

/** The models fitted to the first part of the data and held against the rest. */
export interface Holdout {
  /** Last day that the models saw. */
  calibrationEnd: string;
  days: number;
  customers: number;
  actual: number;
  models: readonly { fit: BtydFit; predicted: number; rmse: number }[];
  /** Mean purchases in the holdout by repeat purchases before it (0 … 7, 7 is 7 or more). */
  byCount: readonly { x: number; customers: number; actual: number; predicted: Readonly<Record<BtydKind, number>> }[];
}

const LAST = 7;

/** Null where the data are too short to be cut in two, or nobody came back in the first part. */
export async function holdOut(context: Context, base: Base): Promise<Holdout | null> {
  const { params } = context;
  if (base.firstDay === null) return null;
  const [first, last] = [dayNumber(base.firstDay), dayNumber(base.until)];
  const cut = params.calibrationEnd === 'auto' ? Math.floor((first + last) / 2) : dayNumber(params.calibrationEnd);
  if (cut - first < 14 || last - cut < 14) return null;
  const calibrationEnd = isoDay(cut);
  context.resolved('calibrationEnd', calibrationEnd);
  const frame = await context.query(histories(base, new Day(calibrationEnd)));
  const unitDays = DAYS[params.unit];
  const per = (name: string) => frame.numbers(name).map((d) => d / unitDays);
  const data = purchaseSummary(frame.numbers('x'), per('recency_days'), per('age_days'), frame.numbers('n'));
  if (data.customers === 0 || !data.x.some((x) => x > 0)) return null;
  const [later, squares] = [frame.numbers('later'), frame.numbers('later_squared')];
  const horizon = (last - cut) / unitDays;
  const models: { fit: BtydFit; predicted: number; rmse: number; expected: Float64Array }[] = [];
  for (const kind of KINDS) {
    const fit = await fitBtyd(kind, data, { onIteration: () => context.breathe() });
    const expected = BTYD_MODELS[kind].expected(fit.params, data, horizon);
    let [predicted, error] = [0, 0];
    expected.forEach((e, i) => {
      const n = data.weight[i] as number;
      predicted += n * e;
      error += (squares[i] as number) - 2 * e * (later[i] as number) + n * e * e;
    });
    models.push({ fit, predicted, rmse: Math.sqrt(Math.max(0, error) / data.customers), expected });
    context.progress(0.1 + 0.1 * models.length, text('progress.models'));
    await context.breathe();
  }
  const actual = later.reduce((a, b) => a + b, 0);
  return { calibrationEnd, days: last - cut, customers: data.customers, actual, models, byCount: conditional(data, later, models) };
}

function histories(base: Base, end: Day): Sql {
  return sql`with c as (
  select customer, (count(*) filter (where day <= ${end}) - 1)::INTEGER as x,
    date_diff('day', min(day), max(day) filter (where day <= ${end})) as recency_days,
    date_diff('day', min(day), ${end}) as age_days, (count(*) filter (where day > ${end}))::DOUBLE as later
  from ${base.purchases} group by 1 having min(day) <= ${end}
) select x, recency_days, age_days, count(*) as n, sum(later)::DOUBLE as later, sum(later * later)::DOUBLE as later_squared
from c group by 1, 2, 3 order by 1, 3, 2`;
}

function conditional(
  data: PurchaseSummary,
  later: Float64Array,
  models: readonly { fit: BtydFit; expected: Float64Array }[],
): Holdout['byCount'] {
  const rows = Array.from({ length: LAST + 1 }, (_, x) => ({
    x,
    customers: 0,
    actual: 0,
    predicted: { 'bg-nbd': 0, 'mbg-nbd': 0, 'pareto-nbd': 0 },
  }));
  for (let i = 0; i < data.size; i++) {
    const row = rows[Math.min(LAST, data.x[i] as number)];
    if (!row) continue;
    const n = data.weight[i] as number;
    row.customers += n;
    row.actual += later[i] as number;
    for (const { fit, expected } of models) row.predicted[fit.kind] += n * (expected[i] as number);
  }
  return rows
    .filter((row) => row.customers > 0)
    .map((row) => ({
      ...row,
      actual: row.actual / row.customers,
      predicted: {
        'bg-nbd': row.predicted['bg-nbd'] / row.customers,
        'mbg-nbd': row.predicted['mbg-nbd'] / row.customers,
        'pareto-nbd': row.predicted['pareto-nbd'] / row.customers,
      },
    }));
}

export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 864e5);
export const isoDay = (day: number): string => new Date(day * 864e5).toISOString().slice(0, 10);
