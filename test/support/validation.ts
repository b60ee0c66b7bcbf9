import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const FOLDER = process.env.CLIENTELE_VALIDATION ?? resolve(import.meta.dirname, '../../../shared/validation');

/** The path of a public data file that is kept beside the project, or null where it is not there: its tests are then skipped. */
export function validationFile(name: string): string | null {
  const path = resolve(FOLDER, name);
  return existsSync(path) ? path : null;
}
