import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { CellResult } from '../cell/index.ts';
import { AppError } from '../util/app-error.ts';

interface Schema extends DBSchema {
  notebooks: { key: string; value: StoredNotebook };
  results: { key: string; value: StoredResult; indexes: { usedAt: number } };
  sources: { key: string; value: StoredSource };
}

/** A notebook at rest: the serialized document, so that what cannot be read any more can still be handed back. */
export interface StoredNotebook {
  id: string;
  title: string;
  cells: number;
  /** Milliseconds. */
  updatedAt: number;
  text: string;
}
export interface StoredResult {
  runKey: string;
  result: CellResult;
  bytes: number;
  usedAt: number;
}
/** Only where the browser has no OPFS. */
export interface StoredSource {
  fingerprint: string;
  blob: Blob;
}

export type Database = IDBPDatabase<Schema>;

/** Opens (or makes) the app's database. Throws `storage.unavailable` where the browser refuses one, as in some private windows. */
export async function openDatabase(name = 'clientele'): Promise<Database> {
  try {
    return await openDB<Schema>(name, 1, {
      upgrade(db) {
        db.createObjectStore('notebooks', { keyPath: 'id' });
        db.createObjectStore('results', { keyPath: 'runKey' }).createIndex('usedAt', 'usedAt');
        db.createObjectStore('sources', { keyPath: 'fingerprint' });
      },
      // A tab with a later version must not wait for this one.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
  } catch (cause) {
    throw new AppError('storage.unavailable', 'no storage in this browser', {}, { cause });
  }
}

/** Makes the browser's quota error into `storage.full`; lets everything else through. */
export function storageError(cause: unknown, bytes: number): unknown {
  const name = (cause as { name?: unknown } | null)?.name;
  if (name !== 'QuotaExceededError') return cause;
  return new AppError('storage.full', `storage is full, bytes: ${bytes}`, { bytes }, { cause });
}
