/** Distinct values of a column and, for each row, which of them it has: a logarithm is then taken once per value. */
export interface DistinctIndex {
  values: Float64Array;
  index: Uint32Array;
}

/** O(n) with a map; values in order of appearance. */
export function distinctIndex(column: Float64Array): DistinctIndex {
  const seen = new Map<number, number>();
  const index = new Uint32Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    let at = seen.get(value);
    if (at === undefined) {
      at = seen.size;
      seen.set(value, at);
    }
    index[i] = at;
  }
  return { values: Float64Array.from(seen.keys()), index };
}
