import { columnFromArray, columnFromValues, float64, tableFromColumns, tableToIPC } from '@uwdata/flechette';

/** Columns of numbers as Arrow IPC stream bytes: DOUBLE throughout, NaN as NULL. All of one length, at least one row. */
export function encodeNumbers(columns: Readonly<Record<string, Float64Array>>): Uint8Array {
  const made = Object.entries(columns).map(([name, values]) => [name, column(values)] as [string, ReturnType<typeof column>]);
  const bytes = tableToIPC(tableFromColumns(made), { format: 'stream' });
  if (!bytes) throw new Error('arrow made no bytes');
  return bytes;
}

function column(values: Float64Array) {
  if (!values.some(Number.isNaN)) return columnFromArray(values, float64());
  const known = (visit: (value: number | null) => void) => values.forEach((value) => visit(Number.isNaN(value) ? null : value));
  return columnFromValues(known, float64());
}
