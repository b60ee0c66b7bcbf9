import { type Column, TimeUnit, Type } from '@uwdata/flechette';
import type { FrameValue } from '../util/frame.ts';
import { columnNumbers, type RawType } from './arrow-numbers.ts';
import { dayText, timestampText, timeText } from './iso.ts';

/** A column as plain values: numbers, flags, text; dates and timestamps as the engine itself writes them. */
export function columnValues(column: Column<unknown>): FrameValue[] {
  const type = column.type as RawType;
  switch (type.typeId) {
    case Type.Int:
    case Type.Float:
    case Type.Decimal:
      return exact(column, columnNumbers(column, ''));
    case Type.Date:
      return mapped(column, (milliseconds) => dayText(Number(milliseconds) / 86_400_000));
    case Type.Timestamp:
      return mapped(column, (value) => timestampText(toMicroseconds(value as bigint, type.unit)));
    case Type.Time:
      return mapped(column, (value) => timeText(BigInt(value as bigint)));
    default:
      return mapped(column, plain);
  }
}

function mapped(column: Column<unknown>, write: (value: unknown) => FrameValue): FrameValue[] {
  const values: FrameValue[] = new Array(column.length);
  let at = 0;
  for (const value of column) values[at++] = value === null || value === undefined ? null : write(value);
  return values;
}

/** NULL is told from NaN, and an integer that a double cannot hold, as a long order number, is kept whole as text. */
function exact(column: Column<unknown>, numbers: Float64Array): FrameValue[] {
  const values: FrameValue[] = Array.from(numbers);
  const { typeId, bitWidth } = column.type as RawType;
  const long = typeId === Type.Int && bitWidth === 64;
  for (let i = 0; i < values.length; i++) {
    const value = numbers[i] as number;
    if (Number.isNaN(value)) values[i] = column.at(i) === null ? null : value;
    else if (long && !Number.isSafeInteger(value)) values[i] = String(column.at(i));
  }
  return values;
}

function toMicroseconds(value: bigint, unit: number | undefined): bigint {
  if (unit === TimeUnit.SECOND) return value * 1_000_000n;
  if (unit === TimeUnit.MILLISECOND) return value * 1_000n;
  return unit === TimeUnit.MICROSECOND ? value : value / 1_000n;
}

function plain(value: unknown): FrameValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'bigint') return Number(inner);
    if (inner instanceof Map) return Object.fromEntries(inner);
    return ArrayBuffer.isView(inner) && !(inner instanceof DataView) ? Array.from(inner as unknown as ArrayLike<unknown>) : inner;
  });
}
