import type { NotebookDocument } from '../../notebook/document.ts';
import { getApp } from './app-store.ts';
import { session } from './session.ts';
import { lackingSources, makeReady } from './source-loading.ts';

/** Everything that follows an edit: run what depends on it, keep it, read sources that came back. */
export function documentChanged(document: NotebookDocument, options: { typed?: boolean }): void {
  const { runtime } = getApp();
  const lacking = runtime?.engine() === 'ready' ? { absent: lackingSources(document) } : {};
  runtime?.update(document, { typed: options.typed ?? false, ...lacking });
  session()?.autosave.changed(document);
  void makeReady();
}
