import type { NotebookDocument } from '../../notebook/document.ts';
import { createHistory } from '../../notebook/history.ts';
import { createRuntime } from '../../runtime/index.ts';
import { type Autosave, createAutosave, flushOnHide, type Hold, holdNotebook, keepStorage } from '../../storage/index.ts';
import { APP_VERSION } from '../../util/app-version.ts';
import { cellLibrary as library } from '../../workers/cells.ts';
import { getApp, setApp } from './app-store.ts';
import { ENGINE_VERSION, onEngine } from './engine.ts';
import { prefetchCharts } from './prefetch.ts';
import { makeReady } from './source-loading.ts';
import { refreshRecent, storage } from './storage.ts';
import { isTrusted, rememberTrust } from './untrusted.ts';

/** The open notebook's ties to the world: saving, the lock between tabs, the engine. */
interface Session {
  id: string;
  autosave: Autosave<NotebookDocument>;
  hold: Promise<Hold>;
  stop(): Promise<void>;
}

let open: Session | null = null;
export const session = (): Session | null => open;

/** Shows a notebook. `fresh` saves it at once, `trusted` is false for one that came with a link. */
export async function openDocument(document: NotebookDocument, options: { fresh?: boolean; trusted?: boolean } = {}): Promise<void> {
  await closeDocument();
  const trusted = options.trusted ?? isTrusted(document.id);
  if (options.fresh) rememberTrust(document.id, trusted);

  const autosave = createAutosave<NotebookDocument>({
    save: async (value) => {
      if (getApp().role === 'reader') return;
      await (await storage())?.notebooks.put(value);
    },
    onState: (save) => setApp({ save }),
  });
  const runtime = createRuntime({
    executor: null,
    library,
    keep: {
      get: async (runKey) => (await storage())?.results.get(runKey),
      put: async (runKey, result) => (await storage())?.results.put(runKey, result),
    },
    engine: ENGINE_VERSION,
    app: APP_VERSION,
  });
  const hold = holdNotebook(document.id, { onLeave: () => autosave.flush(), onRole: (role) => setApp({ role }) });
  const stopHiding = flushOnHide(autosave);
  const stopEngine = onEngine(() => {
    runtime.setExecutor(null);
    void makeReady();
  });

  open = {
    id: document.id,
    autosave,
    hold,
    async stop() {
      stopEngine();
      stopHiding();
      await autosave.close();
      runtime.dispose();
      (await hold).release();
    },
  };
  setApp({
    history: createHistory(document),
    runtime,
    trusted,
    role: 'owner',
    absent: [],
    loading: {},
    details: null,
    arrived: null,
    save: { kind: 'saved', at: null },
  });
  runtime.update(document, { trusted });
  if (options.fresh) {
    autosave.changed(document);
    void keepStorage().catch(() => false);
  }
  if (document.cells.some((cell) => cell.type === 'analysis')) prefetchCharts();
  void makeReady();
  void hold.then((held) => setApp({ role: held.role() }));
}

/** Saves and lets go of the open notebook, if there is one. */
export async function closeDocument(): Promise<void> {
  const closing = open;
  open = null;
  setApp({ history: null, runtime: null, details: null, loading: {}, absent: [], arrived: null });
  await closing?.stop();
  if (closing) await refreshRecent();
}

/** Lets SQL of a shared notebook run. */
export function trust(): void {
  const { history, runtime } = getApp();
  if (!history || !runtime) return;
  rememberTrust(history.present.id, true);
  setApp({ trusted: true });
  runtime.update(history.present, { trusted: true });
}

/** Makes this tab the one that writes, with what the other tab saved last. */
export async function takeOver(): Promise<void> {
  const mine = open;
  if (!mine) return;
  await (await mine.hold).takeOver();
  const kept = await (await storage())?.notebooks.get(mine.id);
  if (kept && open === mine) {
    setApp({ history: createHistory(kept) });
    getApp().runtime?.update(kept);
    void makeReady();
  }
}
