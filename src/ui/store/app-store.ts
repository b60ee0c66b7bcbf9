import { create } from 'zustand';
import type { Column, TableId, Text } from '../../cell/index.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';
import type { NotebookDocument } from '../../notebook/document.ts';
import type { History } from '../../notebook/history.ts';
import type { Runtime } from '../../runtime/index.ts';
import type { NotebookEntry, SaveState } from '../../storage/index.ts';

/** What the page shows beside the notebook's own document: where it is, what is open, how the engine and storage are. */
export interface AppState {
  /** Null while the start page is shown. */
  history: History | null;
  runtime: Runtime | null;
  engine: EngineState;
  /** What is being read into the engine, by source id, with its share done. */
  loading: Readonly<Record<string, number | null>>;
  /** Sources of the notebook whose file this browser does not have. */
  absent: readonly string[];
  save: SaveState;
  /** `reader` while another tab holds the notebook. */
  role: 'owner' | 'reader';
  /** False for a notebook from a link until the reader agreed to its SQL. */
  trusted: boolean;
  /** Null until the list was read. */
  recent: readonly NotebookEntry[] | null;
  dialog: Dialog | null;
  details: { cellId: string; tab: DetailsTab } | null;
  /** Whether the rail is shown over the column, on narrow screens. */
  narrowRail: boolean;
  /** The cell that was just added: scrolled to, and opened for writing. */
  arrived: string | null;
  toasts: readonly Toast[];
  /** What a screen reader is told. */
  announcement: Text | null;
}

export type EngineState =
  | { kind: 'idle' }
  | { kind: 'booting' }
  | { kind: 'ready'; version: string; bootMs: number }
  | { kind: 'failed'; error: unknown };

export type DetailsTab = 'notes' | 'sql';

export type Dialog =
  | { kind: 'catalogue'; at?: number }
  | { kind: 'share' }
  | { kind: 'definitions' }
  | { kind: 'segment'; table: string; columns: readonly Column[]; messages?: BilingualMessages | undefined }
  | { kind: 'import'; files?: readonly File[]; source?: string; table?: TableId }
  | { kind: 'bind'; source: string; table?: TableId }
  | { kind: 'received'; document: NotebookDocument }
  | { kind: 'link-error'; error: unknown };

export interface Toast {
  id: number;
  text: Text;
  tone: 'plain' | 'bad';
  action?: { label: Text; run: () => void };
}

export const useApp = create<AppState>()(() => ({
  history: null,
  runtime: null,
  engine: { kind: 'idle' },
  loading: {},
  absent: [],
  save: { kind: 'saved', at: null },
  role: 'owner',
  trusted: true,
  recent: null,
  dialog: null,
  details: null,
  narrowRail: false,
  arrived: null,
  toasts: [],
  announcement: null,
}));

export const getApp = useApp.getState;
export const setApp = useApp.setState;

/** The open notebook; null on the start page. */
export const useDocument = (): NotebookDocument | null => useApp((state) => state.history?.present ?? null);
export const openDialog = (dialog: Dialog): void => setApp({ dialog });
export const closeDialog = (): void => setApp({ dialog: null });
