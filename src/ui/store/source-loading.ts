import type { ReadOptions } from '../../import/options.ts';
import type { NotebookDocument, Source } from '../../notebook/document.ts';
import { AppError } from '../../util/app-error.ts';
import type { ComputeClient } from '../../workers/compute-client.ts';
import { getApp, setApp } from './app-store.ts';
import { runningEngine, startEngine } from './engine.ts';
import { sampleFile } from './samples.ts';
import { storage } from './storage.ts';

/** What the engine holds: source id → how it was read, so that two notebooks with the same ids do not mix. */
const inEngine = new Map<string, string>();
let engineOf: ComputeClient | null = null;
let current: Promise<void> | null = null;
let again = false;
/** The source under which the engine died last, until all were read. */
let diedOn = '';

/** Called by an import that has just put a source into the engine. */
export function markLoaded(source: Source): void {
  const engine = runningEngine();
  if (engine !== engineOf) inEngine.clear();
  engineOf = engine;
  inEngine.set(source.id, signature(source));
}

/** Ids of the sources that the engine does not have (yet). */
export const lackingSources = (document: NotebookDocument): string[] =>
  document.sources.filter((source) => !isLoaded(source)).map(({ id }) => id);

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

/** Tries again after the engine did not start. */
export function retryEngine(): void {
  setApp({ engine: { kind: 'idle' } });
  void makeReady();
}

async function work(): Promise<void> {
  const { history, runtime, engine: state } = getApp();
  if (!history || !runtime || !needsEngine(history.present) || state.kind === 'failed') return;
  const lacking = history.present.sources.filter((source) => !isLoaded(source));
  if (runtime.engine() === 'ready' && lacking.every(({ id }) => getApp().absent.includes(id))) return;

  const booting = startEngine();
  // Files are fetched and looked at while the engine starts.
  const found = lacking.map((source) => ({ source, file: lookAt(source) }));
  const engine = await booting.catch(() => null);
  if (!engine || getApp().runtime !== runtime) return;
  if (engine !== engineOf) inEngine.clear();
  engineOf = engine;

  const absent: string[] = [];
  for (const { source, file } of found) {
    if (!(await load(engine, source, file))) absent.push(source.id);
    if (getApp().runtime !== runtime) return;
    if (engine !== runningEngine()) return diedReading(source);
  }
  diedOn = '';
  setApp({ absent });
  const present = getApp().history?.present;
  if (present) runtime.update(present, { absent });
  if (runtime.engine() !== 'ready') runtime.setExecutor(engine);
}

/** The engine died under a file. It is started once more for it; the second time it waits for the person. */
function diedReading(source: Source): void {
  const again = diedOn !== source.id;
  diedOn = again ? source.id : '';
  if (!again)
    setApp({
      engine: { kind: 'failed', error: new AppError('engine.lost', 'the engine was lost', { reason: 'crashed', detail: source.name }) },
    });
}

/** Whether anything in the notebook could run: writing prose alone boots nothing. */
function needsEngine(document: NotebookDocument): boolean {
  return document.sources.length > 0 || document.cells.some((cell) => cell.type === 'sql' && cell.code.trim() !== '');
}

interface Looked {
  file: File;
  options: ReadOptions;
}

/** A source's file and how it is read; undefined where it is not to be had. It never rejects. */
async function lookAt(source: Source): Promise<Looked | undefined> {
  try {
    const file = await fileOf(source);
    if (!file) return undefined;
    if ('format' in source.options) return { file, options: source.options as unknown as ReadOptions };
    return { file, options: (await (runningEngine() ?? (await startEngine())).preview(file)).options };
  } catch (error) {
    console.error(error);
    return undefined;
  }
}

/** True once the source is in the engine; false where its file is not to be had, or is not what it was. */
async function load(engine: ComputeClient, source: Source, looking: Promise<Looked | undefined>): Promise<boolean> {
  setLoading(source.id, null);
  try {
    const looked = await looking;
    if (!looked) return false;
    const { file, options } = looked;
    inEngine.delete(source.id);
    const imported = await engine.import(source.id, file, options, (progress) =>
      setLoading(source.id, progress.ofBytes > 0 ? progress.bytes / progress.ofBytes : null),
    );
    const { columns, rows, fingerprint } = imported;
    const read: Source = { ...source, columns, rows, fingerprint, bytes: file.size, options: options as unknown as Source['options'] };
    const isNew = source.columns.length === 0;
    if (isNew) amendSource(read);
    inEngine.set(source.id, signature(isNew ? read : source));
    return true;
  } catch (error) {
    console.error(error);
    return false;
  } finally {
    setLoading(source.id, undefined);
  }
}

/** The file of a source: of the app's own origin for a sample, else what this browser kept. */
export async function fileOf(source: Source): Promise<File | undefined> {
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

const isLoaded = (source: Source): boolean =>
  engineOf !== null && engineOf === runningEngine() && inEngine.get(source.id) === signature(source);
const signature = (source: Source): string => `${source.fingerprint} ${JSON.stringify(source.options)}`;

function setLoading(id: string, done: number | null | undefined): void {
  const { [id]: _, ...others } = getApp().loading;
  setApp({ loading: done === undefined ? others : { ...others, [id]: done } });
}
