import type { Dialect } from './dialect.ts';
import type { Records } from './records.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

/** A quoted value may not be longer: where a quote stays open, a damaged line must not swallow the file. */
const LONGEST_RECORD = 4 << 20;

export type ScanFault = 'too_few_fields' | 'too_many_fields' | 'open_quote';

/** A record that was left out; `fields` is how many it has, `filled` the same without empty ones at its end. */
export interface FaultyRecord {
  code: ScanFault;
  start: number;
  end: number;
  line: number;
  fields: number;
  filled: number;
}

export interface ScanState {
  /** Where to go on in the bytes. */
  position: number;
  /** The line on which that is, 1-based. */
  line: number;
}

/**
 * Finds the fields of the next records in `records.bytes` up to `end` and adds them to `records`: as many as there is
 * room for, and complete ones only, unless these bytes are the file's last. A byte after `end` must be writable: it is made a line end for the
 * while. Records of another width than `records.width` are left out and reported (too wide by empty fields only is
 * as wide as it should be), blank lines are passed over. With a width of 0 every record is reported.
 * A quote counts as one at the beginning of a field, and ends it only before a delimiter or a line end.
 */
export function scanRecords(
  records: Records,
  state: ScanState,
  end: number,
  last: boolean,
  dialect: Dialect,
  fault: (record: FaultyRecord) => void,
): void {
  const { bytes, width, starts, ends, escaped } = records;
  const { delimiter, quote, escape: escapeByte, newline, runs } = dialect;
  const capacity = records.lines.length;
  const sentinel = bytes[end];
  bytes[end] = newline;
  let { position: p, line } = state;
  let count = records.count;
  scanning: while (p < end && count < capacity) {
    const recordStart = p;
    const recordLine = line;
    const base = count * width;
    let fields = 0;
    let filled = 0;
    for (;;) {
      while (bytes[p] === SPACE || (bytes[p] === TAB && delimiter !== TAB)) p++;
      let s = p;
      let e: number;
      let marked = 0;
      if (bytes[p] === quote && p < end) {
        s = ++p;
        e = -1;
        for (;;) {
          while (bytes[p] !== quote && p < end) {
            if (bytes[p] === newline) line++;
            else if (bytes[p] === escapeByte && bytes[p + 1] === quote && p + 1 < end) {
              marked = 1;
              p++;
            }
            p++;
          }
          if (p >= end) break;
          if (escapeByte === quote && bytes[p + 1] === quote && p + 1 < end) {
            marked = 1;
            p += 2;
            continue;
          }
          let after = p + 1;
          while (after < end && (bytes[after] === SPACE || bytes[after] === CR || (bytes[after] === TAB && delimiter !== TAB))) {
            if (bytes[after] === delimiter) break;
            after++;
          }
          if (after >= end && !last) break;
          if (bytes[after] === delimiter || bytes[after] === newline) {
            e = p;
            p = after;
            break;
          }
          p++;
        }
        if (e < 0 || p - recordStart > LONGEST_RECORD) {
          if (!last && end - recordStart <= LONGEST_RECORD) {
            p = recordStart;
            line = recordLine;
            break scanning;
          }
          const stop = lineEnd(bytes, recordStart, end, newline);
          fault({ code: 'open_quote', start: recordStart, end: stop, line: recordLine, fields, filled });
          p = Math.min(stop + 1, end);
          line = recordLine + 1;
          continue scanning;
        }
      } else {
        while (bytes[p] !== delimiter && bytes[p] !== newline) p++;
        e = p;
        if (newline === LF && bytes[p] === LF && bytes[e - 1] === CR && e > s) e--;
        while (e > s && (bytes[e - 1] === SPACE || bytes[e - 1] === TAB)) e--;
      }
      if (p >= end && !last) {
        p = recordStart;
        line = recordLine;
        break scanning;
      }
      let over = bytes[p] === newline;
      if (runs && !over) {
        while (bytes[p + 1] === SPACE) p++;
        over = bytes[p + 1] === newline || (bytes[p + 1] === CR && bytes[p + 2] === newline);
        if (over) p += bytes[p + 1] === CR ? 2 : 1;
        if (over && p >= end && !last) {
          p = recordStart;
          line = recordLine;
          break scanning;
        }
      }
      if (fields < width) {
        starts[base + fields] = s;
        ends[base + fields] = e;
        escaped[base + fields] = marked;
      }
      fields++;
      if (e > s) filled = fields;
      p++;
      if (over) break;
    }
    line++;
    const stop = p - 1;
    if (fields === width || (fields > width && filled <= width && width > 0)) {
      // nothing but delimiters, as spreadsheets leave below a table
      if (filled === 0) continue;
      records.lines[count++] = recordLine;
    } else if (!isBlank(bytes, recordStart, stop)) {
      fault({
        code: fields < width ? 'too_few_fields' : 'too_many_fields',
        start: recordStart,
        end: stop,
        line: recordLine,
        fields,
        filled,
      });
    }
  }
  if (sentinel !== undefined) bytes[end] = sentinel;
  records.count = count;
  state.position = Math.min(p, end);
  state.line = line;
}

function lineEnd(bytes: Uint8Array, from: number, end: number, newline: number): number {
  const found = bytes.indexOf(newline, from);
  return found < 0 || found > end ? end : found;
}

function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let p = from; p < to; p++) {
    const byte = bytes[p];
    if (byte !== SPACE && byte !== TAB && byte !== CR) return false;
  }
  return true;
}
