import { Type, tableFromIPC } from '@uwdata/flechette';
import { ident, join, personsSql, type Sql, sql } from '../util/sql.ts';
import type { TableName } from './connector.ts';

/** `CREATE TABLE` for an Arrow stream that has no rows, which the engine's own insert cannot be trusted with. */
export function createEmpty(table: TableName, ipc: Uint8Array): Sql | null {
  if (tableFromIPC(ipc, { useBigInt: true }).numRows > 0) return null;
  return sql`CREATE TABLE ${ident(table.schema, table.name)} ${columnsOf(ipc)}`;
}

/** Names and SQL types of the columns of an Arrow stream, in brackets, as after `CREATE TABLE name`. */
export function columnsOf(ipc: Uint8Array): Sql {
  const { schema } = tableFromIPC(ipc, { useBigInt: true });
  const columns = schema.fields.map((field) => sql`${ident(field.name)} ${personsSql(sqlType(field.type as ArrowType))}`);
  return sql`(${join(columns)})`;
}

interface ArrowType {
  typeId: number;
  bitWidth?: number;
  signed?: boolean;
  precision?: number;
  scale?: number;
  children?: { name: string; type: ArrowType }[];
  dictionary?: ArrowType;
}

function sqlType(type: ArrowType): string {
  switch (type.typeId) {
    case Type.Dictionary:
      return sqlType(type.dictionary as ArrowType);
    case Type.Int:
      return `${type.signed === false ? 'U' : ''}${{ 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[type.bitWidth ?? 32]}`;
    case Type.Float:
      return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
    case Type.Bool:
      return 'BOOLEAN';
    case Type.Decimal:
      return `DECIMAL(${type.precision}, ${type.scale})`;
    case Type.Date:
      return 'DATE';
    case Type.Timestamp:
      return 'TIMESTAMP';
    case Type.Time:
      return 'TIME';
    case Type.Binary:
    case Type.LargeBinary:
    case Type.FixedSizeBinary:
      return 'BLOB';
    case Type.List:
    case Type.LargeList:
    case Type.FixedSizeList:
      return `${sqlType(type.children?.[0]?.type as ArrowType)}[]`;
    default:
      return 'VARCHAR';
  }
}
