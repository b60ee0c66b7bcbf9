import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  columnFromArray,
  dateDay,
  decimal128,
  dictionary,
  field,
  float64,
  int32,
  int64,
  list,
  struct,
  TimeUnit,
  tableFromColumns,
  tableToIPC,
  timestamp,
  uint8,
  utf8,
} from '@uwdata/flechette';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { importFile, preview } from '../../src/import/index.ts';
import { mergeStreams } from '../../src/import/parquet/merge-streams.ts';
import { Cancelled } from '../../src/util/app-error.ts';
import { fileOf, readBack } from './helpers.ts';

let connector: Connector;
let parquet: typeof import('parquet-wasm/esm');
beforeAll(async () => {
  connector = await connectNode();
  parquet = await import('parquet-wasm/esm');
  await parquet.default({
    module_or_path: await readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')),
  });
});
afterAll(() => connector.close());

type Columns = Parameters<typeof tableFromColumns>[0];
function parquetBytes(columns: Columns, rowGroup = 1_000_000): Uint8Array<ArrayBuffer> {
  const ipc = tableToIPC(tableFromColumns(columns), { format: 'stream' }) as Uint8Array;
  const properties = new parquet.WriterPropertiesBuilder().setCompression(parquet.Compression.SNAPPY).setMaxRowGroupSize(rowGroup).build();
  return parquet.writeParquet(parquet.Table.fromIPCStream(ipc), properties) as Uint8Array<ArrayBuffer>;
}
const parquetFile = (columns: Columns, rowGroup?: number) => fileOf(parquetBytes(columns, rowGroup), 'data.parquet');

describe('types', () => {
  it('survive', async () => {
    const { rows, types } = await readBack(
      connector,
      parquetFile({
        n: columnFromArray([1, null, 3], int32()),
        big: columnFromArray([9007199254740993n, -1n, null], int64()),
        small: columnFromArray([1, 2, 255], uint8()),
        x: columnFromArray([1.5, null, -2.25], float64()),
        price: columnFromArray([12.34, 0.05, null], decimal128(10, 2)),
        day: columnFromArray([new Date('2024-03-05'), null, new Date('1969-12-31')], dateDay()),
        at: columnFromArray([new Date('2024-03-05T10:00:00Z'), null, null], timestamp(TimeUnit.MILLISECOND, null)),
        who: columnFromArray(['客户', null, 'b'], utf8()),
      }),
    );
    expect(types).toEqual({
      n: 'INTEGER',
      big: 'BIGINT',
      small: 'UTINYINT',
      x: 'DOUBLE',
      price: 'DECIMAL(10,2)',
      day: 'DATE',
      at: 'TIMESTAMP',
      who: 'VARCHAR',
    });
    expect(rows[0]).toMatchObject({ n: 1, small: 1, x: 1.5, price: 12.34, day: '2024-03-05', at: '2024-03-05 10:00:00', who: '客户' });
    expect(rows[1]).toMatchObject({ n: null, big: -1, x: null, price: 0.05, day: null, at: null, who: null });
    expect(rows[2]).toMatchObject({ day: '1969-12-31' });
  });
  it('with a time zone become UTC', async () => {
    const { rows, types } = await readBack(
      connector,
      parquetFile({
        at: columnFromArray([new Date('2024-03-05T16:30:00Z'), null], timestamp(TimeUnit.MICROSECOND, 'Asia/Shanghai')),
        n: columnFromArray([1, 2], int32()),
      }),
    );
    expect(types.at).toBe('TIMESTAMP');
    expect(rows).toEqual([
      { at: '2024-03-05 16:30:00', n: 1 },
      { at: null, n: 2 },
    ]);
  });
  it('that are nested become JSON text, and that is said', async () => {
    const {
      rows,
      types,
      preview: found,
    } = await readBack(
      connector,
      parquetFile({
        tags: columnFromArray([['a', 'b'], null, []], list(utf8())),
        person: columnFromArray(
          [{ name: 'Ann', age: 5 }, { name: '"x"', age: null }, null],
          struct([field('name', utf8()), field('age', int32())]),
        ),
        n: columnFromArray([1, 2, 3], int32()),
      }),
    );
    expect(types).toEqual({ tags: 'VARCHAR', person: 'VARCHAR', n: 'INTEGER' });
    expect(rows[0]).toEqual({ tags: '["a","b"]', person: '{"name":"Ann","age":5}', n: 1 });
    expect(rows[1]).toMatchObject({ tags: null, person: '{"name":"\\"x\\"","age":null}' });
    expect(found.notes).toContainEqual({ code: 'nested', fields: { columns: 'tags, person' } });
  });
  it('of categories are read as text', async () => {
    const { rows, types } = await readBack(
      connector,
      parquetFile({
        tier: columnFromArray(['gold', 'silver', 'gold', null], dictionary(utf8())),
        n: columnFromArray([1, 2, 3, 4], int32()),
      }),
    );
    expect(types.tier).toBe('VARCHAR');
    expect(rows.map(({ tier }) => tier)).toEqual(['gold', 'silver', 'gold', null]);
  });
  it('of keys with gaps become whole numbers', async () => {
    const { types, preview: found } = await readBack(
      connector,
      parquetFile({ CustomerID: columnFromArray([17850, null, 12583], float64()), score: columnFromArray([1, 2, null], float64()) }),
    );
    expect(types).toEqual({ CustomerID: 'BIGINT', score: 'DOUBLE' });
    expect(found.columns[0]).toMatchObject({ type: 'integer', examples: ['17850', '12583'] });
  });
});

describe('a file', () => {
  it('is known by its content, not its name, and shown before it is imported', async () => {
    const found = await preview(
      fileOf(parquetBytes({ a: columnFromArray([1, 2], int32()), b: columnFromArray(['x', null], utf8()) }), 'data.csv'),
    );
    expect(found).toMatchObject({
      options: { format: 'parquet' },
      rowsInFile: { count: 2, exact: true },
      rows: [
        ['1', 'x'],
        ['2', ''],
      ],
    });
  });
  it('of many row groups keeps every row in its order', async () => {
    const count = 700_000;
    const values = Int32Array.from({ length: count }, (_, i) => i);
    const file = parquetFile(
      {
        i: columnFromArray(values, int32()),
        half: columnFromArray(
          Float64Array.from(values, (i) => i / 2),
          float64(),
        ),
      },
      50_000,
    );
    const seen: number[] = [];
    const imported = await importFile(connector, 'groups', file, { format: 'parquet' }, ({ rows }) => seen.push(rows));
    expect(imported.rows).toBe(count);
    expect(seen.at(-1)).toBe(count);
    expect(seen.length).toBeGreaterThan(2);
    const controller = new AbortController();
    const running = importFile(connector, 'groups', file, { format: 'parquet' }, () => controller.abort(), controller.signal);
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    expect((await connector.tables()).map(({ name }) => name)).not.toContain('groups__part');
    expect(await connector.columns({ schema: 'raw', name: 'groups' })).toHaveLength(2);
  });
  it('without rows is a table without rows', async () => {
    const { imported, preview: found } = await readBack(
      connector,
      parquetFile({ a: columnFromArray([], int32()), b: columnFromArray([], utf8()) }),
    );
    expect(imported).toMatchObject({
      rows: 0,
      columns: [
        { name: 'a', type: 'INTEGER' },
        { name: 'b', type: 'VARCHAR' },
      ],
    });
    expect(found.notes).toEqual([{ code: 'no_rows', fields: {} }]);
  });
  it('that is cut short or damaged is refused, and leaves nothing behind', async () => {
    const whole = parquetBytes({
      a: columnFromArray(
        Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 10_007),
        int32(),
      ),
    });
    for (const bytes of [whole.slice(0, whole.length / 2), whole.slice(0, 6)])
      await expect(preview(fileOf(bytes, 'cut.parquet'))).rejects.toMatchObject({
        code: 'import.parquet',
        fields: { file: 'cut.parquet' },
      });
    const damaged = whole.slice();
    damaged.fill(0xff, 4, 40);
    await expect(
      importFile(connector, 'damaged', fileOf(damaged, 'damaged.parquet'), { format: 'parquet' }, () => {}),
    ).rejects.toMatchObject({ code: 'import.parquet' });
    expect((await connector.tables()).filter(({ name }) => name.startsWith('damaged'))).toEqual([]);
    // the reader is as good as before
    const again = await importFile(connector, 'whole', fileOf(whole, 'whole.parquet'), { format: 'parquet' }, () => {});
    expect(again.rows).toBe(20_000);
  });
});

it('streams of one schema become one', async () => {
  const stream = (values: number[]) =>
    tableToIPC(tableFromColumns({ a: columnFromArray(values, int32()) }), { format: 'stream' }) as Uint8Array;
  await connector.insertArrow({ schema: 'raw', name: 'merged' }, mergeStreams([stream([1, 2]), stream([3]), stream([4, 5])]));
  const frame = await connector.query(
    Object.assign(Object.create(null), { text: 'select sum(a)::int as s, count(*)::int as n from raw.merged' }),
  );
  const { decode } = await import('../../src/engine/arrow.ts');
  expect(decode(frame).rows()).toEqual([{ s: 15, n: 5 }]);
});
