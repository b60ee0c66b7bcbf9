const WORDS = new Set([
  '',
  'na',
  'n/a',
  '#n/a',
  'null',
  'none',
  'nan',
  'nil',
  '\\n',
  '-',
  '--',
  '—',
  '–',
  '.',
  '?',
  '无',
  '空',
  '缺失',
  '暂无',
]);

/**
 * Whether a value of a column that is not text says that there is none: empty, `NA`, `NULL`, a dash, 无 … In a column
 * of text only the empty value is missing.
 */
export function isMissing(text: string): boolean {
  return text.length <= 4 && WORDS.has(text.trim().toLowerCase());
}
