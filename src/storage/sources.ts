import { AppError } from '../util/app-error.ts';
import { type Database, storageError } from './database.ts';

/** The bytes of imported files, by the SHA-256 of their bytes (hex): the truth that the engine is rebuilt from. */
export interface SourceStore {
  /** Keeps a file as it came. Throws `storage.full`; nothing is left behind then. */
  put(fingerprint: string, file: Blob): Promise<void>;
  /** Read lazily from where it lies; undefined where there is none. */
  get(fingerprint: string): Promise<Blob | undefined>;
  has(fingerprint: string): Promise<boolean>;
  remove(fingerprint: string): Promise<void>;
  list(): Promise<{ fingerprint: string; bytes: number }[]>;
}

/** Files in the origin's private file system, or in IndexedDB where a browser cannot write there. */
export async function sourceStore(db: Database): Promise<SourceStore> {
  const folder = await sourcesFolder();
  return folder ? fileStore(folder) : blobStore(db);
}

/** What the browser lets this origin have, in bytes; nulls where it does not say. */
export async function storageUsage(): Promise<{ used: number | null; quota: number | null }> {
  const estimate = await globalThis.navigator?.storage?.estimate?.();
  return { used: estimate?.usage ?? null, quota: estimate?.quota ?? null };
}

/** Asks the browser not to clear the origin when space runs short. */
export async function keepStorage(): Promise<boolean> {
  return (await globalThis.navigator?.storage?.persist?.()) ?? false;
}

async function sourcesFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    if (!('createWritable' in FileSystemFileHandle.prototype)) return null;
    const root = await navigator.storage.getDirectory();
    return await root.getDirectoryHandle('sources', { create: true });
  } catch {
    return null;
  }
}

/** `fileStore` over any directory handle. */
export function fileStore(folder: FileSystemDirectoryHandle): SourceStore {
  const find = async (fingerprint: string): Promise<File | undefined> => {
    try {
      return await (await folder.getFileHandle(checked(fingerprint))).getFile();
    } catch (cause) {
      if ((cause as { name?: unknown }).name === 'NotFoundError') return undefined;
      throw cause;
    }
  };
  return {
    async put(fingerprint, file) {
      if ((await find(fingerprint))?.size === file.size) return;
      try {
        const handle = await folder.getFileHandle(checked(fingerprint), { create: true });
        await file.stream().pipeTo(await handle.createWritable());
      } catch (cause) {
        await folder.removeEntry(fingerprint).catch(() => undefined);
        throw storageError(cause, file.size);
      }
    },
    get: find,
    has: async (fingerprint) => (await find(fingerprint)) !== undefined,
    async remove(fingerprint) {
      await folder.removeEntry(checked(fingerprint)).catch((cause) => {
        if (cause?.name !== 'NotFoundError') throw cause;
      });
    },
    async list() {
      const found: { fingerprint: string; bytes: number }[] = [];
      for await (const [name, handle] of folder.entries()) {
        if (handle.kind === 'file') found.push({ fingerprint: name, bytes: (await (handle as FileSystemFileHandle).getFile()).size });
      }
      return found.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
    },
  };
}

/** The same over IndexedDB blobs. */
export function blobStore(db: Database): SourceStore {
  return {
    async put(fingerprint, blob) {
      try {
        await db.put('sources', { fingerprint: checked(fingerprint), blob });
      } catch (cause) {
        throw storageError(cause, blob.size);
      }
    },
    get: async (fingerprint) => (await db.get('sources', checked(fingerprint)))?.blob,
    has: async (fingerprint) => (await db.count('sources', checked(fingerprint))) > 0,
    remove: (fingerprint) => db.delete('sources', checked(fingerprint)),
    async list() {
      return (await db.getAll('sources')).map(({ fingerprint, blob }) => ({ fingerprint, bytes: blob.size }));
    },
  };
}

function checked(fingerprint: string): string {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new AppError('storage.name', `not a fingerprint: ${fingerprint.slice(0, 80)}`, {});
  return fingerprint;
}
