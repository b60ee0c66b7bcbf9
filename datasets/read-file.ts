import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Dataset } from './dataset.ts';

/** The bytes of a shipped file, in Node. Throws a RangeError for a name that the dataset does not have. */
export async function readDatasetFile(dataset: Dataset, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const file = dataset.files.find((candidate) => candidate.name === name);
  if (!file) throw new RangeError(`no such file in ${dataset.id}: ${name}`);
  return new Uint8Array(await readFile(fileURLToPath(file.url())));
}
