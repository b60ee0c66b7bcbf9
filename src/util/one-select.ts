import { AppError } from './app-error.ts';
import { sqlTokens } from './sql-lexer.ts';

const STARTS = ['select', 'with', 'from', 'values', 'summarize', 'describe', 'show', 'pivot', 'unpivot', 'table'];

/**
 * A person's SQL as one statement that only reads, without its last semicolon. Errors: `sql.empty`, `sql.many` (a
 * semicolon amid it), `sql.not-a-select` with the word it starts with, `sql.unclosed` (a quote, comment or bracket).
 */
export function oneSelect(code: string): { text: string; start: string } {
  const tokens = sqlTokens(code);
  while (tokens.at(-1)?.text === ';' && tokens.at(-1)?.kind === 'symbol') tokens.pop();
  const last = tokens.at(-1);
  if (!last) throw new AppError('sql.empty', 'there is no statement');
  const start = tokens.find((token) => !(token.kind === 'symbol' && token.text === '('))?.text.toLowerCase() ?? '(';
  if (tokens.some((token) => token.kind === 'symbol' && token.text === ';')) throw new AppError('sql.many', 'more than one statement');
  balanced(tokens);
  if (!STARTS.includes(start)) throw new AppError('sql.not-a-select', `only a statement that reads is run here: ${start}`, { start });
  return { text: code.slice(0, last.end), start };
}

/** Checks that an expression of a person's is one expression: nothing left open, no statement after it. */
export function oneExpression(code: string): string {
  const tokens = sqlTokens(code);
  if (tokens.length === 0) throw new AppError('sql.empty', 'there is no expression');
  if (tokens.some((token) => token.kind === 'symbol' && token.text === ';')) throw new AppError('sql.many', 'more than one statement');
  balanced(tokens);
  return code.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end);
}

function balanced(tokens: ReturnType<typeof sqlTokens>): void {
  const pairs: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
  const open: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'open')
      throw new AppError('sql.unclosed', `never closed: ${token.text.slice(0, 40)}`, { text: token.text.slice(0, 40) });
    if (token.kind !== 'symbol') continue;
    if ('([{'.includes(token.text)) open.push(token.text);
    else if (token.text in pairs && open.pop() !== pairs[token.text]) {
      throw new AppError('sql.unclosed', `closed but never opened: ${token.text}`, { text: token.text });
    }
  }
  const text = open.at(-1);
  if (text) throw new AppError('sql.unclosed', `never closed: ${text}`, { text });
}
