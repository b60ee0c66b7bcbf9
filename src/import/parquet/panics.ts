/**
 * A panic of the WebAssembly reader ends no promise: what waits for it would wait for ever, and the error comes up as
 * an uncaught one. While it is watched for, it is caught and rejects `happened` instead. The reader stays usable.
 */
export function watchPanics(): { happened: Promise<never>; stop(): void } {
  let report: (error: unknown) => void = () => {};
  const happened = new Promise<never>((_, reject) => {
    report = reject;
  });
  happened.catch(() => {});
  return { happened, stop: typeof addEventListener === 'function' ? watchScope(report) : watchProcess(report) };
}

/** In a page or a worker. */
function watchScope(report: (error: unknown) => void): () => void {
  const onError = (event: ErrorEvent) => {
    if (!(event.error instanceof WebAssembly.RuntimeError)) return;
    event.preventDefault();
    report(event.error);
  };
  addEventListener('error', onError);
  return () => removeEventListener('error', onError);
}

/** In Node, one at a time; anything but a panic is thrown on. */
function watchProcess(report: (error: unknown) => void): () => void {
  if (process.hasUncaughtExceptionCaptureCallback()) return () => {};
  process.setUncaughtExceptionCaptureCallback((error) => {
    if (error instanceof WebAssembly.RuntimeError) return report(error);
    process.setUncaughtExceptionCaptureCallback(null);
    throw error;
  });
  return () => process.setUncaughtExceptionCaptureCallback(null);
}
