import type { DuckDBAppender, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type Column, TimeUnit, Type, tableFromIPC } from '@uwdata/flechette';
import type { RawType } from './arrow-numbers.ts';
import { columnValues } from './arrow-values.ts';

type Api = typeof import('@duckdb/node-api');

/** Appends the rows of an Arrow IPC stream to a table that was made for its schema, 2,048 at a time. */
export function appendIpc(api: Api, appender: DuckDBAppender, ipc: Uint8Array): void {
  const table = tableFromIPC(ipc, { useBigInt: true, useBigIntTimestamp: true, useDecimalInt: true, useMap: true });
  const types = Array.from({ length: appender.columnCount }, (_, i) => appender.columnType(i));
  const columns = (table.children as Column<unknown>[]).map((column) => nativeValues(api, column));
  for (let start = 0; start < table.numRows; start += ROWS) {
    const size = Math.min(ROWS, table.numRows - start);
    const chunk = api.DuckDBDataChunk.create(types as DuckDBType[], size);
    columns.forEach((values, i) => {
      chunk.setColumnValues(i, values.slice(start, start + size));
    });
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
}

const ROWS = 2048;

function nativeValues(api: Api, column: Column<unknown>): DuckDBValue[] {
  const type = (column.type.typeId === Type.Dictionary ? (column.type as { dictionary: unknown }).dictionary : column.type) as ListType;
  const write = writer(api, type);
  if (!write) return columnValues(column) as DuckDBValue[];
  return Array.from(column, (value) => (value === null || value === undefined ? null : write(value as never)));
}

interface ListType extends RawType {
  precision?: number;
  children?: readonly { type: ListType }[];
}

/** How one value is handed to DuckDB; null for what it takes as text. */
function writer(api: Api, type: ListType): ((value: never) => DuckDBValue) | null {
  switch (type.typeId) {
    case Type.Int:
    case Type.Float:
    case Type.Bool:
    case Type.Utf8:
    case Type.LargeUtf8:
      return (value: DuckDBValue) => value;
    case Type.Decimal:
      return (value: bigint) => api.decimalValue(BigInt(value), type.precision ?? 38, type.scale ?? 0);
    case Type.Date:
      return (milliseconds: number) => new api.DuckDBDateValue(Number(milliseconds) / 86_400_000);
    case Type.Timestamp:
      return (value: bigint) => new api.DuckDBTimestampValue(toMicroseconds(BigInt(value), type.unit));
    case Type.Time:
      return (value: bigint | number) => new api.DuckDBTimeValue(toMicroseconds(BigInt(value), type.unit));
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return (bytes: Uint8Array) => api.blobValue(bytes);
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList: {
      const inner = writer(api, type.children?.[0]?.type as ListType) ?? ((value: unknown) => JSON.stringify(value));
      return (values: Iterable<unknown>) => api.listValue(Array.from(values, (value) => (value === null ? null : inner(value as never))));
    }
    default:
      return null;
  }
}

function toMicroseconds(value: bigint, unit: number | undefined): bigint {
  if (unit === TimeUnit.SECOND) return value * 1_000_000n;
  if (unit === TimeUnit.MILLISECOND) return value * 1_000n;
  return unit === TimeUnit.NANOSECOND ? value / 1_000n : value;
}
