import { type SqlToken, sqlTokens } from '../util/sql-lexer.ts';

/** A place where SQL names a table: `orders`, `main.orders`, `raw.shop_1`. */
export interface TableReference {
  /** The last part, as the engine reads it: quotes taken off. */
  name: string;
  /** The schema, where one is written. */
  schema: string | null;
  /** The last part in the text, quotes included. */
  start: number;
  end: number;
}

/**
 * The tables that SQL reads, found by where names stand (after FROM, JOIN, a comma between tables, DESCRIBE, PIVOT …).
 * Names of CTEs that are in reach are left out, and so are columns, aliases, functions, strings and comments. A string
 * handed to `query` or `query_table` counts as SQL or as a name. The engine's own `getTableNames` sees through views
 * and throws on absent tables, so it cannot serve here.
 */
export function tableReferences(sql: string): TableReference[] {
  return new Scan(sql).run();
}

/** Those of the known names that SQL reads, spelled as they are known; letters' case does not matter. */
export function knownNames(sql: string, known: Iterable<string>): string[] {
  const spelled = new Map([...known].map((name) => [name.toLowerCase(), name]));
  const found = tableReferences(sql)
    .filter((reference) => reference.schema === null || reference.schema.toLowerCase() === 'main')
    .map((reference) => spelled.get(reference.name.toLowerCase()))
    .filter((name) => name !== undefined);
  return [...new Set(found)];
}

const OPENS = new Set(['from', 'join', 'pivot', 'pivot_wider', 'unpivot', 'pivot_longer', 'describe', 'summarize', 'table']);
const CLOSES = new Set(['where', 'group', 'having', 'window', 'qualify', 'order', 'limit', 'offset', 'on', 'using', 'values', 'set']);
const SETS = new Set(['union', 'except', 'intersect']);
/** Words that may stand where a table is awaited and are none. */
const PASSES = new Set(['lateral', 'only', 'recursive', 'all', 'distinct', 'by', 'name']);
const IS_SQL = new Set(['query', 'query_table']);

/** One pair of parentheses, or the whole statement. */
interface Frame {
  /** FROM begins a clause here: a query has begun. In `extract(year from time)` none has. */
  query: boolean;
  fresh: boolean;
  inFrom: boolean;
  awaitsTable: boolean;
  ctes: Set<string>;
  /** While the list of a WITH is read: what comes next. */
  with: null | { recursive: boolean; at: 'name' | 'columns' | 'as' | 'body'; name: string };
  /** Set on the body of a CTE: the name that its end makes known one level up. */
  defines: string | null;
  /** The argument list of `query(…)`. */
  sqlInStrings: boolean;
}

class Scan {
  private readonly tokens: SqlToken[];
  private readonly frames: Frame[] = [newFrame(true)];
  private readonly found: TableReference[] = [];
  private i = 0;

  constructor(sql: string) {
    this.tokens = sqlTokens(sql);
  }

  run(): TableReference[] {
    for (; this.i < this.tokens.length; this.i += 1) this.step(this.tokens[this.i] as SqlToken);
    return this.found;
  }

  private step(token: SqlToken): void {
    const frame = this.frames.at(-1) as Frame;
    if (token.kind === 'symbol') this.symbol(token.text, frame);
    else if (token.kind === 'string') this.string(token, frame);
    else if (token.kind === 'number') frame.awaitsTable = false;
    else this.name(token, frame);
    if (token.text !== '(') frame.fresh = false;
  }

  private symbol(text: string, frame: Frame): void {
    if (text === '(') this.open(frame);
    else if (text === ')') this.close();
    else if (text === ',') {
      frame.awaitsTable = frame.inFrom;
      if (frame.with && frame.with.at === 'body') frame.with = { ...frame.with, at: 'name' };
    } else if (text === ';') this.frames.splice(0, this.frames.length, newFrame(true));
    else frame.awaitsTable = false;
  }

  private open(frame: Frame): void {
    const before = this.tokens[this.i - 1];
    const inner = newFrame(frame.awaitsTable || !isName(before) || isKeyword(before));
    if (frame.with?.at === 'as') {
      inner.query = true;
      inner.defines = frame.with.name;
      if (frame.with.recursive) inner.ctes.add(frame.with.name);
    } else if (frame.awaitsTable) {
      inner.inFrom = true;
      inner.awaitsTable = true;
    }
    inner.sqlInStrings = before !== undefined && isName(before) && IS_SQL.has(before.text.toLowerCase());
    frame.awaitsTable = false;
    frame.fresh = false;
    this.frames.push(inner);
  }

  private close(): void {
    if (this.frames.length === 1) return;
    const inner = this.frames.pop() as Frame;
    const frame = this.frames.at(-1) as Frame;
    if (inner.defines !== null) frame.ctes.add(inner.defines);
    if (inner.defines !== null && frame.with) frame.with = { ...frame.with, at: 'body' };
  }

  private string(token: SqlToken, frame: Frame): void {
    frame.awaitsTable = false;
    if (!frame.sqlInStrings) return;
    const text = token.text.replace(/^(e?'|\$[^$]*\$)|('|\$[^$]*\$)$/gi, '').replaceAll("''", "'");
    const within = /\s/.test(text) ? tableReferences(text) : [{ name: text, schema: null }];
    for (const { name, schema } of within) this.found.push({ name, schema, start: token.end, end: token.end });
  }

  private name(token: SqlToken, frame: Frame): void {
    const word = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (frame.with && frame.with.at !== 'body' && this.inWith(token, word, frame)) return;
    if (this.keyword(word, frame)) return;
    if (frame.awaitsTable) this.table(frame);
  }

  /** Reads `name [(columns)] AS [NOT] [MATERIALIZED]`; the body is a frame of its own. */
  private inWith(token: SqlToken, word: string, frame: Frame): boolean {
    const state = frame.with as NonNullable<Frame['with']>;
    if (state.at === 'name') {
      if (word === 'recursive') state.recursive = true;
      else frame.with = { ...state, at: 'columns', name: token.text.toLowerCase() };
    } else if (word === 'as') state.at = 'as';
    return true;
  }

  /** Whether the word was one of the grammar's here. */
  private keyword(word: string, frame: Frame): boolean {
    const previous = this.tokens[this.i - 1];
    if (word === '' || previous?.text === '.') return false;
    // The list of a WITH is over: the query itself begins.
    if (frame.with?.at === 'body') frame.with = null;
    if (word === 'with' && frame.fresh) {
      frame.query = true;
      frame.with = { recursive: false, at: 'name', name: '' };
    } else if (word === 'select' || SETS.has(word)) {
      frame.query = true;
      frame.inFrom = false;
      frame.awaitsTable = false;
    } else if (OPENS.has(word) && this.opensClause(word, frame)) {
      frame.query = true;
      frame.inFrom = true;
      frame.awaitsTable = true;
    } else if (CLOSES.has(word)) {
      frame.inFrom = frame.inFrom && (word === 'on' || word === 'using');
      frame.awaitsTable = false;
    } else return frame.awaitsTable && PASSES.has(word) && isName(this.tokens[this.i + 1]);
    return true;
  }

  private opensClause(word: string, frame: Frame): boolean {
    if (word === 'join') return true;
    if (word !== 'from') return frame.fresh || frame.awaitsTable || word.includes('pivot');
    const previous = this.tokens[this.i - 1];
    if (previous?.text.toLowerCase() === 'distinct') {
      const before = this.tokens[this.i - 2]?.text.toLowerCase();
      return before !== 'is' && before !== 'not';
    }
    return frame.query || frame.fresh;
  }

  /** Reads `a.b.c`; a function of that name is none, nor is a CTE. */
  private table(frame: Frame): void {
    const parts = [this.tokens[this.i] as SqlToken];
    while (this.tokens[this.i + 1]?.text === '.' && isName(this.tokens[this.i + 2])) {
      parts.push(this.tokens[this.i + 2] as SqlToken);
      this.i += 2;
    }
    frame.awaitsTable = false;
    const last = parts.at(-1) as SqlToken;
    if (this.tokens[this.i + 1]?.text === '(' && this.tokens[this.i + 1]?.kind === 'symbol') return;
    if (parts.length === 1 && this.frames.some((each) => each.ctes.has(last.text.toLowerCase()))) return;
    this.found.push({ name: last.text, schema: parts.at(-2)?.text ?? null, start: last.start, end: last.end });
  }
}

function newFrame(query: boolean): Frame {
  return { query: false, fresh: query, inFrom: false, awaitsTable: false, ctes: new Set(), with: null, defines: null, sqlInStrings: false };
}

function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted';
}

/** Words after which a parenthesis holds a query or a list and no arguments. */
const BEFORE_QUERY = new Set(
  'in,any,all,some,exists,not,and,or,select,from,join,where,on,as,materialized,union,except,intersect,by,then,else,when,lateral,having,array,case,pivot,unpivot,distinct,having,qualify,limit,offset,values,is,like,between'.split(
    ',',
  ),
);
function isKeyword(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' && BEFORE_QUERY.has(token.text.toLowerCase());
}
