import type { NotebookDocument, Source } from '../notebook/document.ts';

/**
 * The document as a link carries it: no results, and of a file only its name, its columns and how it is read. Rows,
 * examples, size and fingerprint stay here, and so does the revenue that the person knows; a sample keeps its fingerprint, which tells nothing that is not public.
 */
export function toRecipe(document: NotebookDocument): NotebookDocument {
  const { knownRevenue: _, ...definitions } = document.definitions;
  return { ...document, sources: document.sources.map(sourceSignature), definitions };
}

function sourceSignature(source: Source): Source {
  if (source.origin.kind === 'sample') return source;
  return { ...source, fingerprint: '', bytes: 0, rows: 0, options: signatureOptions(source.options) };
}

const READING = ['format', 'encoding', 'delimiter', 'quote', 'escape', 'newline', 'header', 'skip'];
const COLUMN = ['source', 'name', 'type', 'dateOrder', 'decimalMark', 'offset'];

/** Only what is known to describe a format; anything else that an option might hold stays. */
function signatureOptions(options: Source['options']): Source['options'] {
  const kept = pick(options, READING);
  if (!Array.isArray(options.columns)) return kept;
  return { ...kept, columns: options.columns.map((column) => pick(column as Record<string, unknown>, COLUMN)) };
}

function pick(from: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.filter((key) => ['string', 'number', 'boolean'].includes(typeof from[key])).map((key) => [key, from[key]]),
  );
}
