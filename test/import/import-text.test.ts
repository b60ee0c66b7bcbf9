import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { connectNode } from '../../src/engine/node-connector.ts';
import { dropSource, importFile, preview, rejectedRows } from '../../src/import/index.ts';
import { CHUNK } from '../../src/import/text/chunks.ts';
import { AppError, Cancelled } from '../../src/util/app-error.ts';
import { fileOf, readBack, textOptions } from './helpers.ts';

let connector: Connector;
beforeAll(async () => {
  connector = await connectNode();
});
afterAll(() => connector.close());

const read = (text: string | Uint8Array<ArrayBuffer>, name?: string) => readBack(connector, fileOf(text, name));
const column = async (name: string, values: readonly string[]) => {
  const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
  const { rows, types, imported } = await read(`k,${name}\n${values.map((value, i) => `${i},${quote(value)}`).join('\n')}\n`);
  return { values: rows.map((row) => row[name]), type: types[name], rejected: imported.rejected };
};

describe('a plain file', () => {
  it('is read with its types', async () => {
    const { rows, types, imported } = await read(
      'id,day,amount,at,ok,who\n1,2024-03-05,12.50,2024-03-05 10:00:01,yes,Ann\n2,2024-03-06,3,2024-03-06T11:30,no,\n',
    );
    expect(types).toEqual({ id: 'INTEGER', day: 'DATE', amount: 'DOUBLE', at: 'TIMESTAMP', ok: 'BOOLEAN', who: 'VARCHAR' });
    expect(rows).toEqual([
      { id: 1, day: '2024-03-05', amount: 12.5, at: '2024-03-05 10:00:01', ok: true, who: 'Ann' },
      { id: 2, day: '2024-03-06', amount: 3, at: '2024-03-06 11:30:00', ok: false, who: null },
    ]);
    expect(imported.rows).toBe(2);
    expect(imported.rejected).toEqual({ count: 0, rows: 0, values: {}, first: [] });
  });
  it('has the SHA-256 of its bytes as fingerprint', async () => {
    const { imported } = await read('a,b\n1,2\n');
    expect(imported.fingerprint).toBe('492d5ea496056f1a6a6592241032fab764c321596317930b4fa0e1e8bc3b7470');
  });
  it('may be separated by tabs, semicolons or bars, or padded with spaces', async () => {
    for (const text of ['a\tb\n1\t2\n', 'a;b\n1;2\n', 'a|b\n1|2\n', ' a   b\n 1   2\n'])
      expect((await read(text)).rows).toEqual([{ a: 1, b: 2 }]);
  });
  it('may begin with a byte order mark, with lines that belong to no table, and end its lines as in DOS', async () => {
    expect((await read('\uFEFFa,b\r\n1,2\r\n')).rows).toEqual([{ a: 1, b: 2 }]);
    const { rows, preview: found } = await read('Sales report\n\nid,day,amount\n1,2024-01-01,5\n2,2024-01-02,6\n');
    expect(rows).toEqual([
      { id: 1, day: '2024-01-01', amount: 5 },
      { id: 2, day: '2024-01-02', amount: 6 },
    ]);
    expect(found.notes).toContainEqual({ code: 'skipped_lines', fields: { lines: 2 } });
  });
  it('without a heading gets names by place', async () => {
    const { rows, preview: found } = await read('1,2024-01-01\n2,2024-01-02\n');
    expect(rows[0]).toEqual({ column_1: 1, column_2: '2024-01-01' });
    expect(found.notes.map(({ code }) => code)).toContain('no_header');
  });
  it('may be in another encoding', async () => {
    const gbk = Uint8Array.from([
      ...[0xbf, 0xcd, 0xbb, 0xa7],
      0x2c,
      ...[0xbd, 0xf0, 0xb6, 0xee],
      0x0a,
      ...[0xd5, 0xc5, 0xc8, 0xfd],
      0x2c,
      0x31,
      0x0a,
    ]);
    expect((await read(gbk)).rows).toEqual([{ 客户: '张三', 金额: 1 }]);
    const utf16 = new Uint8Array(Buffer.from('\uFEFF客户,金额\n张三,1\n', 'utf16le'));
    expect((await read(utf16)).rows).toEqual([{ 客户: '张三', 金额: 1 }]);
    const latin = Uint8Array.from(Buffer.from('name,city\nRené,Zürich\nAnn,Malmö\n', 'latin1'));
    const { rows, preview: found } = await read(latin);
    expect(rows[0]).toEqual({ name: 'René', city: 'Zürich' });
    expect(found.notes).toContainEqual({ code: 'encoding', fields: { encoding: 'windows-1252' } });
  });
});

describe('dates', () => {
  it.each([
    ['slashes', ['2024/3/5', '2024/12/31']],
    ['Chinese', ['2024年3月5日', '2024年12月31日']],
    ['German', ['05.03.2024', '31.12.2024']],
    ['American', ['3/5/2024', '12/31/2024']],
    ['compact', ['20240305', '20241231']],
    ['mixed', ['2024-03-05', '2024年12月31日']],
    ['month names', ['5 Mar 2024', '31 Dec 2024']],
  ])('with %s become DATE', async (_, values) => {
    expect(await column('day', values)).toMatchObject({ values: ['2024-03-05', '2024-12-31'], type: 'DATE', rejected: { count: 0 } });
  });
  it('with one offset keep their local reading', async () => {
    const { values, type } = await column('at', ['2024-03-05T23:30:00+08:00', '2024-03-06T00:10:00+08:00']);
    expect(type).toBe('TIMESTAMP');
    expect(values).toEqual(['2024-03-05 23:30:00', '2024-03-06 00:10:00']);
  });
  it('with several offsets become UTC', async () => {
    const { values } = await column('at', ['2024-03-05T23:30:00+08:00', '2024-03-05T23:30:00Z', '2024-03-05T23:30:00-05:00']);
    expect(values).toEqual(['2024-03-05 15:30:00', '2024-03-05 23:30:00', '2024-03-06 04:30:00']);
  });
  it('that could be day or month first are called ambiguous', async () => {
    const { columns } = await preview(fileOf('k,day\n1,03/04/2024\n2,02/01/2024\n'));
    expect(columns[1]).toMatchObject({ type: 'date', ambiguous: 'dateOrder' });
  });
  it('that do not exist are left empty and told', async () => {
    const days = Array.from({ length: 40 }, (_, i) => `2024-01-${String((i % 28) + 1).padStart(2, '0')}`);
    const { rows, imported } = await read(`k,day\n${[...days, '2023-02-29'].map((day, i) => `${i},${day}`).join('\n')}\n`);
    expect(rows[40]).toEqual({ k: 40, day: null });
    expect(imported.rejected).toMatchObject({
      count: 1,
      rows: 0,
      values: { day: 1 },
      first: [{ line: 42, column: 'day', reason: 'not_date', text: '2023-02-29' }],
    });
  });
});

describe('amounts', () => {
  it.each([
    ['yen signs and thousands', ['¥1,234.50', '¥88'], [1234.5, 88]],
    ['万', ['3.2万', '5,000'], [32_000, 5000]],
    ['brackets', ['(12.00)', '15.50'], [-12, 15.5]],
    ['decimal commas', ['1.234,50', '12,5'], [1234.5, 12.5]],
    ['per cent', ['12.5%', '100%'], [0.125, 1]],
    ['1e308', ['1e308', '2.5'], [1e308, 2.5]],
    ['dashes for none', ['-', '2.5'], [null, 2.5]],
  ])('with %s become DOUBLE', async (_, texts, values) => {
    expect(await column('amount', texts)).toMatchObject({ values, type: 'DOUBLE', rejected: { count: 0 } });
  });
  it('beyond a double are left empty and told', async () => {
    const many = Array.from({ length: 40 }, (_, i) => `${i}.5`);
    const { values, rejected } = await column('amount', [...many, '1e309']);
    expect(values[40]).toBeNull();
    expect(rejected.first).toEqual([{ line: 42, column: 'amount', reason: 'too_large', text: '1e309' }]);
  });
  it('are read as exactly as JavaScript reads them', async () => {
    const texts = [
      '0.1',
      '123456789012345',
      '99999999999999.9',
      '0.30000000000000004',
      '251.64999389648438',
      '1234567890.12345',
      '-7.05',
      '1.7976931348623157e308',
    ];
    expect((await column('x', texts)).values).toEqual(texts.map(Number));
  });
});

describe('whole numbers', () => {
  it('widen to BIGINT when one does not fit', async () => {
    const lines = Array.from({ length: 300_000 }, (_, i) => `${i},${i === 299_999 ? '9007199254740991' : i}`);
    const file = fileOf(`k,n\n${lines.join('\n')}\n`);
    const options = await textOptions(file);
    const imported = await importFile(connector, 'wide', file, options, () => {});
    expect(imported.columns).toEqual([
      { name: 'k', type: 'INTEGER' },
      { name: 'n', type: 'BIGINT' },
    ]);
    expect(imported.rows).toBe(300_000);
    await dropSource(connector, 'wide');
  });
  it('keep 64 bits, and are refused beyond', async () => {
    const { types, rows } = await read('a\n9223372036854775807\n-9223372036854775808\n-5\n');
    expect(types).toEqual({ a: 'BIGINT' });
    expect(rows[2]).toEqual({ a: -5 });
    expect((await read('a\n92233720368547758070\n1\n')).types).toEqual({ a: 'VARCHAR' });
  });
  it('with leading noughts stay text', async () => {
    expect((await read('zip,n\n00123,1\n99999,2\n')).rows[0]).toEqual({ zip: '00123', n: 1 });
  });
  it('that a few codes join are text, all of them', async () => {
    const lines = Array.from({ length: 500 }, (_, i) => (i === 400 ? 'C536379' : `${536000 + i}`));
    expect((await read(`InvoiceNo,n\n${lines.map((no) => `${no},1`).join('\n')}\n`)).types.InvoiceNo).toBe('VARCHAR');
  });
  it('of keys written as fractions become whole', async () => {
    expect((await read('CustomerID,n\n17850.0,1\n,2\n12583.0,3\n')).rows.map((row) => row.CustomerID)).toEqual([17850, null, 12583]);
  });
});

describe('names of columns', () => {
  it('are made unique, and named by place where they are empty', async () => {
    const { imported } = await read('a,,a,A,b,\n1,2,3,4,5,6\n');
    expect(imported.columns.map(({ name }) => name)).toEqual(['a', 'column_2', 'a_2', 'A_3', 'b', 'column_6']);
  });
  it('may be SQL, emoji or Chinese', async () => {
    const { rows } = await read('"""; drop table x; --",😀,客户编号,\'quoted\',select\n1,2,3,4,5\n');
    expect(rows).toEqual([{ '"; drop table x; --': 1, '😀': 2, 客户编号: 3, "'quoted'": 4, select: 5 }]);
  });
  it('may be ten thousand', async () => {
    const width = 10_000;
    const line = (value: (i: number) => string) => Array.from({ length: width }, (_, i) => value(i)).join(',');
    const file = fileOf(`${line((i) => `c${i}`)}\n${line((i) => `${i}`)}\n${line((i) => `${i * 2}`)}\n`);
    const imported = await importFile(connector, 'wide', file, await textOptions(file), () => {});
    expect(imported).toMatchObject({ rows: 2, rejected: { count: 0 } });
    expect(imported.columns).toHaveLength(width);
    await dropSource(connector, 'wide');
  });
});

describe('bad input', () => {
  const refusal = async (content: string | Uint8Array<ArrayBuffer>, name = 'data.csv') => {
    const error = await preview(fileOf(content, name)).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(AppError);
    return error as AppError;
  };
  it('an empty file is refused', async () => {
    expect(await refusal('')).toMatchObject({ code: 'import.empty', fields: { file: 'data.csv' } });
    expect(await refusal('\n\n \n')).toMatchObject({ code: 'import.no_columns' });
  });
  it('a heading alone is a table without rows', async () => {
    const { imported, preview: found } = await read('customer_id,order_date,amount\n');
    expect(imported).toMatchObject({ rows: 0, rejected: { count: 0 } });
    expect(imported.columns.map(({ name }) => name)).toEqual(['customer_id', 'order_date', 'amount']);
    expect(found.notes.map(({ code }) => code)).toContain('no_rows');
  });
  it('one column is read as one', async () => {
    expect((await read('amount\n5\n6\n')).rows).toEqual([{ amount: 5 }, { amount: 6 }]);
    expect((await read('review\nvery good, thanks\nbad\nok, but late, sadly\n')).rows).toHaveLength(3);
  });
  it('ragged rows are left out, counted, and told with their line', async () => {
    const { rows, imported } = await read('a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n13,14,15\n');
    expect(rows.map((row) => row.a)).toEqual([1, 10, 13]);
    expect(imported.rejected).toEqual({
      count: 2,
      rows: 2,
      values: {},
      first: [
        { line: 3, column: '', reason: 'too_few_fields', text: '4,5' },
        { line: 4, column: '', reason: 'too_many_fields', text: '6,7,8,9' },
      ],
    });
  });
  it('rejected rows can be downloaded', async () => {
    await read('a,b,c\n1,2,3\n=4,5\n6,7,8\n');
    expect(await (await rejectedRows(connector, 'data')).text()).toBe('line,column,reason,text\r\n3,,too_few_fields,"\'=4,5"\r\n');
  });
  it('NUL bytes are taken out of text, and told', async () => {
    const { rows, imported } = await read('a,b\nx\0y,1\nz,2\n');
    expect(rows[0]).toEqual({ a: 'xy', b: 1 });
    expect(imported.rejected.first).toMatchObject([{ line: 2, column: 'a', reason: 'nul' }]);
  });
  it('broken UTF-8 is marked, and told', async () => {
    const bytes = new Uint8Array([...Buffer.from('a,b\n客户'), 0xe5, 0xae, 0x2c, ...Buffer.from('1\n正常,2\n')]);
    const { rows, imported } = await read(bytes);
    expect(rows).toEqual([
      { a: '客户\uFFFD', b: 1 },
      { a: '正常', b: 2 },
    ]);
    expect(imported.rejected.first).toMatchObject([{ line: 2, column: 'a', reason: 'encoding' }]);
  });
  it('all-null columns are text without values', async () => {
    const { rows, types } = await read('a,b,c\n1,,NA\n2,,NA\n');
    expect(types).toEqual({ a: 'INTEGER', b: 'VARCHAR', c: 'VARCHAR' });
    expect(rows[0]).toMatchObject({ a: 1, b: null });
  });
  it('other kinds of file are named', async () => {
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'book.xlsx')).toMatchObject({
      code: 'import.format',
      fields: { kind: 'xlsx', file: 'book.xlsx' },
    });
    expect(await refusal(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'data.csv')).toMatchObject({ fields: { kind: 'zip' } });
    expect(await refusal(Uint8Array.of(0x1f, 0x8b, 8, 0))).toMatchObject({ fields: { kind: 'gzip' } });
    expect(await refusal('%PDF-1.7 …')).toMatchObject({ fields: { kind: 'pdf' } });
    expect(await refusal(Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) % 251))).toMatchObject({ code: 'import.binary' });
  });
  it('a wrong extension does not matter', async () => {
    expect((await read('a,b\n1,2\n', 'data.parquet')).rows).toEqual([{ a: 1, b: 2 }]);
  });
});

describe('a large file', () => {
  const line = (i: number) => `${i},"note, ""${i}""\nsecond line",2024-01-01,${(i % 977) / 4}\n`;
  const lines = Array.from({ length: 260_000 }, (_, i) => line(i));
  const file = fileOf(`id,note,day,amount\n${lines.join('')}`);
  it('is read piece by piece, without losing a row at a seam', async () => {
    expect(file.size).toBeGreaterThan(CHUNK);
    const seen: { bytes: number; rows: number }[] = [];
    const imported = await importFile(connector, 'large', file, await textOptions(file), (progress) => seen.push(progress));
    expect(imported).toMatchObject({ rows: 260_000, rejected: { count: 0 } });
    expect(seen.length).toBeGreaterThan(2);
    for (const [i, { bytes, rows }] of seen.entries()) {
      expect(bytes).toBeGreaterThanOrEqual(seen[i - 1]?.bytes ?? 0);
      expect(rows).toBeGreaterThanOrEqual(seen[i - 1]?.rows ?? 0);
    }
    expect(seen.at(-1)).toMatchObject({ phase: 'finishing', bytes: file.size, rows: 260_000 });
    await dropSource(connector, 'large');
  });
  it('that is cancelled leaves nothing behind, and what was there before untouched', async () => {
    const small = fileOf('a,b\n1,2\n');
    await importFile(connector, 'large', small, await textOptions(small), () => {});
    const controller = new AbortController();
    const running = importFile(connector, 'large', file, await textOptions(file), () => controller.abort(), controller.signal);
    await expect(running).rejects.toBeInstanceOf(Cancelled);
    expect((await connector.tables()).filter(({ schema }) => schema === 'raw').map(({ name }) => name)).toEqual(
      expect.not.arrayContaining(['large__part', 'large__rejected__part']),
    );
    expect(await connector.columns({ schema: 'raw', name: 'large' })).toHaveLength(2);
    await dropSource(connector, 'large');
  });
});
