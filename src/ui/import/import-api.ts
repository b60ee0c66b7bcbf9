import type { Imported, ImportProgress, Preview, ReadOptions, TextChoices } from '../../import/options.ts';
import type { Binding, Source } from '../../notebook/document.ts';

/** What the dialog asks of the engine; the compute client offers it. */
export interface ImportApi {
  preview(file: File, choices?: TextChoices): Promise<Preview>;
  import(
    source: string,
    file: File,
    options: ReadOptions,
    onProgress: (progress: ImportProgress) => void,
    signal?: AbortSignal,
  ): Promise<Imported>;
  rejected(source: string): Promise<Blob>;
  dropSource(source: string): Promise<void>;
}

/** A file that is in the engine now, and what its columns are. */
export interface ImportResult {
  file: File;
  source: Source;
  bindings: Binding[];
}
