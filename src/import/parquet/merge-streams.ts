/**
 * Arrow streams of one schema as one stream with all of their batches; without dictionaries, whose ids would clash.
 * A stream is a row of messages: a marker, the length of the metadata, the metadata and a body whose length it names.
 */
export function mergeStreams(streams: readonly Uint8Array[]): Uint8Array {
  const [first] = streams;
  if (!first || streams.length === 1) return first ?? new Uint8Array(0);
  const parts = [
    first.subarray(0, endOfMessages(first)),
    ...streams.slice(1).map((stream) => stream.subarray(endOfSchema(stream), endOfMessages(stream))),
  ];
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  const merged = new Uint8Array(size + END.length);
  let at = 0;
  for (const part of parts) {
    merged.set(part, at);
    at += part.length;
  }
  merged.set(END, at);
  return merged;
}

const END = Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0);

/** The schema is the first message, and has no body. */
function endOfSchema(stream: Uint8Array): number {
  return 8 + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
}

/** Where the end marker begins, if there is one. */
function endOfMessages(stream: Uint8Array): number {
  return END.every((byte, i) => stream[stream.length - END.length + i] === byte) ? stream.length - END.length : stream.length;
}
