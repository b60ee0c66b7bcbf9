/**
 * SQL text that is safe to run. It is made only here: values become typed literals, names go through one quoting
 * function, and whatever a person typed is marked as such with `personsSql`.
 */
export class Sql {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

/** A calendar day, `YYYY-MM-DD`, that becomes a DATE literal. */
export class Day {
  constructor(readonly iso: string) {
    const time = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Date.parse(iso) : Number.NaN;
    if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso) throw new RangeError(`not a day: ${iso}`);
  }
}

export type SqlValue = string | number | bigint | boolean | null | Date | Day | readonly SqlValue[];

/** The tag: `sql\`select ${value} from ${ident(name)}\``. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | SqlValue)[]): Sql {
  let text = strings[0] ?? '';
  values.forEach((value, i) => {
    text += (value instanceof Sql ? value.text : literal(value).text) + (strings[i + 1] ?? '');
  });
  return new Sql(text);
}

/** A quoted identifier; parts are joined with dots: `ident('run', 'rfm_scores')`. */
export function ident(...parts: readonly string[]): Sql {
  for (const part of parts) if (part === '' || part.includes('\0')) throw new RangeError('not a name: it is empty or holds a NUL');
  return new Sql(parts.map((part) => `"${part.replaceAll('"', '""')}"`).join('.'));
}

/** A typed literal. Throws a RangeError on NaN, infinities, invalid dates, integers beyond 64 bits and text with NUL. */
export function literal(value: SqlValue): Sql {
  if (value === null) return new Sql('NULL');
  if (typeof value === 'boolean') return new Sql(value ? 'TRUE' : 'FALSE');
  if (typeof value === 'bigint') return new Sql(bigintLiteral(value));
  if (typeof value === 'number') return new Sql(numberLiteral(value));
  if (typeof value === 'string') return new Sql(textLiteral(value));
  if (value instanceof Day) return new Sql(`DATE '${value.iso}'`);
  if (value instanceof Date) return new Sql(`TIMESTAMP '${timestamp(value)}'`);
  return new Sql(`[${value.map((item) => literal(item).text).join(', ')}]`);
}

/** Joins pieces with a separator, `, ` by default. */
export function join(parts: readonly Sql[], separator = ', '): Sql {
  return new Sql(parts.map((part) => part.text).join(separator));
}

/** SQL that a person wrote in a cell of their own; never text from a file or a value. */
export function personsSql(text: string): Sql {
  return new Sql(text);
}

function numberLiteral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a finite number: ${value}`);
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '0' : value < 0 ? `(${value})` : `${value}`;
  const plain = `${value}`;
  // DuckDB reads digits without an exponent as DECIMAL, and its cast to DOUBLE rounds twice beyond 15 of them.
  const digits = plain.replace(/\D/g, '').replace(/^0+/, '').length;
  return `(${digits > 15 ? value.toExponential() : plain}::DOUBLE)`;
}

function bigintLiteral(value: bigint): string {
  if (BigInt.asIntN(64, value) !== value) throw new RangeError(`not an integer of 64 bits: ${value}`);
  return `CAST(${value} AS BIGINT)`;
}

function textLiteral(value: string): string {
  if (value.includes('\0')) throw new RangeError('text holds a NUL character');
  return `'${value.replaceAll("'", "''")}'`;
}

function timestamp(value: Date): string {
  const year = value.getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('not a date of the years 1 to 9999');
  return value.toISOString().replace('T', ' ').replace('Z', '');
}
