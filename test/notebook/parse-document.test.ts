import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import { addAnalysis, addProse, addSql, setParam } from '../../src/notebook/operations.ts';
import { MAX_DOCUMENT_LENGTH, parseDocument } from '../../src/notebook/parse-document.ts';
import { serializeDocument } from '../../src/notebook/serialize.ts';
import { AppError } from '../../src/util/app-error.ts';
import { full } from './documents.ts';

type Json = Record<string, any>;
const copy = (): Json => structuredClone(full()) as Json;

function refused(change: (document: Json) => unknown): { code: string; path: unknown } {
  const document = copy();
  const replaced = change(document);
  try {
    parseDocument(JSON.stringify(replaced && typeof replaced === 'object' && 'schema' in replaced ? replaced : document));
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return { code: (error as AppError).code, path: (error as AppError).fields.path };
  }
  throw new Error('it was let through');
}

test('a document comes back as it was, from text and from JSON', () => {
  expect(parseDocument(serializeDocument(full()))).toEqual(full());
  expect(parseDocument(copy())).toEqual(full());
  expect(parseDocument(serializeDocument(emptyDocument({ id: 'x' })))).toEqual(emptyDocument({ id: 'x' }));
});

describe('what is not a notebook is refused, and the offender named', () => {
  const huge = 'x'.repeat(300_000);
  test.each<[string, string, (document: Json) => unknown]>([
    ['no schema', 'schema', (d) => delete d.schema],
    ['a schema of text', 'schema', (d) => (d.schema = '1')],
    ['schema 0', 'schema', (d) => (d.schema = 0)],
    ['a member too many', 'cells.0.onload', (d) => (d.cells[0].onload = 'x')],
    ['a member too many at the top', 'results', (d) => (d.results = [])],
    ['no title', 'title', (d) => delete d.title],
    ['an endless title', 'title', (d) => (d.title = huge)],
    ['cells that are no list', 'cells', (d) => (d.cells = {})],
    ['too many cells', 'cells', (d) => (d.cells = Array.from({ length: 501 }, (_, i) => ({ id: `x${i}`, type: 'prose', text: '' })))],
    ['an unknown kind of cell', 'cells.0.type', (d) => (d.cells[0].type = 'shell')],
    ['the same id twice', 'cells.1.id', (d) => (d.cells[1].id = d.cells[0].id)],
    ['an id that breaks out', 'cells.0.id', (d) => (d.cells[0].id = '"><script>')],
    ['an alias that is SQL', 'cells.0.alias', (d) => (d.cells[0].alias = 'a"; drop table x; --')],
    ['an empty name', 'cells.1.name', (d) => (d.cells[1].name = '')],
    ['a name with a dot', 'cells.1.name', (d) => (d.cells[1].name = 'raw.shop')],
    ['endless code', 'cells.1.code', (d) => (d.cells[1].code = huge)],
    ['endless parameters', 'cells.0.params.a', (d) => (d.cells[0].params = { a: Array(60_000).fill(1) })],
    ['parameters without a floor', 'cells.0.params.a', (d) => (d.cells[0].params = { a: nested(40) })],
    ['a version that is none', 'cells.0.version', (d) => (d.cells[0].version = 1.5)],
    ['a source id that is SQL', 'sources.0.id', (d) => (d.sources[0].id = 'x; drop')],
    ['a sample outside its folder', 'sources.1.origin.file', (d) => (d.sources[1].origin.file = '../../secret')],
    ['a dataset that is an address', 'sources.1.origin.dataset', (d) => (d.sources[1].origin.dataset = '//evil.example/x')],
    ['an origin from elsewhere', 'sources.0.origin.kind', (d) => (d.sources[0].origin = { kind: 'url', url: 'https://evil.example' })],
    ['a fingerprint that is none', 'sources.0.fingerprint', (d) => (d.sources[0].fingerprint = 'ZZ')],
    ['rows below zero', 'sources.0.rows', (d) => (d.sources[0].rows = -1)],
    ['an unknown canonical table', 'bindings.0.table', (d) => (d.bindings[0].table = 'passwords')],
    ['a binding to nothing', 'bindings.0.source', (d) => (d.bindings[0].source = 'gone')],
    ['a table bound twice to one source', 'bindings.1.table', (d) => d.bindings.splice(1, 0, d.bindings[0])],
    ['a binding of two kinds', 'bindings.0.columns.time', (d) => (d.bindings[0].columns.time = { column: 'a', row: true })],
    ['a week that starts on day 8', 'definitions.weekStart', (d) => (d.definitions.weekStart = 8)],
    ['a day that is none', 'definitions.asOf', (d) => (d.definitions.asOf = '2024-02-31')],
    ['a currency of text', 'definitions.currency', (d) => (d.definitions.currency = 'euro')],
    ['a segment in force that is not there', 'scope.active', (d) => (d.scope.active = 'nobody')],
  ])('%s', (_what, path, change) => {
    expect(refused(change)).toEqual({ code: 'notebook.damaged', path });
  });

  test('a member named __proto__ does not reach any object', () => {
    const text = serializeDocument(full()).replace('"bins": 4', '"__proto__": {"polluted": true}');
    expect(text).toContain('__proto__');
    try {
      const cell = parseDocument(text).cells[0] as unknown as { params: Json };
      expect(cell.params.polluted).toBeUndefined();
    } catch (error) {
      expect(error).toMatchObject({ code: 'notebook.damaged' });
    }
    expect(({} as Json).polluted).toBeUndefined();
  });

  test('a later version is said to be one', () => {
    expect(refused((d) => (d.schema = 99)).code).toBe('notebook.newer');
  });

  test('text that is too long is not even read', () => {
    expect(() => parseDocument(' '.repeat(MAX_DOCUMENT_LENGTH + 1))).toThrow(expect.objectContaining({ code: 'notebook.too-large' }));
  });

  test.each(['', 'null', '[]', '1', '"x"', '{', '{}', 'undefined', '<html>'])('%s', (text) => {
    expect(() => parseDocument(text)).toThrow(expect.objectContaining({ code: 'notebook.damaged' }));
  });

  test('whatever JSON comes in, nothing but an AppError goes out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(), (value, at) => {
        const document = copy();
        const paths = leaves(document);
        const path = paths[at % paths.length] as string[];
        const last = path.at(-1) as string;
        const owner = path.slice(0, -1).reduce<any>((each, key) => each[key], document);
        owner[last] = value;
        for (const input of [document, value, JSON.stringify(document)]) {
          try {
            parseDocument(input);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('what operations make is always a notebook', () => {
  let document = emptyDocument({ id: 'x' });
  for (let i = 0; i < 5; i += 1) {
    document = addAnalysis(document, { id: 'rfm-segmentation', version: 1, alias: 'rfm' }, { at: i }).document;
    document = addSql(document, { code: 'select 1' }).document;
    document = addProse(document, { text: '# x' }).document;
  }
  document = setParam(document, document.cells[0]?.id ?? '', 'segments', [{ name: 'A', ranges: { r: [1, 5] } }]);
  expect(parseDocument(serializeDocument(document))).toEqual(document);
});

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

function leaves(value: unknown, path: string[] = []): string[][] {
  const here = path.length > 0 ? [path] : [];
  if (value === null || typeof value !== 'object') return here;
  return [...here, ...Object.entries(value).flatMap(([key, member]) => leaves(member, [...path, key]))];
}
