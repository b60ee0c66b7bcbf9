import { useCallback, useEffect, useRef, useState } from 'react';
import type { TableId } from '../../cell/index.ts';
import type { Imported, ImportProgress, TextChoices } from '../../import/options.ts';
import { Cancelled } from '../../util/app-error.ts';
import type { ImportApi, ImportResult } from './import-api.ts';
import { bindingsOf, type ImportModel, startModel } from './model.ts';

/** Where the import of one file stands. */
export type Stage =
  | { kind: 'looking' }
  | { kind: 'refused'; error: unknown }
  | { kind: 'deciding' }
  | { kind: 'importing'; progress: ImportProgress | null }
  /** Imported, with something that could not be read: the person looks at it first. */
  | { kind: 'imported'; source: string; imported: Imported };

export interface ImportState {
  stage: Stage;
  model: ImportModel | null;
  /** Why the last attempt to import ended; null where it was not tried or was cancelled. */
  error: unknown;
  cancelled: boolean;
  change(next: ImportModel): void;
  /** Looks again, with what the person knows better. */
  choose(choices: TextChoices): void;
  start(): void;
  cancel(): void;
  /** Takes what was imported. */
  use(): void;
  /** Gives it up, to read the file in another way. */
  back(): void;
  rejected(): Promise<Blob>;
}

export interface ImportArguments {
  file: File;
  api: ImportApi | (() => Promise<ImportApi>);
  sourceId: (fileName: string) => string;
  table?: TableId | undefined;
  onImported: (result: ImportResult) => void | Promise<void>;
}

/** The import of one file, step by step. */
export function useImport({ file, api, sourceId, table, onImported }: ImportArguments): ImportState {
  const [stage, setStage] = useState<Stage>({ kind: 'looking' });
  const [model, setModel] = useState<ImportModel | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [cancelled, setCancelled] = useState(false);
  const [choices, setChoices] = useState<TextChoices>({});
  const controller = useRef<AbortController | null>(null);
  const engine = useCallback(() => (typeof api === 'function' ? api() : Promise.resolve(api)), [api]);

  useEffect(() => {
    let stale = false;
    setStage({ kind: 'looking' });
    engine()
      .then((found) => found.preview(file, choices))
      .then(
        (preview) => {
          if (stale) return;
          setModel(startModel(preview, table));
          setStage({ kind: 'deciding' });
        },
        (reason: unknown) => !stale && setStage({ kind: 'refused', error: reason }),
      );
    return () => {
      stale = true;
    };
  }, [engine, file, choices, table]);

  // leaving the dialog ends what is under way
  useEffect(() => () => controller.current?.abort(), []);

  const finish = async (source: string, imported: Imported): Promise<void> => {
    if (!model) return;
    const options = model.options as unknown as ImportResult['source']['options'];
    const { fingerprint, rows, columns } = imported;
    await onImported({
      file,
      source: { id: source, name: file.name, origin: { kind: 'file' }, fingerprint, bytes: file.size, rows, columns, options },
      bindings: bindingsOf(model, source),
    });
  };

  const run = async (): Promise<void> => {
    if (!model) return;
    const abort = new AbortController();
    controller.current = abort;
    setError(null);
    setCancelled(false);
    setStage({ kind: 'importing', progress: null });
    try {
      const found = await engine();
      const source = sourceId(file.name);
      const report = (progress: ImportProgress) => !abort.signal.aborted && setStage({ kind: 'importing', progress });
      const imported = await found.import(source, file, model.options, report, abort.signal);
      if (imported.rejected.count > 0) setStage({ kind: 'imported', source, imported });
      else await finish(source, imported);
    } catch (reason) {
      if (reason instanceof Cancelled || abort.signal.aborted) setCancelled(true);
      else setError(reason);
      setStage({ kind: 'deciding' });
    }
  };

  const discard = async (source: string): Promise<void> => (await engine()).dropSource(source);

  return {
    stage,
    model,
    error,
    cancelled,
    change: setModel,
    choose: (more) => setChoices((before) => ({ ...before, ...more })),
    start: () => void run(),
    cancel: () => controller.current?.abort(),
    use: () => {
      if (stage.kind === 'imported') void finish(stage.source, stage.imported).catch(setError);
    },
    back: () => {
      if (stage.kind !== 'imported') return;
      void discard(stage.source).catch(setError);
      setStage({ kind: 'deciding' });
    },
    rejected: async () => (await engine()).rejected(stage.kind === 'imported' ? stage.source : ''),
  };
}
