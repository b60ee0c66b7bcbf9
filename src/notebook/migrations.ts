import { AppError } from '../util/app-error.ts';
import { SCHEMA_VERSION } from './document.ts';

/** Turns a document of one schema version into one of the next. What it gets has not been checked yet. */
export type Migration = (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** By the version that they start from: `MIGRATIONS[1]` makes version 2 out of version 1. */
export const MIGRATIONS: Readonly<Record<number, Migration>> = {};

/**
 * Brings a document up to a version, step by step. Throws `notebook.newer` for a document of a later version and
 * `notebook.damaged` for one without a version or below the oldest that is known.
 */
export function migrate(
  document: Readonly<Record<string, unknown>>,
  migrations: Readonly<Record<number, Migration>> = MIGRATIONS,
  target: number = SCHEMA_VERSION,
): Record<string, unknown> {
  const from = document.schema;
  if (typeof from !== 'number' || !Number.isInteger(from) || from < 1) {
    throw new AppError('notebook.damaged', 'not a notebook: schema', { path: 'schema' });
  }
  if (from > target) throw new AppError('notebook.newer', `notebook of a newer version: ${from}`, { schema: from, known: target });
  let current: Record<string, unknown> = { ...document };
  for (let version = from; version < target; version += 1) {
    const step = migrations[version];
    if (!step) throw new AppError('notebook.damaged', `no way up from schema version: ${version}`, { path: 'schema' });
    current = { ...step(current), schema: version + 1 };
  }
  return current;
}
