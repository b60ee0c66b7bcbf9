import { text } from '../../cell/index.ts';
import { openStorage, type Storage } from '../../storage/index.ts';
import { setApp } from './app-store.ts';
import { toast } from './toasts.ts';

let opened: Promise<Storage | null> | null = null;

/** What this browser keeps; null where it refuses to keep anything, which is said once. */
export function storage(): Promise<Storage | null> {
  opened ??= openStorage().catch((error: unknown) => {
    setApp({ save: { kind: 'failed', error } });
    toast(text('save.failed.help'), { tone: 'bad' });
    return null;
  });
  return opened;
}

/** Reads the list of notebooks again. */
export async function refreshRecent(): Promise<void> {
  const kept = await storage();
  setApp({ recent: kept ? await kept.notebooks.list() : [] });
}
