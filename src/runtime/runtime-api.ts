import type { CellLibrary, CellResult, Quantity } from '../cell/index.ts';
import type { NotebookDocument } from '../notebook/document.ts';
import type { CellState } from './cell-state.ts';
import type { Executor } from './executor.ts';

/** Results by run key, kept beyond the tab's life; `storage/results.ts` is one. Failures of either are swallowed. */
export interface ResultKeep {
  get(runKey: string): Promise<CellResult | undefined>;
  put(runKey: string, result: CellResult): Promise<void>;
}

export interface RuntimeOptions {
  /** Null until the engine is up: kept results are shown, nothing runs. */
  executor: Executor | null;
  library: CellLibrary;
  keep?: ResultKeep;
  /** The engine's version and the app's, part of each run key: pass them even while the engine boots. */
  engine: string;
  app: string;
  /** Milliseconds that a typed change waits for the next one; 150 unless said. */
  typingDelay?: number;
  /** Called with the ids of cells whose state changed, as `subscribe` does. */
  onChange?: (changed: ReadonlySet<string>) => void;
}

export interface UpdateOptions {
  /** False for a notebook from a link that the reader has not agreed to yet; stays as it was unless given. At first: true. */
  trusted?: boolean;
  /** Ids of sources that the engine does not have (a file that must be asked for). At first: those without a fingerprint. */
  absent?: readonly string[];
  /** The change comes from typing or dragging: wait for the next one before running. */
  typed?: boolean;
}

export interface Runtime {
  /** The document as it is now. Re-runs exactly what depends on what changed; cancels what is superseded. */
  update(document: NotebookDocument, options?: UpdateOptions): void;
  cancel(cellId: string): void;
  cancelAll(): void;
  /** Runs a cell again whatever is remembered of it, and then what depends on it. */
  rerun(cellId: string): void;
  /** Idle with nothing shown for an id that is not in the document. */
  state(cellId: string): CellState;
  /** Facts for prose, by `alias.fact`; the same object until one changes. */
  facts(): Readonly<Record<string, Quantity>>;
  /** Names of the facts that belong to a result about to be replaced. */
  staleFacts(): ReadonlySet<string>;
  /** Whether there is an executor; `lost` after it died, until `setExecutor`. */
  engine(): 'absent' | 'ready' | 'lost';
  /** A new engine with nothing in it (or null while there is none): tables are restored or made again. */
  setExecutor(executor: Executor | null): void;
  /** Calls back, once per turn, with the ids of cells that changed. Returns the way to stop. */
  subscribe(listener: (changed: ReadonlySet<string>) => void): () => void;
  /** Resolves when nothing runs, is queued or is being looked up. */
  settled(): Promise<void>;
  /** Cancels everything and lets go of listeners. */
  dispose(): void;
}
