import { AppError } from '../../util/app-error.ts';
import { detectEncoding } from '../sniff/encoding.ts';
import { nameOf } from './chunks.ts';

/** Files up to this size are looked at whole before they are imported. */
const WHOLE = 4 << 20;
const HEAD = 1 << 20;
const PIECE = 64 << 10;
const PIECES = 24;

export interface TextSample {
  encoding: string;
  /** UTF-8 pieces of whole lines: the beginning first, then some from further down. */
  pieces: readonly Uint8Array[];
  /** The pieces are all of the file. */
  whole: boolean;
}

/** Reads the beginning of a file and pieces spread evenly over the rest, as UTF-8 cut at line ends. */
export async function readSample(file: Blob, chosen?: string): Promise<TextSample> {
  const whole = file.size <= WHOLE;
  const head = await read(file, 0, whole ? file.size : HEAD);
  const encoding = chosen ?? detectEncoding(head, whole, nameOf(file));
  const pieces = [cut(decode(head, encoding), false, !whole)];
  for (let i = 1; !whole && i <= PIECES; i++) {
    // even offsets keep UTF-16 in step
    const from = HEAD + 2 * Math.floor(((file.size - HEAD - PIECE) * i) / PIECES / 2);
    pieces.push(cut(decode(await read(file, from, PIECE), encoding), true, from + PIECE < file.size));
  }
  return { encoding, pieces, whole };
}

async function read(file: Blob, from: number, length: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(from, from + length).arrayBuffer());
  } catch (cause) {
    throw new AppError('import.unreadable', `file cannot be read: ${nameOf(file)}`, { file: nameOf(file) }, { cause });
  }
}

function decode(bytes: Uint8Array, encoding: string): Uint8Array {
  if (encoding !== 'utf-8') return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Takes off the line that is cut at the beginning, at the end. */
function cut(bytes: Uint8Array, start: boolean, end: boolean): Uint8Array {
  const newline = bytes.includes(10) ? 10 : 13;
  const from = start ? bytes.indexOf(newline) + 1 : 0;
  const to = end ? bytes.lastIndexOf(newline) + 1 : bytes.length;
  return to > from ? bytes.subarray(from, to) : start ? bytes.subarray(0, 0) : bytes;
}
