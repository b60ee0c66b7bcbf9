import { beforeAll, expect, test } from 'vitest';
import { onlineShop } from '../../datasets/online-shop/index.ts';
import { readDatasetFile } from '../../datasets/read-file.ts';
import type { CellLibrary } from '../../src/cell/index.ts';
import { readCellLibrary } from '../../src/cli/cell-library.ts';
import { decode } from '../../src/engine/arrow.ts';
import { importFile, preview } from '../../src/import/index.ts';
import type { NotebookDocument } from '../../src/notebook/document.ts';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import * as op from '../../src/notebook/operations.ts';
import { createRuntime, type Runtime } from '../../src/runtime/index.ts';
import { decodeLink, encodeRecipe } from '../../src/share/index.ts';
import { ident, personsSql, sql } from '../../src/util/sql.ts';
import { Compute } from '../../src/workers/compute.ts';
import { nodeEngine } from '../support/engine.ts';

// The runtime over the engine that the page has, with the cells that the page has, on the sample.

let library: CellLibrary;
let sample: NotebookDocument;

beforeAll(async () => {
  library = await readCellLibrary();
  const connector = await nodeEngine();
  sample = op.setDefinitions(emptyDocument({ id: 'sample' }), onlineShop.definitions);
  for (const file of onlineShop.files) {
    const id = file.name.replace('.csv', '');
    const blob = new File([await readDatasetFile(onlineShop, file.name)], file.name);
    const { options } = await preview(blob);
    const { rows, columns, fingerprint } = await importFile(connector, id, blob, options, () => {});
    sample = op.putSource(sample, {
      id,
      name: file.name,
      origin: { kind: 'sample', dataset: onlineShop.id, file: file.name },
      fingerprint,
      bytes: blob.size,
      rows,
      columns,
      options: { ...options },
    });
    const bound = Object.entries(file.bindings).map(([role, column]) => [role, { column }]);
    sample = op.bindTable(sample, { table: file.table, source: id, columns: Object.fromEntries(bound) });
  }
}, 120_000);

async function open(more: Partial<Parameters<typeof createRuntime>[0]> = {}) {
  const connector = await nodeEngine();
  // Each runtime has an engine of its own, as far as it can tell: only the files are there.
  for (const { schema, name, kind } of await connector.tables()) {
    if (schema === 'raw') continue;
    await connector.exec(
      kind === 'view' ? sql`DROP VIEW IF EXISTS ${ident(schema, name)}` : sql`DROP TABLE IF EXISTS ${ident(schema, name)}`,
    );
  }
  const ran: string[] = [];
  const compute = new Compute(connector, library);
  const run = compute.run.bind(compute);
  compute.run = (job, ...rest) => {
    ran.push(job.alias);
    return run(job, ...rest);
  };
  const runtime = createRuntime({ executor: compute, library, engine: connector.version, app: 'test', ...more });
  return { runtime, ran: () => ran.splice(0) };
}

function notebook(): NotebookDocument {
  const rfm = library.get('rfm-segmentation');
  if (!rfm) throw new Error('no rfm');
  let document = op.addAnalysis(sample, rfm).document;
  document = op.addSql(document, {
    name: 'sizes',
    code: 'select segment, count(*) as n from rfm_scores group by 1 order by 2 desc, 1',
  }).document;
  return op.addSql(document, { name: 'total', code: 'select sum(n)::bigint as n, count(*) as segments from sizes' }).document;
}

const rowOf = (runtime: Runtime, id: string) => {
  const view = runtime.state(id).shown?.views.find((each) => each.kind === 'table');
  return view?.kind === 'table' ? view.rows[0] : undefined;
};

test('a change of a parameter goes through analysis and SQL, and undo comes back without a run', async () => {
  const { runtime, ran } = await open();
  runtime.update(notebook());
  await runtime.settled();
  expect(['c1', 'c2', 'c3'].map((id) => runtime.state(id).status)).toEqual([{ kind: 'done' }, { kind: 'done' }, { kind: 'done' }]);
  expect(ran()).toEqual(['rfm', 'sizes', 'total']);
  const before = rowOf(runtime, 'c3');
  const customers = decode(
    await (await nodeEngine()).query(personsSql('select count(distinct customer) as n from orders where amount is not null')),
  ).rows()[0];
  expect(before?.n).toBe(customers?.n);

  runtime.update(op.setParam(notebook(), 'c1', 'bins', 3));
  await runtime.settled();
  expect(ran()).toEqual(['rfm', 'sizes', 'total']);
  expect(rowOf(runtime, 'c3')?.n).toBe(before?.n);

  runtime.update(notebook());
  await runtime.settled();
  expect(ran()).toEqual([]);
  expect(rowOf(runtime, 'c3')).toEqual(before);
  const live = decode(await (await nodeEngine()).query(personsSql('select * from total'))).rows()[0];
  expect(live).toEqual(before);
}, 60_000);

test('a definition reaches the views, and a link gives the same results', async () => {
  const { runtime, ran } = await open();
  runtime.update(notebook());
  await runtime.settled();
  const netted = runtime.facts();
  ran();
  runtime.update(op.setDefinitions(notebook(), { returns: 'drop' }));
  await runtime.settled();
  expect(ran()).toEqual(['rfm', 'sizes', 'total']);
  const facts = runtime.facts();
  expect(Object.keys(facts).length).toBeGreaterThan(3);
  expect(facts).not.toEqual(netted);

  const link = await encodeRecipe(op.setDefinitions(notebook(), { returns: 'drop' }));
  const other = await open();
  other.runtime.update(await decodeLink(link), { trusted: false });
  await other.runtime.settled();
  expect(other.runtime.facts()).toEqual(facts);
  expect(link.length).toBeLessThan(8000);
}, 60_000);

test('an error of SQL names itself and heals', async () => {
  const { runtime } = await open();
  runtime.update(op.setCode(notebook(), 'c2', 'select nothing_of_this_name from rfm_scores'));
  await runtime.settled();
  expect(runtime.state('c2').status).toMatchObject({ kind: 'failed' });
  expect(JSON.stringify(runtime.state('c2').status)).toContain('nothing_of_this_name');
  expect(runtime.state('c3').status).toMatchObject({ kind: 'blocked' });
  runtime.update(notebook());
  await runtime.settled();
  expect(runtime.state('c3').status.kind).toBe('done');
}, 60_000);
