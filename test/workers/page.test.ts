import { beforeAll, describe, expect, test } from 'vitest';
import type { Connector } from '../../src/engine/connector.ts';
import { personsSql, sql } from '../../src/util/sql.ts';
import { tableCsv } from '../../src/workers/csv.ts';
import { Pages } from '../../src/workers/page.ts';
import { RunTables } from '../../src/workers/run-tables.ts';
import { nodeEngine, wipe } from '../support/engine.ts';

let connector: Connector;
let tables: RunTables;
beforeAll(async () => {
  connector = await nodeEngine();
  await wipe(connector);
  tables = new RunTables(connector, 1e9);
  const entry = tables.begin('a'.repeat(16));
  const select = sql`SELECT range AS id, range % 3 AS kind, CASE WHEN range % 10 = 0 THEN NULL ELSE range % 7 END AS score FROM range(1000)`;
  await tables.make(entry, 'made', 't', select, new AbortController().signal);
  await tables.commit(entry, 'made');
  await connector.exec(personsSql('CREATE VIEW main.plain AS SELECT id, kind, score FROM made_t'));
});

/** All rows of a table, page by page. */
async function paged(table: string, limit: number, sort?: { column: string; descending: boolean }) {
  const pages = new Pages(connector, tables);
  const rows = [];
  for (let offset = 0; ; offset += limit) {
    const page = await pages.page(table, { offset, limit, ...(sort ? { sort } : {}) });
    expect(page.total).toBe(1000);
    rows.push(...page.rows);
    if (page.rows.length < limit) return rows;
  }
}

describe.each(['made_t', 'plain'])('pages of %s', (table) => {
  test('show every row once, in the order of the table', async () => {
    expect((await paged(table, 64)).map(({ id }) => id)).toEqual(Array.from({ length: 1000 }, (_, i) => i));
  });

  test.each([true, false])('show every row once where many sort alike, nothing last (descending: %s)', async (descending) => {
    const found = await paged(table, 64, { column: 'score', descending });
    expect(new Set(found.map(({ id }) => id)).size).toBe(1000);
    const scores = found.map(({ score }) => score);
    expect(scores.slice(-100)).toEqual(Array(100).fill(null));
    const known = scores.slice(0, -100) as number[];
    expect(known).toEqual([...known].sort((a, b) => (descending ? b - a : a - b)));
  });
});

test('a table or a column that is not there is said', async () => {
  const pages = new Pages(connector, tables);
  await expect(pages.page('nope', { offset: 0, limit: 1 })).rejects.toMatchObject({ code: 'table.missing' });
  await expect(pages.page('made_t', { offset: 0, limit: 1, sort: { column: 'x" --', descending: true } })).rejects.toMatchObject({
    code: 'column.missing',
  });
});

describe('CSV', () => {
  const text = async (blob: Blob) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer());

  test('quotes what needs it, keeps numbers and long keys whole, and starts with a mark', async () => {
    await connector.exec(
      personsSql(`CREATE OR REPLACE TABLE main.odd AS SELECT * FROM (VALUES
        (1.5, 'plain', 1234567890123456789, DATE '2024-01-02', TRUE), (NULL, 'a,b', 2, NULL, FALSE),
        (100, 'say "hi"', 3, NULL, NULL), (0.1, E'two\\nlines', 4, NULL, NULL), (-1, ' padded ', 5, NULL, NULL), (2, '=1+1', 6, NULL, NULL), (3, '客户', 7, NULL, NULL)
      ) t("the ""amount""", s, k, d, f)`),
    );
    const lines = [
      '"the ""amount""",s,k,d,f',
      '1.5,plain,1234567890123456789,2024-01-02,true',
      ',"a,b",2,,false',
      '100,"say ""hi""",3,,',
      '0.1,"two\nlines",4,,',
      '-1," padded ",5,,',
      '2,=1+1,6,,',
      '3,客户,7,,',
      '',
    ];
    expect(await text(await tableCsv(connector, tables, 'odd'))).toBe(`\uFEFF${lines.join('\r\n')}`);
  });

  test('can keep spreadsheets from running text as a formula, numbers apart', async () => {
    const guarded = await text(await tableCsv(connector, tables, 'odd', { guardFormulas: true }));
    expect(guarded).toContain("2,'=1+1,6");
    expect(guarded).toContain('\r\n-1,');
  });

  test('holds a table of several parts whole', async () => {
    await connector.exec(personsSql('CREATE OR REPLACE TABLE main.long AS SELECT range AS n FROM range(250001)'));
    const lines = (await text(await tableCsv(connector, tables, 'long'))).split('\r\n');
    expect([lines.length, lines[1], lines[250_001], lines[250_002]]).toEqual([250_003, '0', '250000', '']);
    expect(new Set(lines).size).toBe(250_003);
  });

  test('can be cancelled', async () => {
    await expect(tableCsv(connector, tables, 'long', {}, AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });
});
