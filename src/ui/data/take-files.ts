import { getApp, openDialog } from '../store/app-store.ts';
import { newNotebook } from '../store/navigation.ts';

/** Begins to import files; on the start page they get a notebook of their own. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  const ready = getApp().history ? Promise.resolve() : newNotebook();
  void ready.then(() => openDialog({ kind: 'import', files }));
}
