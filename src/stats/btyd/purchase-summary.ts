/**
 * What the BTYD models need of a customer base, counted once per distinct history. All times are in one unit, which is
 * part of the model: rates are per unit, horizons are in it.
 */
export interface PurchaseSummary {
  /** Distinct histories, sorted by x. */
  size: number;
  /** Repeat purchases (the first one not counted), length size. */
  x: Float64Array;
  /** Time from the first to the last purchase; 0 where x is 0. */
  recency: Float64Array;
  /** Time from the first purchase to the end of observation. */
  age: Float64Array;
  /** How many customers have this history. */
  weight: Float64Array;
  /** Σ weight. */
  customers: number;
}

/**
 * Sorts histories by x and merges equal ones. Throws a RangeError on lengths that differ, on negative or fractional
 * counts, and where recency > age: a history like that is an error in the data, not a matter for a model.
 */
export function purchaseSummary(
  x: ArrayLike<number>,
  recency: ArrayLike<number>,
  age: ArrayLike<number>,
  weight?: ArrayLike<number>,
): PurchaseSummary {
  const n = x.length;
  if (recency.length !== n || age.length !== n || (weight && weight.length !== n)) throw new RangeError('histories differ in length');
  for (let i = 0; i < n; i++) {
    const [k, t, end] = [x[i] as number, recency[i] as number, age[i] as number];
    if (!(Number.isInteger(k) && k >= 0 && t >= 0 && t <= end && Number.isFinite(end)))
      throw new RangeError(`not a purchase history: x ${k}, recency ${t}, age ${end}`);
  }
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) =>
      (x[a] as number) - (x[b] as number) || (age[a] as number) - (age[b] as number) || (recency[a] as number) - (recency[b] as number),
  );
  const out = { x: new Float64Array(n), recency: new Float64Array(n), age: new Float64Array(n), weight: new Float64Array(n) };
  let size = 0;
  let customers = 0;
  for (const i of order) {
    const w = weight ? (weight[i] as number) : 1;
    const k = x[i] as number;
    const t = k === 0 ? 0 : (recency[i] as number);
    const last = size - 1;
    if (last < 0 || out.x[last] !== k || out.recency[last] !== t || out.age[last] !== age[i]) {
      out.x[size] = k;
      out.recency[size] = t;
      out.age[size] = age[i] as number;
      size++;
    }
    out.weight[size - 1] = (out.weight[size - 1] as number) + w;
    customers += w;
  }
  return {
    size,
    x: out.x.slice(0, size),
    recency: out.recency.slice(0, size),
    age: out.age.slice(0, size),
    weight: out.weight.slice(0, size),
    customers,
  };
}
