import { tableFromIPC } from '@uwdata/flechette';
import type { ParquetFile } from 'parquet-wasm/esm';
import { uniqueNames } from '../sniff/names.ts';
import { type FieldPlan, planFields } from './field-plan.ts';

/** The columns of an open Parquet file and how each gets into the engine. */
export function planOf(parquet: ParquetFile): FieldPlan[] {
  const { fields } = tableFromIPC(parquet.schema().intoIPCStream(), { useBigInt: true }).schema;
  return planFields(fields, uniqueNames(fields.map(({ name }) => name)));
}
