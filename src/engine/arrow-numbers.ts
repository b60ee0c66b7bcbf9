import { type Column, DateUnit, TimeUnit, Type } from '@uwdata/flechette';

/** The parts of a flechette batch and type that are read here; its published types leave them out. */
export interface RawBatch {
  length: number;
  nullCount: number;
  validity?: Uint8Array;
  values: ArrayBufferView & ArrayLike<number | bigint>;
  at(index: number): unknown;
}
export interface RawType {
  typeId: number;
  bitWidth?: number;
  signed?: boolean;
  scale?: number;
  unit?: number;
}

/**
 * A column as numbers, NULL as NaN, without a box per row: dates as days, timestamps as milliseconds since 1970,
 * flags as 0 and 1. Throws a TypeError for text and nested types.
 */
export function columnNumbers(column: Column<unknown>, name: string): Float64Array {
  const type = column.type as RawType;
  const numbers = new Float64Array(column.length);
  let offset = 0;
  for (const batch of column.data as unknown as RawBatch[]) {
    const target = numbers.subarray(offset, offset + batch.length);
    fill(target, batch, type, name);
    if (batch.nullCount > 0 && batch.validity) blank(target, batch.validity);
    offset += batch.length;
  }
  return numbers;
}

function fill(target: Float64Array, batch: RawBatch, type: RawType, name: string): void {
  switch (type.typeId) {
    case Type.Int:
      return type.bitWidth === 64 ? words64(target, batch.values, type.signed !== false, 1) : direct(target, batch);
    case Type.Float:
      return direct(target, batch);
    case Type.Bool:
      return bits(target, batch.values as unknown as Uint8Array);
    case Type.Decimal:
      return words128(target, batch.values, 10 ** (type.scale ?? 0));
    case Type.Date:
      return type.unit === DateUnit.DAY ? direct(target, batch) : words64(target, batch.values, true, 86_400_000);
    case Type.Timestamp:
      return words64(target, batch.values, true, perMillisecond(type.unit));
    case Type.Null:
      target.fill(Number.NaN);
      return;
    default:
      throw new TypeError(`not a column of numbers: ${name}`);
  }
}

/** How many units of a timestamp make a millisecond (a thousandth where the unit is the second). */
export function perMillisecond(unit: number | undefined): number {
  if (unit === TimeUnit.SECOND) return 0.001;
  if (unit === TimeUnit.MILLISECOND) return 1;
  return unit === TimeUnit.MICROSECOND ? 1_000 : 1_000_000;
}

function direct(target: Float64Array, batch: RawBatch): void {
  const values = batch.values as unknown as Float64Array;
  target.set(values.length === target.length ? values : values.subarray(0, target.length));
}

/** 64-bit integers read as two halves: rounded once, and several times faster than by way of BigInt. */
function words64(target: Float64Array, values: ArrayBufferView, signed: boolean, per: number): void {
  const low = new Uint32Array(values.buffer, values.byteOffset, target.length * 2);
  const high = signed ? new Int32Array(values.buffer, values.byteOffset, target.length * 2) : low;
  for (let i = 0; i < target.length; i++) {
    const value = (high[2 * i + 1] as number) * 4_294_967_296 + (low[2 * i] as number);
    target[i] = per === 1 ? value : per < 1 ? value * 1_000 : value / per;
  }
}

/** 128-bit integers with a decimal scale; what fits 64 bits, which is nearly all, takes the quick way. */
function words128(target: Float64Array, values: ArrayBufferView, per: number): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, target.length * 4);
  const signed = new Int32Array(values.buffer, values.byteOffset, target.length * 4);
  for (let i = 0; i < target.length; i++) {
    const w1 = signed[4 * i + 1] as number;
    const extension = w1 < 0 ? 0xffffffff : 0;
    const value =
      words[4 * i + 2] === extension && words[4 * i + 3] === extension ? w1 * 4_294_967_296 + (words[4 * i] as number) : wide(words, 4 * i);
    target[i] = per === 1 ? value : value / per;
  }
}

function wide(words: Uint32Array, at: number): number {
  let value = 0n;
  for (let k = 3; k >= 0; k--) value = (value << 32n) | BigInt(words[at + k] as number);
  return Number(BigInt.asIntN(128, value));
}

function bits(target: Float64Array, bytes: Uint8Array): void {
  for (let i = 0; i < target.length; i++) target[i] = ((bytes[i >> 3] as number) >> (i & 7)) & 1;
}

function blank(target: Float64Array, validity: Uint8Array): void {
  for (let i = 0; i < target.length; i++) if ((((validity[i >> 3] as number) >> (i & 7)) & 1) === 0) target[i] = Number.NaN;
}
