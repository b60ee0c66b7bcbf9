import type { View } from '../cell/index.ts';

/** A view without a number that JSON and people have no word for: NaN and infinities become null, intervals of them go. */
export function plainView(view: View): View {
  return plain(view) as View;
}

export function plain(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return Number(value);
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const interval = !entries.some(
    ([key, inner]) => (key === 'low' || key === 'high') && typeof inner === 'number' && !Number.isFinite(inner),
  );
  return Object.fromEntries(
    entries.filter(([key]) => interval || (key !== 'low' && key !== 'high')).map(([key, inner]) => [key, plain(inner)]),
  );
}
