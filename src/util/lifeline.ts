/**
 * A lock that a worker holds for as long as it lives. The browser gives a dead worker's locks away, so that whoever
 * waits for the lock learns of the death, of which there is no event.
 */
export function holdLifeline(name: string): Promise<void> {
  return new Promise((held) => {
    if (!navigator.locks) return held();
    void navigator.locks.request(name, () => {
      held();
      return new Promise(() => {});
    });
  });
}

/** Calls back when the holder of a lifeline is gone; returns the way to stop waiting. */
export function watchLifeline(name: string, onGone: () => void): () => void {
  const stop = new AbortController();
  navigator.locks?.request(name, { signal: stop.signal }, () => onGone()).catch(() => {});
  return () => stop.abort();
}
