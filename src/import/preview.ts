import type { Preview, TextChoices } from './options.ts';
import { previewParquet } from './parquet/preview-parquet.ts';
import { previewText } from './preview-text.ts';
import { detectFormat } from './sniff/format.ts';
import { readSample } from './text/sample.ts';

/**
 * Looks at a file, enough to show it and to propose how to read it; `choices` are what a person has corrected.
 * Throws `AppError`: `import.empty`, `import.format` (another kind of file), `import.binary`, `import.no_columns`,
 * `import.unreadable`, `import.parquet`.
 */
export async function preview(file: File, choices: TextChoices = {}): Promise<Preview> {
  const head = new Uint8Array(await file.slice(0, 64).arrayBuffer());
  if (detectFormat(head, file.name) === 'parquet') return previewParquet(file);
  return previewText(file, await readSample(file, choices.encoding), choices);
}
