import { type Column, columnFromArray, Table, tableFromIPC, tableToIPC, timestamp, utf8 } from '@uwdata/flechette';
import type { FieldPlan } from './field-plan.ts';

/** An Arrow stream as the engine can take it: zones taken off, nested values as JSON text; untouched if there are none. */
export function repair(ipc: Uint8Array, plan: readonly FieldPlan[]): Uint8Array {
  if (plan.every(({ how }) => how === 'keep' || how === 'dictionary')) return ipc;
  const table = tableFromIPC(ipc, { useBigInt: true });
  const columns = table.children.map((column, i) => {
    const { how } = plan[i] as FieldPlan;
    return how === 'utc' ? withoutZone(column) : how === 'json' ? asJson(column) : column;
  });
  const fields = table.schema.fields.map((field, i) => ({ ...field, type: (columns[i] as Column<unknown>).type }));
  return tableToIPC(new Table({ ...table.schema, fields }, columns), { format: 'stream' }) as Uint8Array;
}

function withoutZone(column: Column<unknown>): Column<unknown> {
  const type = timestamp((column.type as { unit: 0 | 1 | 2 | 3 }).unit, null);
  const data = column.data.map((batch) => Object.assign(Object.create(Object.getPrototypeOf(batch)), batch, { type }));
  return Object.assign(Object.create(Object.getPrototypeOf(column)), column, { type, data });
}

/** One batch, as the streams that come here have. */
function asJson(column: Column<unknown>): Column<unknown> {
  const texts = Array.from(column, jsonText);
  return columnFromArray(texts, utf8(), { maxBatchRows: Math.max(1, texts.length) }) as Column<unknown>;
}

/** A nested value as JSON; bytes as hex, 64-bit integers as numbers in full. */
export function jsonText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Uint8Array) return hex(value);
  if (typeof value !== 'object') return String(value);
  return write(value);
}

function write(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'bigint') return value.toString();
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value instanceof Uint8Array) return JSON.stringify(hex(value));
  if (value instanceof Map) return `{${[...value].map(([k, v]) => `${JSON.stringify(String(k))}:${write(v)}`).join(',')}}`;
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return `[${Array.from(value as Iterable<unknown>, write).join(',')}]`;
  if (typeof value === 'object')
    return `{${Object.entries(value)
      .map(([k, v]) => `${JSON.stringify(k)}:${write(v)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
