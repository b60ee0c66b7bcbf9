/**
 * A lexer for DuckDB's SQL: enough to know which words are names. Comments and white space are left out. It never
 * throws: what is not closed ends with the text.
 */
export interface SqlToken {
  kind: 'word' | 'quoted' | 'string' | 'number' | 'symbol';
  /** A word as written; a quoted name or a string without its quotes and doublings; a symbol of one character. */
  text: string;
  /** Where it stands in the SQL, quotes included. */
  start: number;
  end: number;
}

const SPACE = /\s+/y;
const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy;
const NUMBER = /(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[+-]?\d+)?/iy;
const DOLLAR_TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy;

/** The tokens of a statement, in order. Linear in the length of the text. */
export function sqlTokens(sql: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(sql)?.[0];
  };
  const push = (kind: SqlToken['kind'], text: string, end: number): void => {
    tokens.push({ kind, text, start: at, end });
    at = end;
  };

  while (at < sql.length) {
    const space = match(SPACE);
    if (space) at += space.length;
    else if (sql.startsWith('--', at)) at = lineEnd(sql, at);
    else if (sql.startsWith('/*', at)) at = commentEnd(sql, at);
    else if (sql[at] === "'" || sql[at] === '"') {
      const quote = sql[at] as string;
      const end = quotedEnd(sql, at, quote, false);
      push(quote === '"' ? 'quoted' : 'string', unquote(sql.slice(at, end), quote), end);
    } else if (/^e'/i.test(sql.slice(at, at + 2))) {
      const end = quotedEnd(sql, at + 1, "'", true);
      push('string', sql.slice(at + 2, Math.max(at + 2, end - 1)), end);
    } else if (sql[at] === '$') {
      const tag = match(DOLLAR_TAG);
      if (!tag) push('symbol', '$', at + 1);
      else {
        const close = sql.indexOf(tag, at + tag.length);
        const until = close < 0 ? sql.length : close;
        push('string', sql.slice(at + tag.length, until), close < 0 ? until : close + tag.length);
      }
    } else {
      const word = match(WORD);
      const number = word ? undefined : match(NUMBER);
      if (word) push('word', word, at + word.length);
      else if (number) push('number', number, at + number.length);
      else push('symbol', sql[at] as string, at + 1);
    }
  }
  return tokens;
}

function lineEnd(sql: string, from: number): number {
  const end = sql.indexOf('\n', from);
  return end < 0 ? sql.length : end + 1;
}

/** Block comments nest. */
function commentEnd(sql: string, from: number): number {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = from;
  let depth = 0;
  for (let found = edge.exec(sql); found; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return sql.length;
}

/** After the closing quote; a doubled quote is part of the text, and so is an escaped one in `e'…'`. */
function quotedEnd(sql: string, from: number, quote: string, escapes: boolean): number {
  for (let at = from + 1; at < sql.length; at += 1) {
    if (escapes && sql[at] === '\\') at += 1;
    else if (sql[at] === quote) {
      if (sql[at + 1] !== quote) return at + 1;
      at += 1;
    }
  }
  return sql.length;
}

function unquote(quoted: string, quote: string): string {
  const closed = quoted.length > 1 && quoted.endsWith(quote);
  return quoted.slice(1, closed ? -1 : undefined).replaceAll(quote + quote, quote);
}
