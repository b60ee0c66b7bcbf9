import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { findDataset } from '../../datasets/index.ts';
import { readDatasetFile } from '../../datasets/read-file.ts';
import type { TableId } from '../cell/index.ts';
import type { Connector } from '../engine/connector.ts';
import { type Imported, importFile, type Preview, preview, type ReadOptions } from '../import/index.ts';
import { proposeBinding } from '../import/roles/index.ts';
import type { Binding, Source } from '../notebook/document.ts';
import { AppError } from '../util/app-error.ts';
import type { Bind } from './terminal-arguments.ts';

/** A file that is in the engine now, and what of it could not be read. */
export interface Loaded {
  source: Source;
  preview: Preview;
  rejected: Imported['rejected'];
}

/** A file of this machine. Throws `file.missing`. */
export async function openFile(path: string): Promise<File> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new AppError('file.missing', `no such file: ${path}`, { file: path });
  return new File([await openAsBlob(path)], basename(path));
}

/** The shipped file behind a sample source. */
export async function openSample({ dataset, file }: { dataset: string; file: string }): Promise<File> {
  const known = findDataset(dataset);
  if (!known?.files.some(({ name }) => name === file)) throw new AppError('sample.missing', `no such sample: ${dataset}/${file}`, { file });
  return new File([await readDatasetFile(known, file)], file);
}

/** Reads a file into `raw.<id>`, as `options` say or as it looks. */
export async function loadSource(connector: Connector, id: string, file: File, options?: ReadOptions): Promise<Loaded> {
  const looked = await preview(file);
  const how = options ?? looked.options;
  const { rows, columns, fingerprint, rejected } = await importFile(connector, id, file, how, () => {});
  const source: Source = {
    id,
    name: file.name,
    origin: { kind: 'file' },
    fingerprint,
    bytes: file.size,
    rows,
    columns,
    options: how as unknown as Source['options'],
  };
  return { source, preview: looked, rejected };
}

/** How a file feeds a table: what its columns look like, where nothing else was said. */
export function bindingOf(table: TableId, { source, preview: looked }: Loaded, binds: readonly Bind[]): Binding {
  const said = Object.fromEntries(binds.filter((bind) => bind.table === table).map(({ role, to }) => [role, to]));
  for (const [role, to] of Object.entries(said)) {
    if ('column' in to && !source.columns.some(({ name }) => name === to.column)) {
      throw new AppError('binding.column', `missing column: ${to.column} (role: ${table}.${role})`, { column: to.column });
    }
  }
  const taken = new Set(Object.values(said).flatMap((to) => ('column' in to ? [to.column] : [])));
  const free = Object.entries(proposeBinding(table, looked.columns).columns)
    .map(([role, { bound }]) => [role, bound] as const)
    .filter(([role, bound]) => !(role in said) && !('column' in bound && taken.has(bound.column)));
  return { table, source: source.id, columns: { ...Object.fromEntries(free), ...said } };
}
