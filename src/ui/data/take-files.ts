import { getApp, openDialog } from '../store/app-store.ts';
import { newNotebook } from '../store/navigation.ts';

/** Begins to import files; on the start page they get a notebook of their own. */
export async function takeFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  if (!getApp().history) await newNotebook();
  openDialog({ kind: 'import', files });
}
