import { AppError } from '../../util/app-error.ts';

/** Bytes of the file handled at a time; with it go one insert, one report of progress and one look for a cancel. */
export const CHUNK = 8 << 20;

export interface Chunk {
  /** UTF-8, without a byte order mark. */
  bytes: Uint8Array;
  /** How far into the file this is, in its own bytes. */
  position: number;
  last: boolean;
}

/** The file's text as UTF-8, piece by piece; the next piece is read while one is worked on. */
export async function* readChunks(file: Blob, encoding: string): AsyncGenerator<Chunk> {
  const transcode = encoding === 'utf-8' ? null : transcoder(encoding);
  let next = slice(file, 0);
  for (let position = 0; position < file.size || position === 0; position += CHUNK) {
    const raw = await readable(next, file);
    const last = position + CHUNK >= file.size;
    if (!last) {
      next = slice(file, position + CHUNK);
      next.catch(() => {});
    }
    const bytes = transcode ? transcode(raw, last) : position === 0 ? withoutMark(raw) : raw;
    yield { bytes, position: Math.min(position + CHUNK, file.size), last };
  }
}

const slice = (file: Blob, from: number): Promise<ArrayBuffer> => file.slice(from, from + CHUNK).arrayBuffer();

async function readable(next: Promise<ArrayBuffer>, file: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await next);
  } catch (cause) {
    // the file was changed, moved or deleted after it was chosen
    throw new AppError('import.unreadable', `file cannot be read any more: ${nameOf(file)}`, { file: nameOf(file) }, { cause });
  }
}

export const nameOf = (file: Blob): string => (file as { name?: string }).name ?? '';

function transcoder(encoding: string): (raw: Uint8Array, last: boolean) => Uint8Array {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  return (raw, last) => encoder.encode(decoder.decode(raw, { stream: !last }));
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}
