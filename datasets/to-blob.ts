/**
 * Collects chunks of text as a file, giving way to other work about every 50 ms. Browsers keep large blobs on disk, so
 * that memory holds little more than a few chunks.
 */
export async function toBlob(chunks: Iterable<string>, type = 'text/csv', signal?: AbortSignal): Promise<Blob> {
  const parts: Blob[] = [];
  let pending: string[] = [];
  let since = performance.now();
  for (const chunk of chunks) {
    pending.push(chunk);
    if (performance.now() - since < 50) continue;
    parts.push(new Blob(pending));
    pending = [];
    await new Promise((done) => setTimeout(done));
    signal?.throwIfAborted();
    since = performance.now();
  }
  return new Blob([...parts, ...pending], { type });
}
