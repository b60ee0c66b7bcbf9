import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { Day, ident, join, literal, personsSql, type Sql, type SqlValue, sql } from '../../src/util/sql.ts';
import { nodeEngine, wipe } from '../support/engine.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await nodeEngine();
  await wipe(connector);
  await connector.exec(sql`CREATE TABLE run.safe AS SELECT 1 AS a`);
});
const one = async (statement: Sql) => decode(await connector.query(statement)).values('v')[0];
const intact = async () => expect((await connector.tables()).map(({ name }) => name)).toEqual(['safe']);

/** Text that would break out of a literal or a name if anything could. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom("'", '"', '\\', ';', '--', '/*', '*/', '$$', '\n', '\r', 'drop table run.safe', '${', '客', '😀', '%', '\u2028'))
    .map((parts) => parts.join('')),
  fc.constantFrom("'; drop table run.safe; --", "\\'; drop table run.safe; --", '"; drop table run.safe; --', "' || (select 1) || '"),
);
/** What UTF-8 can carry: no lone halves of a pair, and no NUL. */
const carried = hostile.map((text) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)).replaceAll('\0', ''),
);
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), fc.maxSafeInteger());

describe('a value in SQL comes back as it went in', () => {
  test('text, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(carried, async (text) => {
        expect(await one(sql`SELECT ${text} AS v`)).toBe(text);
      }),
      { numRuns: 400 },
    );
    await intact();
  });

  test('numbers, to the last bit, in front of an operator too', async () => {
    await fc.assert(
      fc.asyncProperty(number, async (value) => {
        expect(await one(sql`SELECT ${value} AS v`)).toBe(value === 0 ? 0 : value);
        expect(await one(sql`SELECT (0 -${value})::DOUBLE AS v`)).toBeCloseTo(0 - value, 10);
      }),
      { numRuns: 300, examples: [[-0], [5e-324], [1.7976931348623157e308], [0.1 + 0.2], [2 ** 53], [-1]] },
    );
  });

  test('64-bit integers', async () => {
    const range = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    await fc.assert(
      fc.asyncProperty(range, async (value) => {
        expect(await one(sql`SELECT CAST(${value} AS VARCHAR) AS v`)).toBe(`${value}`);
      }),
      { numRuns: 100, examples: [[-(2n ** 63n)], [2n ** 63n - 1n]] },
    );
  });

  test('points in time, to the millisecond, and days', async () => {
    const range = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(range, async (date) => {
        const iso = date.toISOString();
        const frame = decode(await connector.query(sql`SELECT ${date} AS t, ${new Day(iso.slice(0, 10))} AS d`));
        expect(frame.numbers('t')[0]).toBe(date.getTime());
        expect(frame.values('d')[0]).toBe(iso.slice(0, 10));
        expect(`${frame.values('t')[0]}`.slice(0, 19)).toBe(iso.slice(0, 19).replace('T', ' '));
      }),
      { numRuns: 200 },
    );
  });

  test('flags, nothing, and lists of them all', async () => {
    expect([await one(sql`SELECT ${true} AS v`), await one(sql`SELECT ${false} AS v`), await one(sql`SELECT ${null} AS v`)]).toEqual([
      true,
      false,
      null,
    ]);
    await fc.assert(
      fc.asyncProperty(fc.array(carried), carried, async (list, text) => {
        expect(await one(sql`SELECT list_contains(${list}::VARCHAR[], ${text}) AS v`)).toBe(list.includes(text));
        expect(await one(sql`SELECT len(${list}::VARCHAR[]) AS v`)).toBe(list.length);
      }),
      { numRuns: 100 },
    );
    await intact();
  });
});

describe('a name in SQL', () => {
  const name = carried.filter((text) => text !== '' && text.length < 200);

  test('is a name, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(name, name, async (column, table) => {
        const statement = sql`WITH ${ident(table)} AS (SELECT 7 AS ${ident(column)}) SELECT ${ident(table, column)} AS v FROM ${ident(table)}`;
        expect(await one(statement)).toBe(7);
      }),
      { numRuns: 300 },
    );
    await intact();
  });

  test('cannot be empty or hold a NUL', () => {
    for (const bad of ['', 'a\0b']) expect(() => ident(bad)).toThrow(RangeError);
    expect(() => ident('run', '')).toThrow(RangeError);
  });
});

test('what has no literal is refused', () => {
  const bad: SqlValue[] = [Number.NaN, Infinity, -Infinity, 'a\0b', new Date(Number.NaN), new Date(8.64e15), 2n ** 63n];
  for (const value of bad) expect(() => literal(value), String(value)).toThrow(RangeError);
  for (const day of ['2024-2-1', '2024-02-30', '2024-13-01', "2024-01-01'", '', '20240101'])
    expect(() => new Day(day), day).toThrow(RangeError);
});

test('pieces are joined as they are', () => {
  expect(join([sql`a = ${1}`, sql`b = ${'x'}`], ' AND ').text).toBe("a = 1 AND b = 'x'");
  expect(join([]).text).toBe('');
  expect(sql`SELECT ${personsSql('1 + 1')}, ${[1, 'a', null]}`.text).toBe("SELECT 1 + 1, [1, 'a', NULL]");
});
