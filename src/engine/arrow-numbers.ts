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
  const { values } = batch;
  const { typeId, bitWidth, signed, unit } = type;
  const isWide = (typeId === Type.Int && bitWidth === 64) || (typeId === Type.Date && unit !== DateUnit.DAY) || typeId === Type.Timestamp;
  if (isWide) words64(target, values, signed !== false, per(type));
  else if (typeId === Type.Int || typeId === Type.Float || typeId === Type.Date) direct(target, batch);
  else if (typeId === Type.Bool) bits(target, values as unknown as Uint8Array);
  else if (typeId === Type.Decimal) words128(target, values, 10 ** (type.scale ?? 0));
  else if (typeId === Type.Null) target.fill(Number.NaN);
  else throw new TypeError(`not a column of numbers: ${name}`);
}

/** What 64-bit values are divided by to get whole numbers, days or milliseconds. */
function per({ typeId, unit }: RawType): number {
  if (typeId === Type.Date) return 86_400_000;
  if (typeId !== Type.Timestamp || unit === TimeUnit.MILLISECOND) return 1;
  if (unit === TimeUnit.SECOND) return 0.001;
  return unit === TimeUnit.MICROSECOND ? 1_000 : 1_000_000;
}

function direct(target: Float64Array, batch: RawBatch): void {
  const values = batch.values as unknown as Float64Array;
  target.set(values.length === target.length ? values : values.subarray(0, target.length));
}

/** 64-bit integers read as two halves: rounded once, and several times faster than by way of BigInt. */
function words64(target: Float64Array, values: ArrayBufferView, signed: boolean, divisor: number): void {
  const low = new Uint32Array(values.buffer, values.byteOffset, target.length * 2);
  const high = signed ? new Int32Array(values.buffer, values.byteOffset, target.length * 2) : low;
  for (let i = 0; i < target.length; i++) {
    const upper = high[2 * i + 1] as number;
    // Divided in two parts: microseconds of far years do not fit a double, their milliseconds do.
    const whole = divisor > 1 ? Math.floor(upper / divisor) : 0;
    const rest = (upper - whole * divisor) * 4_294_967_296 + (low[2 * i] as number);
    target[i] = divisor > 1 ? whole * 4_294_967_296 + rest / divisor : divisor < 1 ? rest * 1_000 : rest;
  }
}

/** 128-bit integers with a decimal scale; what fits 64 bits, which is nearly all, takes the quick way. */
function words128(target: Float64Array, values: ArrayBufferView, divisor: number): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, target.length * 4);
  const signed = new Int32Array(values.buffer, values.byteOffset, target.length * 4);
  for (let i = 0; i < target.length; i++) {
    const w1 = signed[4 * i + 1] as number;
    const extension = w1 < 0 ? 0xffffffff : 0;
    const value =
      words[4 * i + 2] === extension && words[4 * i + 3] === extension ? w1 * 4_294_967_296 + (words[4 * i] as number) : wide(words, 4 * i);
    target[i] = divisor === 1 ? value : value / divisor;
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
