import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { AppError, Cancelled } from '../../src/util/app-error.ts';
import type { FrameValue } from '../../src/util/frame.ts';
import { ident, personsSql, type Sql, sql } from '../../src/util/sql.ts';

/** What every connector must do. The cases know no test runner, so that they run in Node and in a page alike. */
export interface ConnectorCase {
  name: string;
  run(connector: Connector): Promise<void>;
}

export const connectorCases: readonly ConnectorCase[] = [
  {
    name: 'says what engine it is, and has our schemas',
    async run(connector) {
      same(/^v1\.\d+\.\d+$/.test(connector.version), true);
      const found = await rows(
        connector,
        sql`SELECT schema_name FROM information_schema.schemata WHERE schema_name IN ('raw', 'run') ORDER BY 1`,
      );
      same(found, [{ schema_name: 'raw' }, { schema_name: 'run' }]);
    },
  },
  {
    name: 'returns a whole Arrow stream with its end marker',
    async run(connector) {
      const ipc = await connector.query(sql`SELECT range AS n FROM range(5000)`);
      same([...ipc.slice(0, 4)], [255, 255, 255, 255]);
      same([...ipc.slice(-8)], [255, 255, 255, 255, 0, 0, 0, 0]);
      const numbers = decode(ipc).numbers('n');
      same([numbers.length, numbers[0], numbers[4999]], [5000, 0, 4999]);
    },
  },
  {
    name: 'keeps columns and types of a result without rows',
    async run(connector) {
      const frame = decode(await connector.query(sql`SELECT 1 AS a, 'x' AS b WHERE FALSE`));
      same([frame.size, frame.names, frame.rows(), frame.numbers('a').length], [0, ['a', 'b'], [], 0]);
    },
  },
  {
    name: 'returns a hundred thousand rows in order',
    async run(connector) {
      const numbers = decode(await connector.query(sql`SELECT range * 2 AS n FROM range(100000)`)).numbers('n');
      same(
        numbers.every((value, i) => value === i * 2),
        true,
      );
    },
  },
  {
    name: 'runs several statements of one exec in one go, and none of them where one fails',
    async run(connector) {
      await connector.exec(personsSql('BEGIN; CREATE TABLE run.a AS SELECT 1 AS x; CREATE TABLE run.b AS SELECT 2 AS x; COMMIT'));
      same(await rows(connector, sql`SELECT a.x + b.x AS s FROM run.a a, run.b b`), [{ s: 3 }]);
      await failing(connector.exec(personsSql('BEGIN; CREATE TABLE run.c AS SELECT 1 AS x; CREATE TABLE run.a AS SELECT 9 AS x; COMMIT')));
      await connector.exec(personsSql('ROLLBACK'));
      same(
        (await connector.tables()).map(({ name }) => name),
        ['a', 'b'],
      );
    },
  },
  {
    name: 'lists tables, views and columns, hostile names too',
    async run(connector) {
      const name = 'we"ird \'名 😀; drop table x';
      await connector.exec(sql`CREATE TABLE ${ident('raw', name)} (${ident('a"b')} INTEGER, ${ident('金额')} DECIMAL(10, 2))`);
      await connector.exec(sql`CREATE VIEW main.v AS SELECT 1 AS x`);
      same(await connector.tables(), [
        { schema: 'main', name: 'v', kind: 'view' },
        { schema: 'raw', name, kind: 'table' },
      ]);
      same(await connector.columns({ schema: 'raw', name }), [
        { name: 'a"b', type: 'INTEGER' },
        { name: '金额', type: 'DECIMAL(10,2)' },
      ]);
      same(await connector.columns({ schema: 'raw', name: 'absent' }), []);
    },
  },
  {
    name: 'gives SQL errors with the statement, the line and the column',
    async run(connector) {
      await connector.exec(sql`CREATE TABLE run.t (a INTEGER)`);
      const error = await failing(connector.query(personsSql('SELECT\n  a,\n bb\nFROM run.t')));
      same([error.code, error.fields.line, error.fields.column], ['sql', 3, 2]);
      same(String(error.fields.message).includes('"bb" not found'), true);
      same(error.fields.sql, 'SELECT\n  a,\n bb\nFROM run.t');
      const far = await failing(connector.query(personsSql(`SELECT ${'a, '.repeat(80)}nope, a FROM run.t`)));
      same([far.fields.line, far.fields.column], [1, 8 + 240]);
    },
  },
  {
    name: 'gives an error met while rows are made, and goes on',
    async run(connector) {
      const error = await failing(
        connector.query(sql`SELECT CAST(CASE WHEN range > 150000 THEN 'x' ELSE '1' END AS INTEGER) AS n FROM range(200000)`),
      );
      same([error.code, String(error.fields.message).includes("Could not convert string 'x'")], ['sql', true]);
      same(await rows(connector, sql`SELECT 1 AS x`), [{ x: 1 }]);
    },
  },
  {
    name: 'never fetches an extension',
    async run(connector) {
      const error = await failing(connector.query(personsSql("SELECT * FROM read_xlsx('x.xlsx')")));
      same([error.code, /read_xlsx/.test(String(error.fields.message))], ['sql', true]);
    },
  },
  {
    name: 'says when memory is out, keeps the database and goes on',
    async run(connector) {
      await connector.exec(sql`CREATE TABLE run.kept AS SELECT 7 AS x`);
      await connector.exec(personsSql("SET memory_limit = '100MB'"));
      try {
        const error = await failing(
          connector.exec(sql`CREATE TABLE run.big AS SELECT range AS a, repeat('x', 50) || range AS b FROM range(20000000)`),
        );
        same(error.code, 'engine.memory');
      } finally {
        await connector.exec(personsSql("SET memory_limit = '3GB'"));
      }
      same(await rows(connector, sql`SELECT x FROM run.kept`), [{ x: 7 }]);
    },
  },
  {
    name: 'puts Arrow bytes into a new table, then at its end',
    async run(connector) {
      const table = { schema: 'raw', name: 'we"ird 名' };
      await connector.insertArrow(table, arrow({ a: Int32Array.of(1, 2), b: ['x', null] }));
      await connector.insertArrow(table, arrow({ a: Int32Array.of(3), b: ['z'] }), 'append');
      same(await rows(connector, sql`SELECT a, b FROM ${ident('raw', table.name)} ORDER BY a`), [
        { a: 1, b: 'x' },
        { a: 2, b: null },
        { a: 3, b: 'z' },
      ]);
      same((await failing(connector.insertArrow(table, arrow({ a: Int32Array.of(1) })))).code, 'sql');
    },
  },
  {
    name: 'makes an empty table out of Arrow bytes without rows, and adds nothing to one that is there',
    async run(connector) {
      const empty = await connector.query(
        sql`SELECT 1::INTEGER AS i, 2::BIGINT AS b, 1.5::DOUBLE AS d, 'x' AS s, DATE '2024-01-01' AS t, TRUE AS f, TIMESTAMP '2024-01-01' AS ts WHERE FALSE`,
      );
      await connector.insertArrow({ schema: 'raw', name: 'empty' }, empty.slice());
      await connector.insertArrow({ schema: 'raw', name: 'empty' }, empty.slice(), 'append');
      same(
        (await connector.columns({ schema: 'raw', name: 'empty' })).map(({ name, type }) => `${name} ${type}`),
        ['i INTEGER', 'b BIGINT', 'd DOUBLE', 's VARCHAR', 't DATE', 'f BOOLEAN', 'ts TIMESTAMP'],
      );
      same(await rows(connector, sql`SELECT count(*) AS n FROM raw.empty`), [{ n: 0 }]);
    },
  },
  {
    name: 'reads a registered file, and no longer once it is dropped',
    async run(connector) {
      await connector.registerFile('orders 名.csv', new Blob(['id,amount\n1,2.5\n2,3.5\n']));
      same(await rows(connector, sql`SELECT sum(amount) AS s, count(*) AS n FROM read_csv('orders 名.csv')`), [{ s: 6, n: 2 }]);
      await connector.dropFile('orders 名.csv');
      same((await failing(connector.query(sql`SELECT count(*) FROM read_csv('orders 名.csv')`))).code, 'sql');
    },
  },
  {
    name: 'rejects a call whose signal has fired, and one that waits when it fires',
    async run(connector) {
      same((await failing(connector.query(sql`SELECT 1`, AbortSignal.abort()))) instanceof Cancelled, true);
      const controller = new AbortController();
      const first = connector.query(sql`SELECT count(*) AS n FROM range(1000000)`);
      const second = connector.exec(sql`CREATE TABLE run.never AS SELECT 1 AS x`, controller.signal);
      controller.abort();
      same((await failing(second)) instanceof Cancelled, true);
      same(decode(await first).rows(), [{ n: 1_000_000 }]);
      same(await connector.tables(), []);
    },
  },
  {
    name: 'runs statements in the order in which they were asked for',
    async run(connector) {
      await Promise.all([
        connector.exec(sql`CREATE TABLE run.log (n INTEGER)`),
        ...[1, 2, 3].map((n) => connector.exec(sql`INSERT INTO run.log VALUES (${n})`)),
        connector.exec(sql`CREATE TABLE run.copy AS SELECT n FROM run.log`),
      ]);
      same(await rows(connector, sql`SELECT n FROM run.copy`), [{ n: 1 }, { n: 2 }, { n: 3 }]);
    },
  },
];

export async function rows(connector: Connector, statement: Sql): Promise<Record<string, FrameValue>[]> {
  return decode(await connector.query(statement)).rows();
}

/** The `AppError` that a promise rejects with. */
export async function failing(promise: Promise<unknown>): Promise<AppError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw new Error(error === null ? 'it was expected to fail' : `not an AppError: ${error}`);
}

export function same(found: unknown, expected: unknown): void {
  const [left, right] = [JSON.stringify(found), JSON.stringify(expected)];
  if (left !== right) throw new Error(`found ${left}, expected ${right}`);
}

function arrow(columns: Parameters<typeof tableFromArrays>[0]): Uint8Array {
  return tableToIPC(tableFromArrays(columns), { format: 'stream' }) as Uint8Array;
}
