import type { ColumnType } from '../options.ts';

/** The import's own name for a type of the engine. */
export function columnType(sqlType: string): ColumnType {
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(sqlType)) return 'integer';
  if (/^(DOUBLE|FLOAT|REAL|DECIMAL)/.test(sqlType)) return 'number';
  if (sqlType === 'DATE') return 'date';
  if (sqlType.startsWith('TIMESTAMP')) return 'timestamp';
  return sqlType === 'BOOLEAN' ? 'flag' : 'text';
}
