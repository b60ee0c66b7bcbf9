const MAGIC = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];
const END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** Messages of an Arrow IPC stream, one after the other, closed by the end marker. */
export function joinStream(parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const stream = new Uint8Array(size + END.length);
  let at = 0;
  for (const part of parts) {
    stream.set(part, at);
    at += part.length;
  }
  stream.set(END, at);
  return stream;
}

/** The stream inside an Arrow IPC file: what stands between its magic and its footer; a stream comes back as it is. */
export function asStream(bytes: Uint8Array): Uint8Array {
  if (!MAGIC.every((byte, i) => bytes[i] === byte)) return bytes;
  const tail = bytes.length - MAGIC.length - 4;
  const footer = new DataView(bytes.buffer, bytes.byteOffset + tail, 4).getInt32(0, true);
  return bytes.subarray(8, tail - footer);
}
