/** A stretch of text by its offsets. */
export interface Range {
  from: number;
  to: number;
}

/** The word at a 1-based line and column, or the whole line where no column is known; null outside of the text. */
export function errorRange(code: string, line: unknown, column: unknown): Range | null {
  const lines = code.split('\n');
  const text = typeof line === 'number' ? lines[line - 1] : undefined;
  if (typeof line !== 'number' || text === undefined) return null;
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  if (typeof column !== 'number' || column < 1 || column > text.length) {
    const indent = text.length - text.trimStart().length;
    return { from: start + indent, to: start + Math.max(indent, text.trimEnd().length) };
  }
  const word = /^(?:"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}\p{N}_$.]+|.)/u.exec(text.slice(column - 1))?.[0] ?? '';
  return { from: start + column - 1, to: start + column - 1 + Math.max(1, word.length) };
}
