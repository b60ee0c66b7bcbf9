import type { NotebookDocument } from '../notebook/document.ts';
import { parseDocument } from '../notebook/parse-document.ts';
import { serializeDocument } from '../notebook/serialize.ts';
import { type Database, type StoredNotebook, storageError } from './database.ts';

/** One line of the list of notebooks. */
export type NotebookEntry = Omit<StoredNotebook, 'text'>;

/** The notebooks of this browser. */
export interface NotebookStore {
  /** Latest change first. */
  list(): Promise<NotebookEntry[]>;
  /** Undefined where there is none. Throws as `parseDocument` does; the text is kept. */
  get(id: string): Promise<NotebookDocument | undefined>;
  /** The stored text as it is, readable or not. */
  text(id: string): Promise<string | undefined>;
  /** The write begins before the call returns, so that it still happens while the page goes away. */
  put(document: NotebookDocument): Promise<void>;
  remove(id: string): Promise<void>;
}

export function notebookStore(db: Database, now: () => number = Date.now): NotebookStore {
  return {
    async list() {
      const stored = await db.getAll('notebooks');
      return stored.map(({ text: _text, ...entry }) => entry).sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
    },
    async get(id) {
      const stored = await db.get('notebooks', id);
      return stored && parseDocument(stored.text);
    },
    async text(id) {
      return (await db.get('notebooks', id))?.text;
    },
    async put(document) {
      const text = serializeDocument(document);
      const entry = { id: document.id, title: document.title, cells: document.cells.length, updatedAt: now(), text };
      try {
        await db.put('notebooks', entry);
      } catch (cause) {
        throw storageError(cause, text.length);
      }
    },
    async remove(id) {
      await db.delete('notebooks', id);
    },
  };
}
