/** Whether what the person sees is also what is kept. */
export type SaveState =
  | { kind: 'saved'; at: number | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown };

/** Saves a value a moment after each change, one write at a time, always the latest. */
export interface Autosave<T> {
  changed(value: T): void;
  /** Writes now what is not written yet; the write has begun when the call returns. */
  flush(): Promise<void>;
  state(): SaveState;
  /** Flushes and stops; later changes are ignored. */
  close(): Promise<void>;
}

export interface AutosaveOptions<T> {
  save(value: T): Promise<void>;
  onState?: (state: SaveState) => void;
  /** Milliseconds after the last change; 400 unless said. */
  delay?: number;
  /** Milliseconds after which a failed write is tried again; 5,000 unless said. */
  retry?: number;
}

export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  const { save, onState, delay = 400, retry = 5000 } = options;
  let pending: { value: T } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let writing: Promise<void> | null = null;
  let state: SaveState = { kind: 'saved', at: null };
  let closed = false;

  const set = (next: SaveState): void => {
    state = next;
    onState?.(next);
  };
  const later = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };

  const write = async (value: T): Promise<void> => {
    set({ kind: 'saving' });
    try {
      await save(value);
      set(pending ? { kind: 'unsaved' } : { kind: 'saved', at: Date.now() });
    } catch (error) {
      pending ??= { value };
      set({ kind: 'failed', error });
      if (!closed) later(retry);
    }
  };

  /** While a write is under way the next one waits for it, so that an older value never lands on a newer one. */
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    if (writing) {
      await writing;
      if (state.kind === 'failed') return;
      return flush();
    }
    if (!pending) return;
    const { value } = pending;
    pending = null;
    writing = write(value).finally(() => {
      writing = null;
    });
    await writing;
  };

  return {
    changed(value) {
      if (closed) return;
      pending = { value };
      if (state.kind !== 'unsaved' && state.kind !== 'saving') set({ kind: 'unsaved' });
      later(delay);
    },
    flush,
    state: () => state,
    async close() {
      closed = true;
      await flush();
      clearTimeout(timer);
    },
  };
}

/** Flushes when the page is hidden or left. Returns the way to stop. */
export function flushOnHide(autosave: { flush(): Promise<void> }, page: Window = window): () => void {
  const flush = (): void => void autosave.flush();
  const hidden = (): void => {
    if (page.document.visibilityState === 'hidden') flush();
  };
  page.addEventListener('pagehide', flush);
  page.document.addEventListener('visibilitychange', hidden);
  return () => {
    page.removeEventListener('pagehide', flush);
    page.document.removeEventListener('visibilitychange', hidden);
  };
}
