import { ident, join, type RangeRule, type RunContext, type Sql, sql } from '../../src/cell/index.ts';
import type { RfmParams } from './params.ts';
import { EIGHT, ELEVEN, FIELDS, OTHERS, presetRules, type Scale } from './segments.ts';

/** Cut points, ascending; a value equal to one is on its lower side. Null where ranks decide. */
export interface Cuts {
  r: readonly number[];
  f: readonly number[];
  m: readonly number[];
}

export const DIMENSIONS = ['r', 'f', 'm'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const VALUE_OF: Readonly<Record<Dimension, Sql>> = { r: sql`recency_days`, f: sql`frequency`, m: sql`monetary` };

/** Cut points that a person set, put in order, without repeats. */
export function fixedCuts(params: RfmParams): Cuts {
  const ordered = (cuts: readonly number[]) => [...new Set(cuts)].sort((a, b) => a - b);
  return { r: ordered(params.recencyCuts), f: ordered(params.frequencyCuts), m: ordered(params.monetaryCuts) };
}

/** Quantiles of type 7 (linear between order statistics, as R's default and NumPy's) at i / bins, over all customers. */
export async function quantileCuts(context: RunContext<RfmParams>, customers: Sql, bins: number): Promise<Cuts> {
  const at = Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins);
  const columns = DIMENSIONS.map((d) => sql`unnest(quantile_cont(${VALUE_OF[d]}::DOUBLE, ${at})) as ${ident(d)}`);
  const frame = await context.query(sql`select ${join(columns)} from ${customers}`);
  const cut = (d: Dimension) => Array.from(frame.numbers(d)).filter((value) => !Number.isNaN(value));
  return { r: cut('r'), f: cut('f'), m: cut('m') };
}

/** How many scores there are in each dimension. */
export function scaleOf(params: RfmParams, cuts: Cuts | null): Scale {
  if (params.method !== 'fixed' || !cuts) return { r: params.bins, f: params.bins, m: params.bins, top: params.bins };
  const [r, f, m] = [cuts.r.length + 1, cuts.f.length + 1, cuts.m.length + 1];
  return { r, f, m, top: Math.max(r, f, m) };
}

/** The scores 1…bins as SQL columns `r, f, m TINYINT`; a short time since the last purchase scores high. */
export function cutScores(cuts: Cuts): Record<Dimension, Sql> {
  const above = (value: Sql, points: readonly number[], operator: Sql) =>
    sql`(1${join(
      points.map((point) => sql` + (${value} ${operator} ${point})::TINYINT`),
      '',
    )})::TINYINT`;
  return {
    r: above(VALUE_OF.r, cuts.r, sql`<=`),
    f: above(VALUE_OF.f, cuts.f, sql`>`),
    m: above(VALUE_OF.m, cuts.m, sql`>`),
  };
}

/** Scores by rank: groups of equal size, ties split in the order of the customer key. */
export function rankScores(scale: Scale): Record<Dimension, Sql> {
  const ranked = (d: Dimension, order: Sql) => sql`(ntile(${scale[d]}) over (order by ${order}, customer))::TINYINT`;
  return { r: ranked('r', sql`recency_days desc`), f: ranked('f', sql`frequency`), m: ranked('m', sql`monetary`) };
}

/** `select customer, recency_days, frequency, monetary, r, f, m` over the table of customers. */
export const scored = (customers: Sql, scores: Record<Dimension, Sql>): Sql =>
  sql`select customer, recency_days, frequency, monetary, ${scores.r} as r, ${scores.f} as f, ${scores.m} as m from ${customers}`;

/** The rules in force, over the scores at hand. */
export function rulesOf(params: RfmParams, scale: Scale): readonly RangeRule[] {
  if (params.segments === 'own') return params.rules;
  return presetRules(params.segments === 'eight' ? EIGHT : ELEVEN, scale);
}

/** The segment of a customer as SQL over `r, f, m` (or `r2, f2, m2`): the first rule whose every range holds. */
export function segmentSql(rules: readonly RangeRule[], params: RfmParams, scale: Scale, suffix: '' | '2' = ''): Sql {
  const values = fieldSql(params, scale, suffix);
  const cases = rules.map((rule) => {
    const tests = FIELDS.flatMap((field) => {
      const range = rule.ranges[field];
      return range ? [sql`${values[field]} between ${range[0]} and ${range[1]}`] : [];
    });
    return sql` when ${tests.length > 0 ? join(tests, ' and ') : sql`true`} then ${rule.name}`;
  });
  return cases.length > 0 ? sql`case${join(cases, '')} else ${OTHERS} end` : sql`${OTHERS}`;
}

/** The weighted mean of the three scores, from 1 to the highest score; equal weights where all are 0. */
export function scoreSql(params: RfmParams, scale: Scale): Sql {
  return fieldSql(params, scale).score;
}

/** The scores side by side, as `543`; with a hyphen where a score can have two digits. */
export function codeSql(scale: Scale): Sql {
  return scale.top > 9 ? sql`concat_ws('-', r, f, m)` : sql`concat(r, f, m)`;
}

function fieldSql(params: RfmParams, scale: Scale, suffix = ''): Record<(typeof FIELDS)[number], Sql> {
  const column = (d: Dimension) => ident(d + suffix);
  const stretched = (d: Dimension) =>
    scale[d] === scale.top ? column(d) : sql`(1 + (${column(d)} - 1) * ${(scale.top - 1) / (scale[d] - 1)}::DOUBLE)`;
  const given = [params.weightR, params.weightF, params.weightM] as const;
  const [r, f, m] = given.some((weight) => weight > 0) ? given : ([1, 1, 1] as const);
  return {
    r: column('r'),
    f: column('f'),
    m: column('m'),
    fm:
      scale.f === scale.top && scale.m === scale.top
        ? sql`((${column('f')} + ${column('m')}) / 2.0::DOUBLE)`
        : sql`round((${stretched('f')} + ${stretched('m')}) / 2.0, 4)`,
    score: sql`round((${r} * ${stretched('r')} + ${f} * ${stretched('f')} + ${m} * ${stretched('m')}) / ${r + f + m}::DOUBLE, 4)`,
  };
}
