/** A piece of SQL: `word` is bare, `quoted` a name in double quotes (unquoted in `text`), `symbol` one character. */
export interface SqlToken {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol' | 'open';
  text: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_$]*/uy;
const NUMBER = /(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const SPACE = /(?:\s|--[^\n\r]*)+/y;
const DOLLAR = /\$([\p{L}_][\p{L}\p{N}_]*)?\$/uy;
const PICTOGRAPH = /(?:(?!\s)\P{ASCII})+/uy;

/**
 * Splits SQL into tokens the way DuckDB does: comments (nested ones too) and space are left out. What is opened and
 * never closed (a string, a quoted name, a comment) ends the list as a token of kind `open`.
 */
export function sqlTokens(source: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  const push = (kind: SqlToken['kind'], end: number, text = source.slice(at, end)) => {
    tokens.push({ kind, text, start: at, end });
    at = end;
  };
  while (at < source.length) {
    const space = match(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const char = source[at] as string;
    if (source.startsWith('/*', at)) {
      const end = commentEnd(source, at);
      if (end < 0) {
        push('open', source.length);
        break;
      }
      at = end;
      continue;
    }
    const escapes = /[eE]/.test(char) && source[at + 1] === "'";
    if (char === "'" || char === '"' || escapes) {
      const from = escapes ? at + 1 : at;
      const end = quoteEnd(source, from, escapes);
      if (end < 0) push('open', source.length);
      else if (char === '"') push('quoted', end, source.slice(at + 1, end - 1).replaceAll('""', '"'));
      else push('string', end);
      continue;
    }
    const dollar = match(DOLLAR);
    if (dollar) {
      const close = source.indexOf(dollar[0], at + dollar[0].length);
      if (close < 0) push('open', source.length);
      else push('string', close + dollar[0].length);
      continue;
    }
    const word = match(WORD) ?? match(PICTOGRAPH);
    const number = word ? null : match(NUMBER);
    if (word) push('word', at + word[0].length);
    else if (number) push('number', at + number[0].length);
    else push('symbol', at + 1);
  }
  return tokens;
}

function commentEnd(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    if (source.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (source.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function quoteEnd(source: string, from: number, escapes: boolean): number {
  const quote = source[from];
  for (let at = from + 1; at < source.length; at++) {
    if (escapes && source[at] === '\\') at++;
    else if (source[at] === quote) {
      if (source[at + 1] !== quote) return at + 1;
      at++;
    }
  }
  return -1;
}
