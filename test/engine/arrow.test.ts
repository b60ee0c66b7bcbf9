import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { personsSql, type Sql, sql } from '../../src/util/sql.ts';
import { nodeEngine } from '../support/engine.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await nodeEngine();
});
const frame = async (statement: Sql) => decode(await connector.query(statement));
const ask = (text: string) => frame(personsSql(text));

describe('numbers', () => {
  test.each([
    'TINYINT',
    'UTINYINT',
    'SMALLINT',
    'INTEGER',
    'UINTEGER',
    'BIGINT',
    'UBIGINT',
    'HUGEINT',
    'FLOAT',
    'DOUBLE',
    'DECIMAL(4,1)',
    'DECIMAL(38,10)',
  ])('of type %s are numbers, with NULL apart', async (type) => {
    const found = await ask(`SELECT x::${type} AS v FROM (VALUES (1), (NULL), (100), (0)) t(x)`);
    expect([...found.numbers('v')]).toEqual([1, Number.NaN, 100, 0]);
    expect(found.values('v')).toEqual([1, null, 100, 0]);
  });

  test('of 64 and 128 bits are the nearest double, signs and all', async () => {
    const wide = fc.bigInt({ min: -(2n ** 126n), max: 2n ** 126n });
    const long = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    await fc.assert(
      fc.asyncProperty(wide, long, fc.integer({ min: 0, max: 12 }), async (h, b, scale) => {
        const cents = BigInt.asIntN(60, h);
        const decimal = `${cents}`.replace(
          /^(-?)(\d+)$/,
          (_, sign, digits) => `${sign}${digits.padStart(scale + 1, '0').replace(new RegExp(`(\\d{${scale}})$`), '.$1')}`,
        );
        const found = await ask(`SELECT '${h}'::HUGEINT AS h, '${b}'::BIGINT AS b, '${decimal}'::DECIMAL(38,${scale}) AS d`);
        expect(found.numbers('h')[0]).toBe(Number(h));
        expect(found.numbers('b')[0]).toBe(Number(b));
        const d = found.numbers('d')[0] ?? Number.NaN;
        expect(Math.abs(d - Number(decimal))).toBeLessThanOrEqual(Math.abs(Number(decimal)) * 4e-16);
        expect(found.values('b')[0]).toEqual(Number.isSafeInteger(Number(b)) ? Number(b) : `${b}`);
      }),
      {
        numRuns: 200,
        examples: [
          [-1n, -1n, 0],
          [-(2n ** 64n), 2n ** 53n + 1n, 2],
          [2n ** 63n, -(2n ** 63n), 3],
        ],
      },
    );
  });

  test('of sums, counts and flags need no cast', async () => {
    const found = await ask('SELECT sum(range) AS s, count(*) AS n, avg(range) AS m, bool_and(range >= 0) AS f FROM range(10)');
    expect(found.rows()).toEqual([{ s: 45, n: 10, m: 4.5, f: true }]);
    expect([...found.numbers('f')]).toEqual([1]);
  });

  test('keep NaN and infinities apart from NULL', async () => {
    const found = await ask("SELECT x::DOUBLE AS v FROM (VALUES ('NaN'), (NULL), ('Infinity'), ('-Infinity')) t(x)");
    expect(found.values('v')).toEqual([Number.NaN, null, Infinity, -Infinity]);
  });

  test('of dates are days, of timestamps of any unit milliseconds', async () => {
    const found = await ask(
      `SELECT DATE '1970-01-02' AS d, TIMESTAMP '1969-12-31 23:59:59.5' AS us, '2024-01-02 03:04:05'::TIMESTAMP_S AS s,
        '2024-01-02 03:04:05.25'::TIMESTAMP_MS AS ms, '2024-01-02 03:04:05.25'::TIMESTAMP_NS AS ns`,
    );
    const instant = Date.UTC(2024, 0, 2, 3, 4, 5);
    expect(['d', 'us', 's', 'ms', 'ns'].map((name) => found.numbers(name)[0])).toEqual([1, -500, instant, instant + 250, instant + 250]);
  });

  test('are none in text, and none of a column that is not there', async () => {
    const found = await ask("SELECT 'x' AS v");
    expect(() => found.numbers('v')).toThrow(TypeError);
    expect(() => found.values('w')).toThrow(RangeError);
  });
});

describe('dates and times', () => {
  test('are written as the engine writes them', async () => {
    const microseconds = fc.bigInt({ min: -100_000_000_000_000_000n, max: 400_000_000_000_000_000n });
    await fc.assert(
      fc.asyncProperty(fc.array(microseconds, { minLength: 1, maxLength: 20 }), async (list) => {
        const values = list.map((us) => `(make_timestamp(${us}))`).join();
        const found = await ask(
          `SELECT t, t::VARCHAR AS t_, t::DATE AS d, t::DATE::VARCHAR AS d_, t::TIME AS c, t::TIME::VARCHAR AS c_, t::TIMESTAMP_S AS s, t::TIMESTAMP_S::VARCHAR AS s_,
            t::TIMESTAMP_MS AS m, t::TIMESTAMP_MS::VARCHAR AS m_ FROM (VALUES ${values}) x(t)`,
        );
        for (const name of ['t', 'd', 'c', 's', 'm']) expect(found.values(name)).toEqual(found.values(`${name}_`));
      }),
      { numRuns: 60 },
    );
  });

  test('that never are, or are long ago, are written too', async () => {
    const found = await ask(
      "SELECT x::DATE AS d, x::DATE::VARCHAR AS d_, x::TIMESTAMP AS t, x::TIMESTAMP::VARCHAR AS t_ FROM (VALUES ('infinity'), ('-infinity'), ('0044-03-15 (BC)'), ('12024-01-01'), ('epoch')) v(x)",
    );
    expect(found.values('d')).toEqual(found.values('d_'));
    expect(found.values('t')).toEqual(found.values('t_'));
  });
});

describe('the rest', () => {
  test('is plain: text, flags, enums, identifiers, and JSON text of what is nested', async () => {
    const found = await ask(
      `SELECT 'a' AS t, '客😀' AS u, TRUE AS f, 'b'::ENUM('a', 'b') AS e, [1, NULL, 3] AS l, {'k': 1, 'd': 'x'} AS s, MAP {'a': 1} AS m,
        NULL AS n, '\\xAB'::BLOB AS b, 'f47ac10b-58cc-4372-a567-0e02b2c3d479'::UUID AS i`,
    );
    expect(found.rows()).toEqual([
      {
        t: 'a',
        u: '客😀',
        f: true,
        e: 'b',
        l: '[1,null,3]',
        s: '{"k":1,"d":"x"}',
        m: '{"a":1}',
        n: null,
        b: 'ab',
        i: 'f47ac10b-58cc-4372-a567-0e02b2c3d479',
      },
    ]);
  });

  test('keeps its nulls over many batches', async () => {
    const found = await ask(
      "SELECT CASE WHEN range % 3 = 0 THEN NULL ELSE range END AS n, CASE WHEN range % 5 = 0 THEN NULL ELSE 'v' || range END AS t FROM range(10000)",
    );
    const numbers = found.numbers('n');
    const texts = found.values('t');
    for (let i = 0; i < 10_000; i++) {
      expect(numbers[i]).toBe(i % 3 === 0 ? Number.NaN : i);
      expect(texts[i]).toBe(i % 5 === 0 ? null : `v${i}`);
    }
  });

  test('keeps the first of two columns of one name', async () => {
    const found = await frame(sql`SELECT 1 AS a, 2 AS a`);
    expect([found.names, found.rows()]).toEqual([['a', 'a'], [{ a: 1 }]]);
  });

  test('is quick: a million rows of three numbers within half a second', async () => {
    const ipc = await connector.query(sql`SELECT range AS a, range::DOUBLE AS b, (range % 1000)::INTEGER AS c FROM range(1000000)`);
    const start = performance.now();
    const found = decode(ipc);
    const sum = ['a', 'b', 'c'].map((name) => found.numbers(name).reduce((total, value) => total + value, 0));
    const ms = performance.now() - start;
    console.log(`a million rows of three numbers: ${ms.toFixed(0)} ms`);
    expect(sum).toEqual([499_999_500_000, 499_999_500_000, 499_500_000]);
    expect(ms).toBeLessThan(500);
  });
});
