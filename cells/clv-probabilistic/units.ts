/** Days in a unit of time; a month is a twelfth of 365.25 days. */
export const DAYS = { day: 1, week: 7, month: 365.25 / 12, year: 365.25 } as const;

export type TimeUnit = 'day' | 'week' | 'month';

/** The horizon in units of the model. */
export function horizonIn(unit: TimeUnit, params: { horizon: number; horizonUnit: 'week' | 'month' | 'year' }): number {
  return (params.horizon * DAYS[params.horizonUnit]) / DAYS[unit];
}
