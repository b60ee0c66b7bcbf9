import type { Definitions } from '../../cell/index.ts';
import type { NotebookDocument, Scope } from '../document.ts';

/** Sets the title. */
export function setTitle(document: NotebookDocument, title: string): NotebookDocument {
  return title === document.title ? document : { ...document, title };
}

/** Changes some of the definitions. */
export function setDefinitions(document: NotebookDocument, change: Partial<Definitions>): NotebookDocument {
  return { ...document, definitions: { ...document.definitions, ...change } };
}

/** Changes some of the scope. */
export function setScope(document: NotebookDocument, change: Partial<Scope>): NotebookDocument {
  return { ...document, scope: { ...document.scope, ...change } };
}
