import type { TableId } from '../../cell/index.ts';
import type { Binding, NotebookDocument, Source } from '../document.ts';

/** Adds a source, or replaces the one with its id (the file was read again, or another version of it was given). */
export function putSource(document: NotebookDocument, source: Source): NotebookDocument {
  const index = document.sources.findIndex((each) => each.id === source.id);
  return { ...document, sources: index < 0 ? [...document.sources, source] : document.sources.with(index, source) };
}

/** Takes a source out together with the bindings made from it. */
export function removeSource(document: NotebookDocument, sourceId: string): NotebookDocument {
  const sources = document.sources.filter((source) => source.id !== sourceId);
  if (sources.length === document.sources.length) return document;
  return { ...document, sources, bindings: document.bindings.filter((binding) => binding.source !== sourceId) };
}

/** Makes a canonical table out of a source, instead of what it was made of before. */
export function bindTable(document: NotebookDocument, binding: Binding): NotebookDocument {
  const index = document.bindings.findIndex((each) => each.table === binding.table);
  return { ...document, bindings: index < 0 ? [...document.bindings, binding] : document.bindings.with(index, binding) };
}

/** Takes a canonical table away. */
export function unbindTable(document: NotebookDocument, table: TableId): NotebookDocument {
  const bindings = document.bindings.filter((binding) => binding.table !== table);
  return bindings.length === document.bindings.length ? document : { ...document, bindings };
}
