/**
 * Cholesky factor L of a symmetric positive definite matrix (n×n, row-major): A = L Lᵀ, L lower triangular, row-major.
 * Null where A is not positive definite to working precision. O(n³/3).
 */
export function cholesky(matrix: Float64Array, n: number): Float64Array | null {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * n + j] as number;
      for (let k = 0; k < j; k++) sum -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      if (i === j) {
        if (!(sum > 1e-14 * Math.abs(matrix[i * n + i] as number))) return null;
        lower[i * n + i] = Math.sqrt(sum);
      } else lower[i * n + j] = sum / (lower[j * n + j] as number);
    }
  }
  return lower;
}

/** Inverse of a symmetric positive definite matrix (n×n, row-major); null where it is not positive definite. */
export function invertPositiveDefinite(matrix: Float64Array, n: number): Float64Array | null {
  const lower = cholesky(matrix, n);
  if (!lower) return null;
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let c = 0; c < n; c++) {
    for (let i = 0; i < n; i++) {
      let sum = i === c ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= (lower[i * n + k] as number) * (column[k] as number);
      column[i] = sum / (lower[i * n + i] as number);
    }
    for (let i = n - 1; i >= 0; i--) {
      let sum = column[i] as number;
      for (let k = i + 1; k < n; k++) sum -= (lower[k * n + i] as number) * (column[k] as number);
      column[i] = sum / (lower[i * n + i] as number);
    }
    for (let i = 0; i < n; i++) inverse[i * n + c] = column[i] as number;
  }
  return inverse;
}
