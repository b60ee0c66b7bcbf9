import type { Definitions } from '../cell/index.ts';
import { type NotebookDocument, SCHEMA_VERSION, type Scope } from './document.ts';

/** What a new notebook decides: nothing that data could contradict. */
export const DEFAULT_DEFINITIONS: Definitions = { currency: '', weekStart: 1, asOf: 'auto', returns: 'net', statuses: [] };
export const WHOLE_SCOPE: Scope = { consent: false, segments: [], active: null };

/** A notebook with nothing in it. The id is random unless given. */
export function emptyDocument(options: { id?: string; title?: string } = {}): NotebookDocument {
  return {
    schema: SCHEMA_VERSION,
    id: options.id ?? newNotebookId(),
    title: options.title ?? '',
    sources: [],
    bindings: [],
    definitions: DEFAULT_DEFINITIONS,
    scope: WHOLE_SCOPE,
    cells: [],
  };
}

/** 16 hex digits. */
export function newNotebookId(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
