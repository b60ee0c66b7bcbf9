import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { onlineShop } from '../../datasets/online-shop/index.ts';
import { readCellLibrary } from '../../src/cli/cell-library.ts';
import { clientele } from '../../src/cli/clientele.ts';
import { projectFolder } from '../../src/cli/paths.mjs';
import type { NotebookDocument } from '../../src/notebook/document.ts';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import * as op from '../../src/notebook/operations.ts';
import { serializeDocument } from '../../src/notebook/serialize.ts';
import { toRecipe } from '../../src/share/recipe.ts';

const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
const ORDERS = join(projectFolder, 'datasets/online-shop/orders.csv');

async function run(...words: string[]): Promise<{ code: number; out: string; error: string[] }> {
  const out: string[] = [];
  const error: string[] = [];
  const code = await clientele(words, { out: (text) => out.push(text), error: (line) => error.push(line) });
  return { code, out: out.join('\n'), error };
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const hasNative = (() => {
  try {
    createRequire(import.meta.url)('@duckdb/node-api');
    return true;
  } catch {
    return false;
  }
})();

const TINY = 'Kunde;Datum;Betrag\nann;05.01.2024;10,50\nann;07.02.2024;4,50\nbob;01.03.2024;5,00\n';

test('the catalogue is JSON with needs, parameters as JSON schema and what each analysis leaves', async () => {
  const { code, out } = await run('cells');
  expect(code).toBe(0);
  const cells = JSON.parse(out) as Record<string, any>[];
  const library = await readCellLibrary();
  expect(cells.map(({ id }) => id)).toEqual(library.list().map(({ id }) => id));
  const rfm = cells.find(({ id }) => id === 'rfm-segmentation');
  expect(rfm?.needs.all).toContain('orders.amount');
  expect(rfm?.params.properties.bins).toMatchObject({ type: 'integer', minimum: 3, maximum: 10, default: 5 });
  expect(Object.keys(rfm?.produces)).toContain('scores');
});

describe('one cell on a file', () => {
  test('facts, checks, tables, views and provenance come as JSON', async () => {
    const { code, out } = await run('cell', 'rfm-segmentation', '--data', `orders=${ORDERS}`, '--json', '--rows', '7');
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(Object.keys(result)).toEqual(
      expect.arrayContaining(['facts', 'checks', 'tables', 'views', 'provenance', 'sources', 'bindings']),
    );
    const scores = result.tables.find((table: { name: string }) => table.name === 'scores');
    expect(scores.view).toBe('rfm_scores');
    expect(scores.data).toHaveLength(7);
    expect(scores.rows).toBeGreaterThan(2000);
    expect(result.facts.find((fact: { name: string }) => fact.name === 'customers').value.value).toBe(scores.rows);
    expect(result.provenance.statements.length).toBeGreaterThan(0);
  }, 60_000);

  test.skipIf(!hasNative)(
    'the native engine (@duckdb/node-api) gives what the engine of the page gives',
    async () => {
      const words = ['cell', 'rfm-segmentation', '--data', `orders=${ORDERS}`, '--json', '--rows', '3000'];
      const [page, native] = [await run(...words), await run(...words, '--engine', 'native')];
      expect(native.error).toEqual([]);
      const [a, b] = [JSON.parse(page.out), JSON.parse(native.out)];
      const rounded = (value: unknown) =>
        JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toPrecision(10)) : each)));
      for (const part of ['facts', 'checks', 'bindings', 'sources']) expect(rounded(b[part])).toEqual(rounded(a[part]));
      const byKey = (tables: any[]) =>
        tables.map(({ name, data }) => [
          name,
          rounded(data)
            .map((row: unknown) => JSON.stringify(row))
            .sort(),
        ]);
      expect(byKey(b.tables)).toEqual(byKey(a.tables));
      expect(b.provenance.engine).not.toBe(a.provenance.engine);
    },
    60_000,
  );

  test('columns are found by their names, or told', async () => {
    const path = file('tiny.csv', TINY);
    const binds = ['--bind', 'orders.customer=Kunde', '--bind', 'orders.time=Datum', '--bind', 'orders.amount=sql:Betrag * 2'];
    const { code, out, error } = await run('cell', 'rfm-segmentation', '--data', `orders=${path}`, ...binds, '--json');
    expect(error).toEqual([]);
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result.facts.find((fact: { name: string }) => fact.name === 'revenue').value.value).toBe(40);
    expect(result.bindings[0].columns.amount).toEqual({ expression: 'Betrag * 2' });
  }, 60_000);

  test('parameters and definitions are taken', async () => {
    const path = file('tiny2.csv', TINY.replace('Kunde', 'customer').replace('Datum', 'order date').replace('Betrag', 'amount'));
    const words = ['cell', 'cohort-retention', '--data', `orders=${path}`, '--params', '{"grain":"quarter"}'];
    const { code, out } = await run(...words, '--definitions', '{"currency":"EUR"}', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).provenance.params.grain).toBe('quarter');
    expect(JSON.parse(out).definitions.currency).toBe('EUR');
  }, 60_000);

  test('without --json a person can read it', async () => {
    const { code, out } = await run('cell', 'rfm-segmentation', '--data', `orders=${ORDERS}`, '--definitions', '{"currency":"EUR"}');
    expect(code).toBe(0);
    expect(out).toMatch(/^rfm \(RFM segmentation\)\n {2}\S.*\n\nfacts\n/);
    expect(out).toContain('€');
    expect(out).not.toContain('⟨');
  }, 60_000);
});

describe('what cannot be meant is one line of error', () => {
  const path = () => file('tiny.csv', TINY);
  test.each<[string, () => string[], RegExp]>([
    ['an unknown command', () => ['dance', 'x'], /^clientele: no such command: dance$/],
    ['an unknown analysis', () => ['cell', 'nope'], /no such analysis: nope$/],
    ['an unknown option', () => ['cell', 'rfm-segmentation', '--speed', '9'], /--speed/],
    ['an unknown table', () => ['cell', 'rfm-segmentation', '--data', `passwords=${path()}`], /no such table: passwords$/],
    ['an unknown role', () => ['cell', 'rfm-segmentation', '--bind', 'orders.shoe=x'], /no such role: orders.shoe$/],
    ['an unknown engine', () => ['cell', 'rfm-segmentation', '--engine', 'steam'], /no such engine: steam$/],
    ['a file that is not there', () => ['cell', 'rfm-segmentation', '--data', 'orders=/nowhere.csv'], /no such file: \/nowhere.csv$/],
    ['an empty file', () => ['cell', 'rfm-segmentation', '--data', `orders=${file('empty.csv', '')}`], /empty/],
    ['no file at all', () => ['cell', 'rfm-segmentation'], /missing roles: orders.customer and orders.time and orders.amount/],
    ['parameters that are no JSON', () => ['cell', 'rfm-segmentation', '--params', '{bins}'], /--params is not JSON/],
    ['a parameter that is none', () => ['cell', 'rfm-segmentation', '--params', '{"bin":4}'], /parameter refused: bin$/],
    ['a parameter out of range', () => ['cell', 'rfm-segmentation', '--params', '{"bins":99}'], /parameter refused: bins$/],
    ['a definition that is none', () => ['cell', 'rfm-segmentation', '--definitions', '{"currency":"euro"}'], /definitions.currency/],
    [
      'a column that is not there',
      () => ['cell', 'rfm-segmentation', '--data', `orders=${path()}`, '--bind', 'orders.amount=Nope'],
      /missing column: Nope \(role: orders.amount\)$/,
    ],
    ['a bind without its file', () => ['cell', 'rfm-segmentation', '--bind', 'orders.amount=Nope'], /no file for the table: orders$/],
    ['a notebook that is none', () => ['run', path()], /not JSON/],
    ['rows that are no number', () => ['cell', 'rfm-segmentation', '--rows', 'many'], /not a number of rows: many$/],
  ])(
    '%s',
    async (_what, words, message) => {
      const { code, out, error } = await run(...words());
      expect(code).toBe(1);
      expect(out).toBe('');
      expect(error).toHaveLength(1);
      expect(error[0]).toMatch(message);
      expect(error[0]).not.toContain('\n');
    },
    60_000,
  );
});

describe('a notebook', () => {
  let notebook: NotebookDocument;

  beforeAll(async () => {
    const rfm = (await readCellLibrary()).get('rfm-segmentation');
    notebook = op.setDefinitions(emptyDocument({ id: 'nb', title: 'Shop' }), onlineShop.definitions);
    for (const { name, table, bindings } of onlineShop.files) {
      const id = name.replace('.csv', '');
      const origin = { kind: 'sample', dataset: 'online-shop', file: name } as const;
      notebook = op.putSource(notebook, { id, name, origin, fingerprint: '', bytes: 0, rows: 0, columns: [], options: {} });
      notebook = op.bindTable(notebook, {
        table,
        source: id,
        columns: Object.fromEntries(Object.entries(bindings).map(([role, column]) => [role, { column }])),
      });
    }
    if (rfm) notebook = op.addAnalysis(notebook, rfm).document;
    notebook = op.addSql(notebook, {
      name: 'sizes',
      code: 'select segment, count(*) as n from rfm_scores group by 1 order by 2 desc, 1',
    }).document;
    notebook = op.addProse(notebook, { text: '# Shop' }).document;
  });

  test('with samples runs as it is', async () => {
    const { code, out, error } = await run('run', file('nb.json', serializeDocument(notebook)), '--json');
    expect(error).toEqual([]);
    expect(code).toBe(0);
    const { title, cells } = JSON.parse(out);
    expect(title).toBe('Shop');
    expect(cells.map((cell: any) => [cell.name, cell.status.kind])).toEqual([
      ['rfm', 'done'],
      ['sizes', 'done'],
      [null, 'idle'],
    ]);
    expect(cells[1].tables[0].data[0]).toMatchObject({ segment: expect.any(String), n: expect.any(Number) });
  }, 60_000);

  test('asks for its files, and takes them by source or by table', async () => {
    const asFile = { ...notebook, sources: notebook.sources.map((source) => ({ ...source, origin: { kind: 'file' } as const })) };
    const path = file('nb-files.json', serializeDocument(toRecipe(asFile)));
    const missing = await run('run', path, '--json');
    expect(missing.code).toBe(1);
    expect(missing.error).toEqual([expect.stringContaining('missing file: ')]);
    const data = onlineShop.files.flatMap(({ name, table }, i) => [
      '--data',
      `${i % 2 ? table : name}=${join(projectFolder, 'datasets/online-shop', name)}`,
    ]);
    const { code, error } = await run('run', path, '--json', ...data);
    expect(error).toEqual([]);
    expect(code).toBe(0);
  }, 60_000);

  test('with a cell that fails prints the others and says which', async () => {
    const path = file('nb-broken.json', serializeDocument(op.setCode(notebook, 'c2', 'select nothing_at_all from rfm_scores')));
    const { code, out, error } = await run('run', path, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).cells[0].status.kind).toBe('done');
    expect(JSON.parse(out).cells[1].status.error.message).toContain('nothing_at_all');
    expect(error).toHaveLength(1);
    expect(error[0]).toMatch(/^clientele: sizes: .*nothing_at_all/);
  }, 60_000);
});

test('from a shell, results go to the one stream and errors to the other', async () => {
  const node = (...words: string[]) =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', 'src/cli/clientele.ts', ...words], { cwd: projectFolder });
  const good = await node('cells');
  expect(JSON.parse(good.stdout).length).toBeGreaterThan(1);
  expect(good.stderr).toBe('');
  await expect(node('cell', 'nope', '--json')).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'clientele: no such analysis: nope\n',
  });
}, 60_000);
