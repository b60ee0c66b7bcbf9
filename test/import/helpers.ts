import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { decode } from '../../src/engine/arrow.ts';
import type { Connector } from '../../src/engine/connector.ts';
import { type Imported, importFile, type Preview, preview, type TextColumn, type TextOptions } from '../../src/import/index.ts';
import type { FrameValue } from '../../src/util/frame.ts';
import { ident, sql } from '../../src/util/sql.ts';

/** A file with this text, or these bytes. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'data.csv'): File {
  return new File([content], name);
}

export interface ReadFile {
  preview: Preview;
  imported: Imported;
  rows: Record<string, FrameValue>[];
  /** Column name → type in the engine. */
  types: Record<string, string>;
}

/** Looks at a file, imports it as proposed (with these columns changed), and reads all rows back, in file order. */
export async function readBack(
  connector: Connector,
  file: File,
  change: Readonly<Record<string, Partial<TextColumn>>> = {},
): Promise<ReadFile> {
  const found = await preview(file);
  const options =
    found.options.format === 'text'
      ? { ...found.options, columns: found.options.columns.map((column) => ({ ...column, ...change[column.name] })) }
      : found.options;
  const imported = await importFile(connector, 'data', file, options, () => {});
  const columns = imported.columns.map(({ name }) => ident(name).text).join(', ');
  const frame = decode(await connector.query(Object.assign(sql``, { text: `select ${columns} from raw.data order by rowid` })));
  return {
    preview: found,
    imported,
    rows: frame.rows(),
    types: Object.fromEntries(imported.columns.map(({ name, type }) => [name, type])),
  };
}

/** The decided options of a text file. */
export async function textOptions(file: File): Promise<TextOptions> {
  const { options } = await preview(file);
  if (options.format !== 'text') throw new Error('not a text file');
  return options;
}

const folder = process.env.CLIENTELE_VALIDATION ?? resolve(import.meta.dirname, '../../../shared/validation');

/** Public data kept beside the project; a test that needs it is skipped, by name, where it is absent. */
export const hasValidation = (name: string): boolean => existsSync(resolve(folder, name));
export async function validationFile(name: string): Promise<File> {
  return new File([new Uint8Array(await readFile(resolve(folder, name)))], name);
}
