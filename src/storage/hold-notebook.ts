import { deferred } from '../util/deferred.ts';

/** One tab writes a notebook; the others read it until they take it over. */
export interface Hold {
  role(): 'owner' | 'reader';
  /**
   * Makes this tab the owner. The tab that was is asked to save and let go, and after `patience` milliseconds it is
   * not asked any more. Load the notebook again afterwards.
   */
  takeOver(): Promise<void>;
  release(): void;
}

export interface HoldOptions {
  /** Called when another tab takes the notebook over, before it gets it: save here. */
  onLeave?: () => Promise<void>;
  /** Called with the role each time that it changes. */
  onRole?: (role: 'owner' | 'reader') => void;
  patience?: number;
  locks?: LockManager | undefined;
}

/** Claims a notebook for this tab. Where a browser has no Web Locks, every tab is an owner. */
export async function holdNotebook(id: string, options: HoldOptions = {}): Promise<Hold> {
  const { onLeave, onRole, patience = 1500 } = options;
  const locks = 'locks' in options ? options.locks : globalThis.navigator?.locks;
  if (!locks) return { role: () => 'owner', takeOver: async () => undefined, release: () => undefined };

  const name = `clientele-notebook-${id}`;
  const channel = new BroadcastChannel(name);
  let role: 'owner' | 'reader' = 'reader';
  let letGo: (() => void) | undefined;

  const become = (next: 'owner' | 'reader'): void => {
    if (role === next) return;
    role = next;
    onRole?.(next);
  };

  /** Resolves when it is known whether the lock was granted; holds it until `letGo`. */
  const claim = async (lock: LockOptions): Promise<boolean> => {
    const asked = deferred<boolean>();
    let isMine = false;
    const hold = (granted: Lock | null): Promise<void> | undefined => {
      isMine = granted !== null;
      asked.resolve(isMine);
      if (!isMine) return undefined;
      become('owner');
      // Ends by letting go, or by a tab that steals it.
      const held = deferred();
      letGo = held.resolve;
      return held.promise;
    };
    locks
      .request(name, lock, hold)
      .catch(() => asked.resolve(false))
      .finally(() => {
        if (isMine) become('reader');
      });
    return asked.promise;
  };

  channel.onmessage = async (): Promise<void> => {
    if (role !== 'owner') return;
    await onLeave?.().catch(() => undefined);
    letGo?.();
  };

  await claim({ ifAvailable: true });
  return {
    role: () => role,
    async takeOver() {
      if (role === 'owner') return;
      channel.postMessage('let go');
      if (!(await claim({ signal: AbortSignal.timeout(patience) }))) await claim({ steal: true });
    },
    release() {
      channel.close();
      letGo?.();
    },
  };
}
