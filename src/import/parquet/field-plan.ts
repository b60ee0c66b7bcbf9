import { type DataType, type Field, Precision, Type } from '@uwdata/flechette';

/** How one column of a Parquet file gets into the engine. */
export interface FieldPlan {
  name: string;
  /** The type of the table's column, as DuckDB writes it. */
  sqlType: string;
  /**
   * `keep`: the Arrow data as it is; `dictionary`: the same, by number into a list of values. `utc`: a timestamp with a time zone, whose values are UTC already; the zone is
   * taken off, as the engine would drop it anyway. `json`: lists, structs and the like, written out as JSON text.
   */
  how: 'keep' | 'dictionary' | 'utc' | 'json';
}

/** Plans the columns; names have been made unique. */
export function planFields(fields: readonly Field[], names: readonly string[]): FieldPlan[] {
  return fields.map((field, i) => ({ name: names[i] as string, ...planType(field.type) }));
}

function planType(type: DataType): Omit<FieldPlan, 'name'> {
  const keep = (sqlType: string) => ({ sqlType, how: 'keep' as const });
  switch (type.typeId) {
    case Type.Dictionary:
      return { ...planType(type.dictionary), how: 'dictionary' };
    case Type.Int:
      return keep(`${type.signed ? '' : 'U'}${{ 8: 'TINYINT', 16: 'SMALLINT', 32: 'INTEGER', 64: 'BIGINT' }[type.bitWidth]}`);
    case Type.Float:
      return keep(type.precision === Precision.DOUBLE ? 'DOUBLE' : 'FLOAT');
    case Type.Bool:
      return keep('BOOLEAN');
    case Type.Decimal:
      return type.precision <= 38 ? keep(`DECIMAL(${type.precision}, ${type.scale})`) : { sqlType: 'VARCHAR', how: 'json' };
    case Type.Date:
      return keep('DATE');
    case Type.Time:
      return keep('TIME');
    case Type.Timestamp:
      return { sqlType: 'TIMESTAMP', how: type.timezone ? 'utc' : 'keep' };
    case Type.Utf8:
    case Type.LargeUtf8:
      return keep('VARCHAR');
    default:
      return { sqlType: 'VARCHAR', how: 'json' };
  }
}
