import type { Dataset } from '../../../datasets/dataset.ts';
import type { CellDefinition } from '../../cell/index.ts';
import type { NotebookDocument } from '../../notebook/document.ts';
import { emptyDocument, newNotebookId } from '../../notebook/empty-document.ts';
import { decodeLink, isLink } from '../../share/index.ts';
import { AppError } from '../../util/app-error.ts';
import { i18nIn } from '../i18n/index.ts';
import { getApp, openDialog, setApp } from './app-store.ts';
import { prefetchEngine } from './engine.ts';
import { usePreferences } from './preferences.ts';
import { prefetchCharts, prefetchDialogs } from './prefetch.ts';
import { sampleDocument } from './samples.ts';
import { closeDocument, openDocument } from './session.ts';
import { refreshRecent, storage } from './storage.ts';

/** Addresses: `#/<id>` is a notebook of this browser, `#n1.…` one that came with a link, nothing is the start page. */
const addressOf = (id: string) => `#/${id}`;

/** Reads the address at the start and whenever it changes. */
export async function startNavigation(): Promise<void> {
  addEventListener('hashchange', () => void follow(location.hash));
  // Nearly everything that a person can do next needs it, and it starts in threads of its own.
  prefetchEngine();
  const listed = refreshRecent();
  await follow(location.hash);
  await listed;
  whenIdle(() => {
    prefetchCharts();
    prefetchDialogs();
  });
}

async function follow(hash: string): Promise<void> {
  if (isLink(hash)) return receive(hash);
  const id = /^#\/([\w-]+)$/.exec(hash)?.[1];
  if (id === getApp().history?.present.id) return;
  if (!id) return closeDocument();
  await openKept(id);
}

/** Opens a notebook of this browser. */
export async function openKept(id: string): Promise<void> {
  try {
    const document = await (await storage())?.notebooks.get(id);
    if (!document) throw new AppError('notebook.missing', `no such notebook: ${id}`, { id });
    await openDocument(document);
    go(addressOf(id));
  } catch (error) {
    go('');
    await closeDocument();
    openDialog({ kind: 'link-error', error });
  }
}

/** Shows what a link holds before anything of it runs; the open notebook stays as it is. */
async function receive(hash: string): Promise<void> {
  try {
    openDialog({ kind: 'received', document: await decodeLink(hash) });
  } catch (error) {
    openDialog({ kind: 'link-error', error });
  }
  restoreAddress();
}

/** Opens the notebook of a link as a new one of this browser. */
export async function acceptReceived(document: NotebookDocument): Promise<void> {
  const own = { ...document, id: newNotebookId() };
  setApp({ dialog: null });
  await openDocument(own, { fresh: true, trusted: false });
  go(addressOf(own.id));
}

export async function newNotebook(): Promise<void> {
  await openFresh(emptyDocument());
}

/** A notebook on a sample, with the analyses that are wanted or those that suit it. */
export async function newFromSample(dataset: Dataset, wanted?: readonly CellDefinition[]): Promise<void> {
  await openFresh(sampleDocument(dataset, i18nIn(usePreferences.getState().language), wanted));
}

async function openFresh(document: NotebookDocument): Promise<void> {
  await openDocument(document, { fresh: true, trusted: true });
  go(addressOf(document.id));
}

/** To the start page. */
export async function goHome(): Promise<void> {
  go('');
  await closeDocument();
}

/** Deletes a notebook of the list; the caller offers the way back with what is returned. */
export async function deleteKept(id: string): Promise<() => Promise<void>> {
  const kept = await storage();
  const document = await kept?.notebooks.get(id).catch(() => undefined);
  await kept?.notebooks.remove(id);
  await refreshRecent();
  return async () => {
    if (document) await kept?.notebooks.put(document);
    await refreshRecent();
  };
}

function go(hash: string): void {
  if (location.hash === hash || (hash === '' && location.hash === '')) return;
  history.pushState(null, '', hash === '' ? location.pathname + location.search : hash);
}

function restoreAddress(): void {
  const id = getApp().history?.present.id;
  history.replaceState(null, '', id ? addressOf(id) : location.pathname + location.search);
}

function whenIdle(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 2000 });
  else setTimeout(task, 500);
}
