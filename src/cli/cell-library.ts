import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CellDefinition, CellLibrary } from '../cell/index.ts';

const folder = fileURLToPath(new URL('../../cells/', import.meta.url));

/** Every cell of the `cells` folder, read from disk: the same that the page has. */
export async function readCellLibrary(): Promise<CellLibrary> {
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`${folder}${entry.name}/cell.ts`))
    .map((entry) => pathToFileURL(`${folder}${entry.name}/cell.ts`).href)
    .sort();
  const cells = await Promise.all(
    files.map(async (file) => ((await import(/* @vite-ignore */ file)) as { default: CellDefinition }).default),
  );
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  return { list: () => cells, get: (id) => byId.get(id) };
}
