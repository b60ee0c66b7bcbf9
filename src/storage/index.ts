import { openDatabase } from './database.ts';
import { type NotebookStore, notebookStore } from './notebooks.ts';
import { type ResultStore, resultStore } from './results.ts';
import { type SourceStore, sourceStore } from './sources.ts';

export * from './autosave.ts';
export * from './hold-notebook.ts';
export type { NotebookEntry, NotebookStore } from './notebooks.ts';
export type { ResultStore } from './results.ts';
export { keepStorage, type SourceStore, storageUsage } from './sources.ts';

/** All that is kept in this browser. */
export interface Storage {
  notebooks: NotebookStore;
  results: ResultStore;
  sources: SourceStore;
  close(): void;
}

/** Opens it. Throws `storage.unavailable`; the app then works without keeping anything, and must say so. */
export async function openStorage(name?: string): Promise<Storage> {
  const db = await openDatabase(name);
  return { notebooks: notebookStore(db), results: resultStore(db), sources: await sourceStore(db), close: () => db.close() };
}
