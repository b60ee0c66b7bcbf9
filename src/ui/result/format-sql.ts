import { type SqlToken, sqlTokens } from '../../util/sql-lexer.ts';

const CLAUSES = new Set('select from where group order having qualify window limit union except intersect with join values'.split(' '));
const JOIN_KINDS = new Set('left right full inner cross semi anti asof natural positional outer'.split(' '));

/**
 * SQL with a line for each clause, indented by the depth of its subquery. Only white space outside of quotes and
 * comments changes, so that what is copied runs as before.
 */
export function formatSql(source: string): string {
  const tokens = sqlTokens(source);
  /** For each open parenthesis, whether a query stands in it. */
  const queries: boolean[] = [];
  const newLine = () => `\n${'  '.repeat(queries.filter(Boolean).length)}`;
  let out = '';
  let end = 0;
  tokens.forEach((token, i) => {
    const gap = source.slice(end, token.start);
    const opensQuery = queries.at(-1) === true && tokens[i - 1]?.text === '(';
    const closesQuery = token.text === ')' && token.kind === 'symbol' && queries.pop() === true;
    if (gap.trim() !== '') out += gap;
    else if (opensQuery || closesQuery || (out !== '' && startsClause(tokens, i) && queries.at(-1) !== false)) out += newLine();
    else if (gap !== '' && out !== '') out += ' ';
    out += source.slice(token.start, token.end);
    if (token.text === '(' && token.kind === 'symbol') queries.push(isWord(tokens[i + 1], 'select') || isWord(tokens[i + 1], 'with'));
    end = token.end;
  });
  return (out + source.slice(end)).trim();
}

function startsClause(tokens: readonly SqlToken[], i: number): boolean {
  const word = lower(tokens[i]);
  const before = lower(tokens[i - 1]);
  if (JOIN_KINDS.has(word)) return !JOIN_KINDS.has(before) && leadsToJoin(tokens, i);
  if (word === 'join') return !JOIN_KINDS.has(before);
  if (word === 'from' && before === 'distinct') return false;
  return CLAUSES.has(word) && before !== '.' && before !== 'as';
}

function leadsToJoin(tokens: readonly SqlToken[], i: number): boolean {
  let next = i;
  while (JOIN_KINDS.has(lower(tokens[next]))) next += 1;
  return lower(tokens[next]) === 'join';
}

const lower = (token: SqlToken | undefined) => (token?.kind === 'word' || token?.kind === 'symbol' ? token.text.toLowerCase() : '');
const isWord = (token: SqlToken | undefined, word: string) => token?.kind === 'word' && lower(token) === word;
