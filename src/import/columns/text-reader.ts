import { utf8 } from '@uwdata/flechette';
import type { Records } from '../text/records.ts';
import { isUtf8 } from '../text/utf8.ts';
import { type ColumnBatch, Nulls } from './batch.ts';
import type { ColumnReader, Decode, Unfit } from './reader.ts';

const encoder = new TextEncoder();

/** Text, copied byte by byte. NULs are taken out and broken UTF-8 is marked with U+FFFD; both are told. */
export class TextReader implements ColumnReader {
  readonly sqlType = 'VARCHAR';
  constructor(readonly decode: Decode) {}

  read(records: Records, column: number, unfit: Unfit): ColumnBatch {
    const { bytes, starts, ends, escaped, width, count } = records;
    const offsets = new Int32Array(count + 1);
    const nulls = new Nulls(count);
    let room = 0;
    for (let row = 0, i = column; row < count; row++, i += width) room += (ends[i] as number) - (starts[i] as number);
    let values = new Uint8Array(room);
    let o = 0;
    for (let row = 0, i = column; row < count; row++, i += width) {
      const s = starts[i] as number;
      const e = ends[i] as number;
      const from = o;
      let seen = 0;
      let nul = false;
      for (let p = s; p < e; p++) {
        const byte = bytes[p] as number;
        seen |= byte;
        if (byte === 0) nul = true;
        values[o++] = byte;
      }
      if (s === e) nulls.set(row);
      else if (nul || escaped[i] === 1 || (seen > 127 && !isUtf8(bytes, s, e))) {
        const text = this.decode(records, i);
        if (nul) unfit(row, column, 'nul');
        else if (seen > 127 && !isUtf8(bytes, s, e)) unfit(row, column, 'encoding');
        const mended = encoder.encode(text.replaceAll('\0', ''));
        // U+FFFD takes more bytes than what it stands for
        const more = mended.length - (e - s);
        if (more > 0) {
          const larger = new Uint8Array(values.length + more);
          larger.set(values.subarray(0, from));
          values = larger;
        }
        values.set(mended, from);
        o = from + mended.length;
      }
      offsets[row + 1] = o;
    }
    return { type: utf8(), length: count, values: values.subarray(0, o), offsets, nulls };
  }
}
