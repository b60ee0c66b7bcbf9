/**
 * Records of a chunk of text as positions in its bytes: field `c` of record `r` is `bytes[starts[i]…ends[i]]` with
 * `i = r × width + c`, its quotes taken off, spaces around an unquoted value too.
 */
export interface Records {
  bytes: Uint8Array;
  width: number;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where a field holds doubled or escaped quotes, that `decodeField` resolves. */
  escaped: Uint8Array;
  /** The line in the file on which each record begins. */
  lines: Float64Array;
}

/** Room for `capacity` records of `width` fields. */
export function emptyRecords(width: number, capacity: number): Records {
  return {
    bytes: new Uint8Array(0),
    width,
    count: 0,
    starts: new Int32Array(width * capacity),
    ends: new Int32Array(width * capacity),
    escaped: new Uint8Array(width * capacity),
    lines: new Float64Array(capacity),
  };
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** A field as text; bytes that are no UTF-8 become U+FFFD. */
export function decodeField(records: Records, index: number, quote: string, escapedBy: string): string {
  const text = decoder.decode(records.bytes.subarray(records.starts[index], records.ends[index]));
  return records.escaped[index] ? text.replaceAll(escapedBy + quote, quote) : text;
}
