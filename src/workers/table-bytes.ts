import { decode } from '../engine/arrow.ts';
import type { ColumnInfo, Connector } from '../engine/connector.ts';
import { ident, join, sql } from '../util/sql.ts';

const SAMPLE = 2_000;
/** DuckDB keeps text of up to 12 bytes in its 16-byte slot, and longer text beside it. */
const INLINE = 12;

/** Rows of a table in `run`, and the bytes that they take in memory as estimated from types and a sample of its text. */
export async function tableBytes(
  connector: Connector,
  table: string,
  columns: readonly ColumnInfo[],
): Promise<{ rows: number; bytes: number }> {
  const texts = columns.filter(({ type }) => type === 'VARCHAR');
  const lengths = texts.map(
    ({ name }) => sql`coalesce(avg(CASE WHEN strlen(${ident(name)}) > ${INLINE} THEN strlen(${ident(name)}) ELSE 0 END), 0)`,
  );
  const from = ident('run', table);
  const sampled =
    texts.length > 0
      ? sql`(SELECT ${join(lengths, ' + ')} FROM (SELECT ${join(texts.map(({ name }) => ident(name)))} FROM ${from} LIMIT ${SAMPLE}))`
      : sql`0`;
  const frame = decode(await connector.query(sql`SELECT count(*) AS rows, CAST(${sampled} AS DOUBLE) AS text FROM ${from}`));
  const rows = frame.numbers('rows')[0] ?? 0;
  const fixed = columns.reduce((sum, { type }) => sum + width(type), 0);
  return { rows, bytes: Math.round(rows * (fixed + (frame.numbers('text')[0] ?? 0))) };
}

function width(type: string): number {
  if (type.endsWith(']') || /^(STRUCT|MAP)/.test(type)) return 64;
  if (/^(BOOLEAN|TINYINT|UTINYINT|ENUM)/.test(type)) return 1;
  if (/^(SMALLINT|USMALLINT)/.test(type)) return 2;
  if (/^(INTEGER|UINTEGER|FLOAT|DATE)/.test(type)) return 4;
  if (/^(VARCHAR|HUGEINT|UHUGEINT|UUID|INTERVAL|BLOB)/.test(type)) return 16;
  return 8;
}
