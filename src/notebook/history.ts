import type { Text } from '../cell/index.ts';
import type { NotebookDocument } from './document.ts';

/** Undo and redo of the whole document. Steps hold documents, which share all that did not change. */
export interface History {
  readonly past: readonly Step[];
  readonly present: NotebookDocument;
  readonly future: readonly Step[];
  /** The key and time of the latest commit, for coalescing. */
  readonly open: { readonly key: string; readonly at: number } | null;
}

/** A document to go back (or forward) to, and what lies between it and its neighbour, for `Undo: …`. */
export interface Step {
  readonly document: NotebookDocument;
  readonly label: Text;
}

export interface CommitOptions {
  label: Text;
  /** Commits with the same key, each within `COALESCE_MS` of the one before, are one step: typing, dragging a slider. */
  key?: string;
  /** Milliseconds; Date.now() unless given. */
  at?: number;
}

export const COALESCE_MS = 1000;
export const MAX_STEPS = 200;

export function createHistory(document: NotebookDocument): History {
  return { past: [], present: document, future: [], open: null };
}

/** Takes a new document in. The same document is no step. */
export function commit(history: History, document: NotebookDocument, options: CommitOptions): History {
  if (document === history.present) return history;
  const at = options.at ?? Date.now();
  const open = options.key === undefined ? null : { key: options.key, at };
  const joins = open !== null && history.open?.key === open.key && at - history.open.at <= COALESCE_MS && history.future.length === 0;
  const past = joins ? history.past : [...history.past, { document: history.present, label: options.label }].slice(-MAX_STEPS);
  return { past, present: document, future: [], open };
}

/** One step back; the history itself where there is none. */
export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    past: history.past.slice(0, -1),
    present: step.document,
    future: [{ document: history.present, label: step.label }, ...history.future],
    open: null,
  };
}

/** One step forward again. */
export function redo(history: History): History {
  const step = history.future[0];
  if (!step) return history;
  return {
    past: [...history.past, { document: history.present, label: step.label }],
    present: step.document,
    future: history.future.slice(1),
    open: null,
  };
}

/** What undo would take back, or null. */
export const undoLabel = (history: History): Text | null => history.past.at(-1)?.label ?? null;
/** What redo would do again, or null. */
export const redoLabel = (history: History): Text | null => history.future[0]?.label ?? null;
