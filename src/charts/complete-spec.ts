import type { TopLevelSpec } from 'vega-lite';
import type { ChartSpec, Row } from '../cell/index.ts';
import { AppError } from '../util/app-error.ts';
import { checkSpec } from './check-spec.ts';
import type { Scheme } from './palette.ts';
import { chartTheme } from './theme.ts';
import { dayFormat, onUtc } from './utc-time.ts';

/** The most rows that a chart may carry; what has more is for a table. */
export const MAX_CHART_ROWS = 5000;

export interface CompleteOptions {
  width: number;
  scheme: Scheme;
}

/**
 * Makes a cell's spec into one that can be drawn: checked, with its rows as the data set `table`, its size and the
 * theme. Single and layered charts fill `width`; composed ones (facet, concat, repeat) size their parts themselves.
 * Throws an AppError `chart.refused` or `chart.rows`.
 */
export function completeSpec(spec: ChartSpec, rows: readonly Row[], { width, scheme }: CompleteOptions): TopLevelSpec {
  checkSpec(spec);
  checkRows(rows);
  const timed = onUtc(spec);
  const format = dayFormat(timed.days);
  const { $schema: _, data: __, config: own, ...rest } = timed.spec as ChartSpec & { config?: object };
  const single = 'mark' in spec || 'layer' in spec;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    ...(single ? { width, height: width < 480 ? 240 : 320, autosize: { type: 'fit-x', contains: 'padding' } } : {}),
    ...rest,
    data: { name: 'table', values: rows.map((row) => ({ ...row })), ...(format ? { format } : {}) },
    config: mergeConfig(chartTheme(scheme) as Group, (own ?? {}) as Group),
  } as unknown as TopLevelSpec;
}

function checkRows(rows: readonly Row[]): void {
  if (rows.length > MAX_CHART_ROWS)
    throw new AppError('chart.rows', `chart has too many rows: ${rows.length}`, { rows: rows.length, limit: MAX_CHART_ROWS });
  for (const row of rows)
    for (const [name, value] of Object.entries(row))
      if (value !== null && typeof value === 'object')
        throw new AppError('chart.refused', `chart refused for value: table.${name}`, { reason: 'value', path: `table.${name}` });
}

type Group = Readonly<Record<string, unknown>>;
const isGroup = (value: unknown): value is Group => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The theme, with what a spec sets on top of it, group by group. */
function mergeConfig(theme: Group, own: Group): Group {
  const merged: Record<string, unknown> = { ...theme };
  for (const [name, value] of Object.entries(own)) {
    const base = merged[name];
    merged[name] = isGroup(base) && isGroup(value) ? mergeConfig(base, value) : value;
  }
  return merged;
}
