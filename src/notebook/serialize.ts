import type { NotebookDocument } from './document.ts';

/** The order of keys in a stored document; keys that are not here follow, in code-point order. */
const ORDER = [
  ...['schema', 'id', 'type', 'cell', 'version', 'alias', 'name', 'title', 'kind', 'dataset', 'file', 'table', 'source'],
  ...['origin', 'fingerprint', 'bytes', 'rows', 'columns', 'options', 'sources', 'bindings', 'definitions', 'scope'],
  ...['params', 'code', 'text', 'cells'],
];
const rank = new Map(ORDER.map((key, i) => [key, i]));

/** A document as text: two spaces, keys in one order, so that two versions differ only where they differ. */
export function serializeDocument(document: NotebookDocument): string {
  return `${JSON.stringify(ordered(document), null, 2)}\n`;
}

/** JSON with keys in code-point order and no white space: equal values give equal text. Undefined members are left out. */
export function stableJson(value: unknown): string {
  return JSON.stringify(sorted(value, byCodePoint)) ?? 'null';
}

function ordered(value: unknown): unknown {
  return sorted(value, (a, b) => (rank.get(a) ?? ORDER.length) - (rank.get(b) ?? ORDER.length) || byCodePoint(a, b));
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(value: unknown, compare: (a: string, b: string) => number): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item, compare));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => compare(a, b)).map(([key, item]) => [key, sorted(item, compare)]));
}
