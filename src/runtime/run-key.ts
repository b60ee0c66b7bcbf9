import { stableJson } from '../notebook/serialize.ts';
import { hash64 } from '../util/hash.ts';

/** Everything that decides what a run gives. The name that it is given is no part of it: two instances share a result. */
export interface RunKeyParts {
  /** The analysis and its version, or a hash of the SQL. */
  code: { cell: string; version: number } | { sql: string };
  /** With defaults filled in; `auto` stays `auto`, since the inputs decide what it becomes. */
  params: Readonly<Record<string, unknown>>;
  /** Roles that the cell was given. */
  bound: readonly string[];
  /** Canonical tables by name, raw tables as `raw.<id>`, tables of cells by name: the key of what is behind each. */
  inputs: Readonly<Record<string, string>>;
  /** The notebook's definitions, for a cell that is handed them. */
  definitions: unknown;
  engine: string;
  app: string;
}

/** The name of a result: `[0-9a-f]{16}`, the same for the same parts whatever the order of their keys. */
export function runKey(parts: RunKeyParts): string {
  return hash64(stableJson({ ...parts, bound: [...parts.bound].sort() }));
}
