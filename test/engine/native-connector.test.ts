import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNative } from '../../src/engine/native-connector.ts';
import { Cancelled } from '../../src/util/app-error.ts';
import { literal, personsSql, sql } from '../../src/util/sql.ts';
import { nodeEngine, wipe } from '../support/engine.ts';
import { connectorCases, failing, rows, same } from './connector-suite.ts';

const isInstalled = (() => {
  try {
    createRequire(import.meta.url)('@duckdb/node-api');
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!isInstalled)('the native connector (@duckdb/node-api)', () => {
  let native: Connector;
  beforeAll(async () => {
    native = await connectNative();
  });
  beforeEach(() => wipe(native));
  afterAll(() => native?.close());

  for (const { name, run } of connectorCases) test(name, () => run(native));

  test('gives every type as the engine of the page does', async () => {
    const statement =
      personsSql(`SELECT x::TINYINT AS i8, x::SMALLINT AS i16, x::INTEGER AS i32, (x * 9007199254740993)::BIGINT AS i64, x::UTINYINT AS u8, x::USMALLINT AS u16,
      x::UINTEGER AS u32, x::UBIGINT AS u64, (x::HUGEINT << 70) AS i128, x::FLOAT / 3 AS f32, x::DOUBLE / 3 AS f64, (x / 4)::DECIMAL(4, 2) AS d16,
      (x / 4)::DECIMAL(9, 3) AS d32, (x / 4)::DECIMAL(18, 4) AS d64, (x / 4)::DECIMAL(38, 10) AS d128, (x = 1) AS b, 'é名😀' || x AS s,
      DATE '2024-02-28' + x AS day, TIMESTAMP '1969-12-31 23:59:59.123456' AS us, ('2024-01-02 03:04:05'::TIMESTAMP_S) AS sec,
      ('2024-01-02 03:04:05.25'::TIMESTAMP_MS) AS ms, ('2024-01-02 03:04:05.25'::TIMESTAMP_NS) AS ns, TIME '01:02:03.5' AS clock, 'b'::ENUM('a', 'b') AS e,
      [x, NULL, 3] AS l, [[x]] AS ll, {'k': x, 'd': 'x'} AS st, MAP {'a': x} AS m, '\\xAB\\x00'::BLOB AS blob, 'f47ac10b-58cc-4372-a567-0e02b2c3d479'::UUID AS id,
      NULL::DOUBLE AS none, CASE WHEN x = 2 THEN 'y' END AS some FROM (VALUES (1), (2), (NULL)) t(x)`);
    const [own, page] = [decode(await native.query(statement)), decode(await (await nodeEngine()).query(statement))];
    expect(own.rows()).toEqual(page.rows());
    for (const name of ['i64', 'd64', 'day', 'us', 'ms', 'b', 'none']) expect(own.numbers(name)).toEqual(page.numbers(name));
  });

  test('takes back what it gave, type for type', async () => {
    const made = sql`SELECT range::INTEGER AS i, range AS b, range / 7 AS d, range % 2 = 0 AS f, 'v' || range AS s, DATE '2024-01-01' + range::INTEGER AS t,
      make_timestamp(range * 1000001) AS ts, (range / 4)::DECIMAL(12, 2) AS dec, [range, NULL] AS l, CASE WHEN range % 3 = 0 THEN range END AS n FROM range(5000)`;
    await native.insertArrow({ schema: 'raw', name: 'back' }, await native.query(made));
    same(
      (await native.columns({ schema: 'raw', name: 'back' })).map(({ type }) => type),
      ['INTEGER', 'BIGINT', 'DOUBLE', 'BOOLEAN', 'VARCHAR', 'DATE', 'TIMESTAMP', 'DECIMAL(12,2)', 'BIGINT[]', 'BIGINT'],
    );
    same(await rows(native, sql`SELECT count(*) AS n FROM (SELECT * FROM raw.back EXCEPT ALL (${made}))`), [{ n: 0 }]);
    same(await rows(native, sql`SELECT count(*) AS n FROM raw.back`), [{ n: 5000 }]);
  });

  test('stops a statement that runs when its signal fires, and goes on', async () => {
    const controller = new AbortController();
    const running = native.query(sql`SELECT sum(a.range * b.range) AS s FROM range(3000000) a, range(3000000) b`, controller.signal);
    setTimeout(() => controller.abort(), 100);
    const since = performance.now();
    expect(await failing(running)).toBeInstanceOf(Cancelled);
    expect(performance.now() - since).toBeLessThan(5_000);
    same(await rows(native, sql`SELECT 1 AS x`), [{ x: 1 }]);
  });

  test('lets SQL read and write no other file', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'clientele-test-')), 'secret.csv');
    writeFileSync(path, 'a\n1\n');
    const statements = [
      sql`SELECT * FROM read_csv(${path})`,
      sql`COPY (SELECT 1) TO ${`${path}.out`}`,
      personsSql(`ATTACH ${literal(`${path}.db`).text}`),
      personsSql('SET enable_external_access = true'),
      personsSql("SET allowed_directories = ['/']"),
    ];
    for (const statement of statements) expect((await failing(native.exec(statement))).code).toBe('sql');
    expect(existsSync(`${path}.out`)).toBe(false);
  });

  test('leaves no copy of a file behind', async () => {
    const copies = () => readdirSync(tmpdir()).filter((name) => /^clientele-[^-]+$/.test(name));
    const before = new Set(copies());
    const other = await connectNative();
    const [own] = copies().filter((name) => !before.has(name));
    await other.registerFile('a.csv', new Blob(['a\n1\n']));
    expect(readdirSync(join(tmpdir(), own as string))).toHaveLength(1);
    await other.close();
    expect(existsSync(join(tmpdir(), own as string))).toBe(false);
  });
});
