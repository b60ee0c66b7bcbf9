import { AppError, Cancelled } from '../util/app-error.ts';

/**
 * What the engine threw, as an error that a person can act on: `Cancelled`, `engine.memory`, or `sql` with the
 * statement, the engine's message without its drawing, and the 1-based line and column where it points at one.
 */
export function engineError(cause: unknown, statement: string): AppError {
  if (cause instanceof AppError) return cause;
  const raw = unwrap(cause instanceof Error ? cause.message : String(cause));
  if (/^(query was canceled|INTERRUPT)/i.test(raw) || /Interrupted!?$/.test(raw)) return new Cancelled();
  if (/^Out of Memory Error|bad_alloc|Cannot enlarge memory|memory access out of bounds|Array buffer allocation failed/i.test(raw)) {
    return new AppError('engine.memory', 'out of memory', { sql: statement }, { cause });
  }
  const message = headline(raw);
  return new AppError('sql', lowerKind(message), { sql: statement, message, ...position(raw, statement) }, { cause });
}

/** Some of the engine's errors arrive as JSON, and some hold another error within. */
function unwrap(message: string): string {
  if (!message.startsWith('{')) return message;
  try {
    const { exception_type: type, exception_message: text } = JSON.parse(message) as Record<string, string>;
    const inner = text?.match(/\nError: ([\s\S]*)$/)?.[1];
    return inner ?? (type && text ? `${type} Error: ${text}` : message);
  } catch {
    return message;
  }
}

/** The message up to the quoted line; hints that follow it come in front of it already. */
function headline(message: string): string {
  return message.split(/\n+LINE \d+:/)[0]?.trim() || message.trim();
}

/**
 * The caret stands under the offending character of `LINE n: …`, which the engine shortens with `...` where the line
 * is long; the shown piece is found again in the statement.
 */
function position(message: string, statement: string): { line?: number; column?: number } {
  const match = message.match(/LINE (\d+): ([^\n]*)\n([ ]*)\^/);
  if (!match) return {};
  const line = Number(match[1]);
  const shown = match[2] ?? '';
  const caret = (match[3] ?? '').length - `LINE ${line}: `.length;
  const source = statement.split('\n')[line - 1];
  if (source === undefined || caret < 0) return { line };
  const cut = shown.startsWith('...') && !source.startsWith('...');
  const piece = shown.slice(cut ? 3 : 0).replace(/\.\.\.$/, '');
  const start = source.indexOf(piece);
  return start < 0 ? { line } : { line, column: start + caret - (cut ? 3 : 0) + 1 };
}

/** `Binder Error: …` as `binder error: …`. */
const lowerKind = (text: string): string => text.replace(/^[A-Z][\w ]*Error: /, (kind) => kind.toLowerCase());
