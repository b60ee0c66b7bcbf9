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

/**
 * Makes a canonical table out of a source, instead of what it was made of before. With `beside`, other sources go on
 * feeding it and only an earlier binding of the same source is replaced: a file for each year gives one table.
 */
export function bindTable(document: NotebookDocument, binding: Binding, options: { beside?: boolean } = {}): NotebookDocument {
  const isReplaced = (each: Binding): boolean => each.table === binding.table && (!options.beside || each.source === binding.source);
  const index = document.bindings.findIndex(isReplaced);
  const others = document.bindings.filter((each) => !isReplaced(each));
  return { ...document, bindings: others.toSpliced(index < 0 ? others.length : index, 0, binding) };
}

/** Takes a canonical table away. */
export function unbindTable(document: NotebookDocument, table: TableId): NotebookDocument {
  const bindings = document.bindings.filter((binding) => binding.table !== table);
  return bindings.length === document.bindings.length ? document : { ...document, bindings };
}
