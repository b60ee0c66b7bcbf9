import { AppError } from '../util/app-error.ts';
import type { NotebookDocument } from './document.ts';
import { migrate } from './migrations.ts';
import { documentSchema } from './schema.ts';

/** Characters of JSON that a notebook may have. */
export const MAX_DOCUMENT_LENGTH = 5_000_000;

/**
 * A document out of JSON text, or out of what JSON.parse gave: migrated and checked to the letter. Throws
 * `notebook.damaged` (with the path of the first offender), `notebook.newer` or `notebook.too-large`.
 */
export function parseDocument(json: unknown): NotebookDocument {
  const value = typeof json === 'string' ? parseJson(json) : json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw damaged('');
  const document = migrate(value as Record<string, unknown>);
  const parsed = documentSchema.safeParse(document);
  if (!parsed.success) throw damaged(pathOf(parsed.error.issues[0]));
  checkReferences(parsed.data);
  return parsed.data;
}

function parseJson(json: string): unknown {
  if (json.length > MAX_DOCUMENT_LENGTH) {
    throw new AppError('notebook.too-large', `notebook too large: ${json.length} characters`, { length: json.length });
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new AppError('notebook.damaged', 'not JSON', { path: '' }, { cause });
  }
}

/** What the schema cannot see: ids that are there twice, bindings to nothing. */
function checkReferences(document: NotebookDocument): void {
  const sources = unique(document.sources, (source) => source.id, 'sources', 'id');
  unique(document.cells, (cell) => cell.id, 'cells', 'id');
  unique(document.bindings, (binding) => `${binding.table} ${binding.source}`, 'bindings', 'table');
  const segments = unique(document.scope.segments, (segment) => segment.id, 'scope.segments', 'id');
  if (document.scope.active !== null && !segments.has(document.scope.active)) throw damaged('scope.active');
  document.bindings.forEach((binding, i) => {
    if (!sources.has(binding.source)) throw damaged(`bindings.${i}.source`);
  });
}

function unique<T>(items: readonly T[], key: (item: T) => string, path: string, member: string): Set<string> {
  const seen = new Set<string>();
  items.forEach((item, i) => {
    if (seen.has(key(item))) throw damaged(`${path}.${i}.${member}`);
    seen.add(key(item));
  });
  return seen;
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

/** `cells.3.alias`; for a member too many, its own name. Cut so that a hostile name cannot fill the page. */
function pathOf(issue: Issue | undefined): string {
  if (!issue) return '';
  const extra = issue.code === 'unrecognized_keys' ? (issue.keys ?? []).slice(0, 1) : [];
  return [...issue.path, ...extra].map((part) => String(part).slice(0, 60)).join('.');
}

function damaged(path: string): AppError {
  return new AppError('notebook.damaged', `damaged notebook: ${path || 'not an object'}`, { path });
}
