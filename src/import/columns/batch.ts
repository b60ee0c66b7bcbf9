import { batchType, Column, type DataType, field, Table, tableToIPC } from '@uwdata/flechette';

/** The values of one column of one batch, in Arrow's layout. */
export interface ColumnBatch {
  type: DataType;
  length: number;
  values: Int32Array | BigInt64Array | Float64Array | Uint8Array;
  /** For text. */
  offsets?: Int32Array;
  nulls: Nulls;
}

/** Which rows are missing: Arrow's validity bitmap, made when the first is. */
export class Nulls {
  count = 0;
  bits: Uint8Array | null = null;
  constructor(readonly length: number) {}
  set(row: number): void {
    this.bits ??= new Uint8Array((this.length + 7) >> 3).fill(255);
    this.bits[row >> 3] = (this.bits[row >> 3] ?? 0) & ~(1 << (row & 7));
    this.count++;
  }
}

const NONE = new Uint8Array(0);

/** A batch of columns as the bytes of an Arrow IPC stream. */
export function batchToIpc(names: readonly string[], batches: readonly ColumnBatch[]): Uint8Array {
  const columns = batches.map(({ type, length, values, offsets, nulls }) => {
    const Batch = batchType(type, {}) as unknown as new (options: object) => never;
    const batch = new Batch({ length, nullCount: nulls.count, type, validity: nulls.bits ?? NONE, values, offsets });
    return new Column([batch], type);
  });
  const fields = columns.map((column, i) => field(names[i] ?? `column_${i + 1}`, column.type, true));
  const schema = { version: 4, endianness: 0, fields, metadata: null, dictionaryTypes: new Map() };
  const ipc = tableToIPC(new Table(schema as never, columns), { format: 'stream' });
  if (!ipc) throw new Error('no bytes from the arrow encoder');
  return ipc;
}
