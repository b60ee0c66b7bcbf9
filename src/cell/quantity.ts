/** What a number counts or measures. Every number that a person sees has one. */
export type Unit =
  | 'count' // a plain count of things that the label names
  | 'customers'
  | 'orders'
  | 'rows'
  | 'share' // 0…1, shown as per cent
  | 'points' // a difference of two shares, or an NPS as one (-1…1), shown as points: 0.052 is 5.2 points
  | 'money' // in the notebook's currency
  | 'days'
  | 'weeks'
  | 'months'
  | 'date' // ISO day
  | 'score' // a rank or a scale value, as 1…5
  | 'number'; // a dimensionless figure: a coefficient, a ratio, an index

/** A value with its unit; `low`–`high` is an interval at `level` (0.95 unless said). `null` means not known. */
export interface Quantity {
  value: number | string | null;
  unit: Unit;
  low?: number;
  high?: number;
  level?: number;
}

export const quantity = (
  value: number | string | null,
  unit: Unit,
  interval?: { low: number; high: number; level?: number },
): Quantity => ({
  value: typeof value === 'number' && !Number.isFinite(value) ? null : value,
  unit,
  ...interval,
});
