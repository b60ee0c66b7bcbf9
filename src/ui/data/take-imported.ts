import { text } from '../../cell/index.ts';
import { i18nIn } from '../i18n/index.ts';
import type { ImportResult } from '../import/import-api.ts';
import { getApp, setApp } from '../store/app-store.ts';
import { takeSource } from '../store/edits.ts';
import { usePreferences } from '../store/preferences.ts';
import { markLoaded } from '../store/source-loading.ts';
import { storage } from '../store/storage.ts';
import { toast } from '../store/toasts.ts';

/** Takes an imported file into the open notebook, and keeps its bytes, from which the engine can be filled again. */
export async function takeImported({ file, source, bindings }: ImportResult): Promise<void> {
  const before = getApp().history?.present;
  if (!before) return;
  const known = before.sources.find(({ id }) => id === source.id);
  const isSameSample = known?.origin.kind === 'sample' && known.fingerprint === source.fingerprint;
  const taken = isSameSample ? { ...source, name: known.name, origin: known.origin } : source;
  markLoaded(taken);
  setApp({ absent: getApp().absent.filter((id) => id !== taken.id) });
  const isFirst = before.title === '' && before.sources.length === 0;
  takeSource(taken, bindings, isFirst ? titleFrom(file.name) : undefined);
  if (taken.origin.kind === 'sample') return;
  try {
    await (await storage())?.sources.put(taken.fingerprint, file);
  } catch (error) {
    const { errorText } = i18nIn(usePreferences.getState().language);
    toast(text('toast.source.unkept', { name: file.name, reason: errorText(error) }), { tone: 'bad' });
  }
}

/** `orders_2024-final.csv` gives `orders 2024 final`. */
function titleFrom(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]+$/, '')
    .replace(/[_\s-]+/g, ' ')
    .trim();
  return stem.charAt(0).toUpperCase() + stem.slice(1);
}
