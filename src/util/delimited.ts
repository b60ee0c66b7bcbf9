type Value = string | number | boolean | null;

/**
 * Rows as delimited text, quoted where needed (RFC 4180). Text that a spreadsheet would run as a formula (`=…`, `@…`,
 * `+…` or `-…` that is no number) gets an apostrophe in front. Tabs and line ends within a value become spaces in TSV,
 * which knows no quotes.
 */
export function toDelimited(rows: readonly (readonly Value[])[], format: 'csv' | 'tsv'): string {
  const field = format === 'csv' ? csvField : tsvField;
  const [separator, lineEnd] = format === 'csv' ? [',', '\r\n'] : ['\t', '\n'];
  return rows.map((row) => row.map(field).join(separator)).join(lineEnd) + (format === 'csv' ? lineEnd : '');
}

const plain = (value: Value): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  return /^(?:[=@\t\r]|[+-](?![\d\s().,-]*$))/.test(value) ? `'${value}` : value;
};
const csvField = (value: Value) => {
  const written = plain(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
};
const tsvField = (value: Value) => plain(value).replace(/[\t\r\n]+/g, ' ');
