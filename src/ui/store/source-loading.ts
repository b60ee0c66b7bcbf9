import type { ReadOptions } from '../../import/options.ts';
import type { NotebookDocument, Source } from '../../notebook/document.ts';
import type { ComputeClient } from '../../workers/compute-client.ts';
import { getApp, setApp } from './app-store.ts';
import { startEngine } from './engine.ts';
import { sampleFile } from './samples.ts';
import { storage } from './storage.ts';

/** What the engine holds: source id → how it was read, so that two notebooks with the same ids do not mix. */
const inEngine = new Map<string, string>();
let engineOf: ComputeClient | null = null;
let current: Promise<void> | null = null;
let again = false;

/** Called by an import that has just put a source into the engine. */
export const markLoaded = (source: Source): void => void inEngine.set(source.id, signature(source));

/** Nothing is in the engine any more. */
export const forgetLoaded = (): void => inEngine.clear();

/**
 * Brings the engine to where the open notebook can run: boots it, reads the sources that it lacks, then lets the
 * runtime go. Called after every change; it does nothing where there is nothing to do. Failures are in the app's state.
 */
export function makeReady(): Promise<void> {
  if (current) {
    again = true;
    return current;
  }
  current = work().finally(() => {
    current = null;
    if (again) {
      again = false;
      void makeReady();
    }
  });
  return current;
}

async function work(): Promise<void> {
  const { history, runtime } = getApp();
  if (!history || !runtime || !needsEngine(history.present)) return;
  const isReady =
    runtime.engine() === 'ready' && history.present.sources.every((source) => isLoaded(source) || getApp().absent.includes(source.id));
  if (isReady) return;
  if (getApp().engine.kind === 'failed') return;
  const engine = await startEngine().catch(() => null);
  if (!engine || getApp().runtime !== runtime) return;
  if (engine !== engineOf) inEngine.clear();
  engineOf = engine;

  const absent: string[] = [];
  for (const source of history.present.sources) {
    if (isLoaded(source)) continue;
    if (!(await load(engine, source))) absent.push(source.id);
    if (getApp().runtime !== runtime) return;
  }
  setApp({ absent });
  const present = getApp().history?.present;
  if (present) runtime.update(present, { absent });
  if (runtime.engine() !== 'ready') runtime.setExecutor(engine);
}

/** Tries again after the engine did not start. */
export function retryEngine(): void {
  setApp({ engine: { kind: 'idle' } });
  void makeReady();
}

/** Whether anything in the notebook could run: writing prose alone boots nothing. */
function needsEngine(document: NotebookDocument): boolean {
  return document.sources.length > 0 || document.cells.some((cell) => cell.type === 'sql' && cell.code.trim() !== '');
}

/** True once the source is in the engine; false where its file is not to be had. */
async function load(engine: ComputeClient, source: Source): Promise<boolean> {
  setLoading(source.id, null);
  try {
    const file = await bytesOf(source);
    if (!file) return false;
    if (inEngine.has(source.id)) await engine.dropSource(source.id);
    inEngine.delete(source.id);
    const options = 'format' in source.options ? (source.options as unknown as ReadOptions) : (await engine.preview(file)).options;
    const imported = await engine.import(source.id, file, options, (progress) =>
      setLoading(source.id, progress.ofBytes > 0 ? progress.bytes / progress.ofBytes : null),
    );
    const read: Source = {
      ...source,
      columns: imported.columns,
      rows: imported.rows,
      bytes: file.size,
      fingerprint: imported.fingerprint,
      options: options as unknown as Source['options'],
    };
    if (source.columns.length === 0) amendSource(read);
    inEngine.set(source.id, signature(source.columns.length === 0 ? read : source));
    return true;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    setLoading(source.id, undefined);
  }
}

async function bytesOf(source: Source): Promise<File | undefined> {
  if (source.origin.kind === 'sample') return sampleFile(source.origin);
  const kept = source.fingerprint ? await (await storage())?.sources.get(source.fingerprint) : undefined;
  return kept && new File([kept], source.name);
}

/** Completes a source in every step of the history: reading a file is no edit. */
function amendSource(source: Source): void {
  const { history } = getApp();
  if (!history) return;
  const amend = (document: NotebookDocument): NotebookDocument => ({
    ...document,
    sources: document.sources.map((each) => (each.id === source.id && each.columns.length === 0 ? source : each)),
  });
  const steps = (list: typeof history.past) => list.map((step) => ({ ...step, document: amend(step.document) }));
  setApp({ history: { ...history, past: steps(history.past), future: steps(history.future), present: amend(history.present) } });
}

const isLoaded = (source: Source): boolean => inEngine.get(source.id) === signature(source);
const signature = (source: Source): string => `${source.fingerprint} ${JSON.stringify(source.options)}`;

function setLoading(id: string, done: number | null | undefined): void {
  const { [id]: _, ...others } = getApp().loading;
  setApp({ loading: done === undefined ? others : { ...others, [id]: done } });
}
