import { daysFromCivil } from '../values/civil.ts';
import type { DateOrder } from '../values/temporal.ts';

/** Where `readAscii` leaves what it read: nothing is allocated for a value. */
export interface AsciiTemporal {
  days: number;
  /** Microseconds into the day; 0 where only a date is given. */
  micros: number;
}

/**
 * Reads the common forms straight from the bytes: `2024-03-05`, `2024/3/5`, `5.3.2024` or `3/5/2024` by order,
 * `20240305`, with ` ` or `T` and `10:00`, `10:00:05`, `10:00:05.123`. False for every other form and for days that do
 * not exist: those go to `parseTemporal`, that knows them all.
 */
export function readAscii(bytes: Uint8Array, start: number, end: number, order: DateOrder, into: AsciiTemporal): boolean {
  let p = start;
  let a = 0;
  for (; p < end && isDigit(bytes[p]); p++) a = a * 10 + (bytes[p] as number) - 48;
  const length = p - start;
  if (length === 8) {
    into.days = daysFromCivil(Math.floor(a / 10_000), Math.floor(a / 100) % 100, a % 100);
  } else {
    const separator = bytes[p];
    if (p >= end || (separator !== 45 && separator !== 47 && separator !== 46)) return false;
    let b = 0;
    const second = ++p;
    for (; p < end && isDigit(bytes[p]); p++) b = b * 10 + (bytes[p] as number) - 48;
    if (p === second || p - second > 2 || p >= end || bytes[p] !== separator) return false;
    let c = 0;
    const third = ++p;
    for (; p < end && isDigit(bytes[p]); p++) c = c * 10 + (bytes[p] as number) - 48;
    const tail = p - third;
    if (length === 4 && (tail === 1 || tail === 2)) into.days = daysFromCivil(a, b, c);
    else if (length < 3 && length > 0 && tail === 4 && order !== 'ymd')
      into.days = order === 'mdy' ? daysFromCivil(c, a, b) : daysFromCivil(c, b, a);
    else return false;
  }
  into.micros = 0;
  if (Number.isNaN(into.days)) return false;
  if (p === end) return true;
  return (bytes[p] === 32 || bytes[p] === 84) && readTime(bytes, p + 1, end, into);
}

function readTime(bytes: Uint8Array, start: number, end: number, into: AsciiTemporal): boolean {
  let p = start;
  let total = 0;
  let parts = 0;
  for (; parts < 3; parts++) {
    const first = p;
    let value = 0;
    for (; p < end && isDigit(bytes[p]); p++) value = value * 10 + (bytes[p] as number) - 48;
    if (p === first || p - first > 2 || value > (parts === 0 ? 23 : 59)) return false;
    total = total * 60 + value;
    if (p === end || bytes[p] !== 58) {
      parts++;
      break;
    }
    p++;
  }
  if (parts < 2) return false;
  let micros = (parts === 2 ? total * 60 : total) * 1e6;
  if (p < end && parts === 3 && bytes[p] === 46) {
    const first = ++p;
    let scale = 1e5;
    for (; p < end && isDigit(bytes[p]); p++, scale /= 10) if (scale >= 1) micros += ((bytes[p] as number) - 48) * scale;
    if (p === first) return false;
  }
  into.micros = micros;
  return p === end;
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;
