import type { DuckDBDataChunk, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import {
  binary,
  bool,
  type Column,
  columnFromValues,
  type DataType,
  dateDay,
  decimal,
  Column as FlechetteColumn,
  field,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  interval,
  list,
  map,
  nullType,
  struct,
  TimeUnit,
  tableFromColumns,
  tableToIPC,
  timeMicrosecond,
  timestamp,
  uint8,
  uint16,
  uint32,
  uint64,
  utf8,
} from '@uwdata/flechette';

/** What native DuckDB holds of a column, as Arrow: how it is stored, what it is called, and each value as it is stored. */
interface Arrow {
  stored: DataType;
  /** The type that the column is labelled with, where it is stored as plain integers. */
  labelled?: DataType;
  of(value: never): unknown;
}

/** Rows of a result, as Arrow IPC stream bytes of the types that DuckDB itself gives to Arrow; what Arrow has no type for is text. */
export function resultToIpc(names: readonly string[], types: readonly DuckDBType[], chunks: readonly DuckDBDataChunk[]): Uint8Array {
  const columns = types.map((type, i) => [names[i], column(arrowOf(type), chunks, i)] as [string, Column<unknown>]);
  const bytes = tableToIPC(tableFromColumns(columns), { format: 'stream' });
  if (!bytes) throw new Error('arrow made no bytes');
  return bytes;
}

const BATCH_ROWS = 122_880;

function column({ stored, labelled, of }: Arrow, chunks: readonly DuckDBDataChunk[], index: number): Column<unknown> {
  const visit = (take: (value: unknown) => void) => {
    for (const chunk of chunks) chunk.visitColumnValues(index, (value) => take(value === null ? null : of(value as never)));
  };
  const built = columnFromValues<unknown>(visit, stored, { maxBatchRows: BATCH_ROWS });
  return labelled ? new FlechetteColumn([...built.data], labelled) : built;
}

const same = (value: unknown) => value;
const micros = (value: { micros: bigint }) => value.micros;

function arrowOf(type: DuckDBType): Arrow {
  const plain = PLAIN[kind(type)];
  if (plain) return plain;
  if ('width' in type && 'scale' in type) {
    return { stored: decimal(type.width, type.scale, 128), of: (value: { value: bigint }) => value.value };
  }
  return nested(type) ?? { stored: utf8(), of: String };
}

/** The name of a type without what stands in brackets. */
const kind = (type: DuckDBType): string => (isCompound(type) ? '' : type.toString());
const isCompound = (type: DuckDBType): boolean => 'width' in type || 'valueType' in type || 'entryTypes' in type || 'memberTypes' in type;

const PLAIN: Readonly<Record<string, Arrow>> = {
  BOOLEAN: { stored: bool(), of: same },
  TINYINT: { stored: int8(), of: same },
  SMALLINT: { stored: int16(), of: same },
  INTEGER: { stored: int32(), of: same },
  BIGINT: { stored: int64(), of: same },
  UTINYINT: { stored: uint8(), of: same },
  USMALLINT: { stored: uint16(), of: same },
  UINTEGER: { stored: uint32(), of: same },
  UBIGINT: { stored: uint64(), of: same },
  HUGEINT: { stored: decimal(38, 0, 128), of: same },
  FLOAT: { stored: float32(), of: same },
  DOUBLE: { stored: float64(), of: same },
  VARCHAR: { stored: utf8(), of: same },
  BLOB: { stored: binary(), of: (value: { bytes: Uint8Array }) => value.bytes },
  DATE: { stored: int32(), labelled: dateDay(), of: (value: { days: number }) => value.days },
  TIME: { stored: timeMicrosecond(), of: micros },
  TIMESTAMP: { stored: int64(), labelled: timestamp(TimeUnit.MICROSECOND), of: micros },
  TIMESTAMP_S: { stored: int64(), labelled: timestamp(TimeUnit.SECOND), of: (value: { seconds: bigint }) => value.seconds },
  TIMESTAMP_MS: { stored: int64(), labelled: timestamp(TimeUnit.MILLISECOND), of: (value: { millis: bigint }) => value.millis },
  TIMESTAMP_NS: { stored: int64(), labelled: timestamp(TimeUnit.NANOSECOND), of: (value: { nanos: bigint }) => value.nanos },
  'TIMESTAMP WITH TIME ZONE': { stored: int64(), labelled: timestamp(TimeUnit.MICROSECOND, 'UTC'), of: micros },
  INTERVAL: {
    stored: interval(),
    of: (value: { months: number; days: number; micros: bigint }) => [value.months, value.days, value.micros * 1000n],
  },
  SQLNULL: { stored: nullType(), of: same },
};

/** Lists, structs and maps; days and instants within them stay the integers that they are stored as. */
function nested(type: DuckDBType): Arrow | null {
  const inner = (of: Arrow['of']) => (value: DuckDBValue) => (value === null ? null : of(value as never));
  if ('entryNames' in type) {
    const parts = type.entryTypes.map(arrowOf);
    const fields = parts.map(({ stored }, i) => field(type.entryNames[i] as string, stored));
    const each = parts.map(({ of }) => inner(of));
    return {
      stored: struct(fields),
      of: (value: { entries: Record<string, DuckDBValue> }) =>
        Object.fromEntries(type.entryNames.map((name, i) => [name, each[i]?.(value.entries[name] ?? null)])),
    };
  }
  if ('keyType' in type) {
    const [key, value] = [arrowOf(type.keyType), arrowOf(type.valueType)];
    return {
      stored: map(key.stored, value.stored),
      of: ({ entries }: { entries: { key: DuckDBValue; value: DuckDBValue }[] }) =>
        entries.map((entry) => [inner(key.of)(entry.key), inner(value.of)(entry.value)]),
    };
  }
  if ('valueType' in type) {
    const item = arrowOf(type.valueType as DuckDBType);
    return { stored: list(item.stored), of: ({ items }: { items: DuckDBValue[] }) => items.map(inner(item.of)) };
  }
  return null;
}
