/**
 * An error that a person can act on. `code` names a message in the i18n catalogue (`error.<code>`), `fields` are its
 * arguments; the English message is for logs: lower case, no full stop, the offender last.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: string,
    message: string,
    readonly fields: Readonly<Record<string, string | number>> = {},
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** What a cancelled run rejects with, everywhere. */
export class Cancelled extends AppError {
  constructor() {
    super('cancelled', 'cancelled');
  }
}

/** Throws `Cancelled` if the signal has fired. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Cancelled();
}
