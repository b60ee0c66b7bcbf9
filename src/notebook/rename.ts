import { sqlTokens } from '../util/sql-lexer.ts';
import { NAME } from './names.ts';
import { tableReferences } from './sql-names.ts';

/**
 * Renames tables in SQL, by old name and new: where they are read, and where they qualify a column
 * (`rfm_scores.segment`). Everything else stays to the letter.
 */
export function renameInSql(sql: string, renames: Readonly<Record<string, string>>): string {
  const to = new Map(Object.entries(renames).map(([from, name]) => [from.toLowerCase(), name]));
  const read = tableReferences(sql).filter(
    (reference) => to.has(reference.name.toLowerCase()) && (reference.schema ?? 'main').toLowerCase() === 'main',
  );
  if (read.length === 0) return sql;

  const places = new Map(read.filter((r) => r.end > r.start).map((r) => [r.start, { end: r.end, name: r.name }]));
  const readNames = new Set(read.map((reference) => reference.name.toLowerCase()));
  const tokens = sqlTokens(sql);
  tokens.forEach((token, i) => {
    const isHead = tokens[i + 1]?.text === '.' && tokens[i - 1]?.text !== '.';
    if ((token.kind === 'word' || token.kind === 'quoted') && isHead && readNames.has(token.text.toLowerCase())) {
      places.set(token.start, { end: token.end, name: token.text });
    }
  });

  let text = '';
  let at = 0;
  for (const [start, { end, name }] of [...places].sort(([a], [b]) => a - b)) {
    text += sql.slice(at, start) + written(to.get(name.toLowerCase()) as string);
    at = end;
  }
  return text + sql.slice(at);
}

/** Renames the alias in `{{alias.fact}}`. */
export function renameInProse(text: string, from: string, to: string): string {
  return text.replace(/(\{\{\s*)([^{}.\s]+)(\s*\.[^{}]*\}\})/g, (whole, open: string, alias: string, rest: string) =>
    alias.toLowerCase() === from.toLowerCase() ? open + to + rest : whole,
  );
}

function written(name: string): string {
  return NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
