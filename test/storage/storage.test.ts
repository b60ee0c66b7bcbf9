import * as fake from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CellResult } from '../../src/cell/index.ts';
import { setTitle } from '../../src/notebook/operations.ts';
import { type Database, openDatabase } from '../../src/storage/database.ts';
import { notebookStore } from '../../src/storage/notebooks.ts';
import { resultStore } from '../../src/storage/results.ts';
import { blobStore, fileStore, type SourceStore } from '../../src/storage/sources.ts';
import { full } from '../notebook/documents.ts';
import { memoryFolder } from './memory-folder.ts';

let db: Database;
let clock = 0;
const now = () => (clock += 1);

beforeEach(async () => {
  for (const name of Object.keys(fake)) Object.assign(globalThis, { [name]: (fake as Record<string, unknown>)[name] });
  globalThis.indexedDB = new fake.IDBFactory();
  db = await openDatabase('test');
});

describe('notebooks', () => {
  test('a notebook comes back as it was, also after a reload', async () => {
    await notebookStore(db).put(full());
    db.close();
    const reloaded = notebookStore(await openDatabase('test'));
    expect(await reloaded.get('a1b2c3')).toEqual(full());
    expect(await reloaded.get('nobody')).toBeUndefined();
  });

  test('the latest change comes first in the list, without the documents', async () => {
    const store = notebookStore(db, now);
    await store.put({ ...full(), id: 'old' });
    await store.put({ ...full(), id: 'new' });
    await store.put(setTitle({ ...full(), id: 'old' }, 'changed'));
    expect((await store.list()).map(({ id, title, cells }) => [id, title, cells])).toEqual([
      ['old', 'changed', 3],
      ['new', full().title, 3],
    ]);
    await store.remove('old');
    expect(await store.list()).toHaveLength(1);
  });

  test('what cannot be read is an error, and its text is still there', async () => {
    await db.put('notebooks', { id: 'x', title: '', cells: 0, updatedAt: 0, text: '{"schema":99}' });
    const store = notebookStore(db);
    await expect(store.get('x')).rejects.toMatchObject({ code: 'notebook.newer' });
    expect(await store.text('x')).toBe('{"schema":99}');
  });

  test('a full disk is said to be one', async () => {
    vi.spyOn(db, 'put').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await expect(notebookStore(db).put(full())).rejects.toMatchObject({ code: 'storage.full' });
    vi.spyOn(db, 'put').mockRejectedValueOnce(new DOMException('closed', 'InvalidStateError'));
    await expect(notebookStore(db).put(full())).rejects.toMatchObject({ name: 'InvalidStateError' });
  });

  test('a browser that keeps nothing says so', async () => {
    vi.spyOn(globalThis.indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    await expect(openDatabase('other')).rejects.toMatchObject({ code: 'storage.unavailable' });
  });
});

describe('results', () => {
  const result = (size: number) =>
    ({ tables: [], views: [], facts: [], checks: [], provenance: 'x'.repeat(size) }) as unknown as CellResult;

  test('the least recently used go when the room is used up', async () => {
    const store = resultStore(db, 1000, now);
    for (const key of ['a', 'b', 'c']) await store.put(key, result(180));
    expect(await store.get('a')).toEqual(result(180));
    await store.put('d', result(180));
    await store.put('e', result(180));
    const kept = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (key) => ((await store.get(key)) ? key : '')));
    expect(kept.join('')).toBe('acde');
  });

  test('one result may not take the room of all', async () => {
    const store = resultStore(db, 1000, now);
    await store.put('small', result(10));
    await store.put('huge', result(5000));
    expect(await store.get('huge')).toBeUndefined();
    expect(await store.get('small')).toBeDefined();
    await store.clear();
    expect(await store.get('small')).toBeUndefined();
  });
});

describe.each<[string, () => SourceStore]>([
  ['IndexedDB', () => blobStore(db)],
  ['files', () => fileStore(memoryFolder())],
])('sources in %s', (_where, make) => {
  const fingerprint = 'ab'.repeat(32);

  test('a file comes back byte for byte', async () => {
    const store = make();
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    await store.put(fingerprint, new Blob([bytes]));
    const back = await store.get(fingerprint);
    expect(new Uint8Array((await back?.arrayBuffer()) as ArrayBuffer)).toEqual(bytes);
    expect(await store.list()).toEqual([{ fingerprint, bytes: 70_000 }]);
    expect(await store.has(fingerprint)).toBe(true);
    await store.remove(fingerprint);
    await store.remove(fingerprint);
    expect(await store.get(fingerprint)).toBeUndefined();
    expect(await store.has(fingerprint)).toBe(false);
    expect(await store.list()).toEqual([]);
  });

  test('a name that is no fingerprint opens nothing', async () => {
    for (const name of ['', '../secret', 'AB'.repeat(32), `${'ab'.repeat(32)}/x`]) {
      await expect(make().get(name)).rejects.toMatchObject({ code: 'storage.name' });
      await expect(make().put(name, new Blob([]))).rejects.toMatchObject({ code: 'storage.name' });
    }
  });
});

test('a file that does not fit leaves nothing behind', async () => {
  const folder = memoryFolder({ quota: 100 });
  const store = fileStore(folder);
  await expect(store.put('cd'.repeat(32), new Blob(['x'.repeat(101)]))).rejects.toMatchObject({
    code: 'storage.full',
    fields: { bytes: 101 },
  });
  expect(await store.list()).toEqual([]);
  await store.put('cd'.repeat(32), new Blob(['x'.repeat(99)]));
  expect(await store.list()).toHaveLength(1);
});
