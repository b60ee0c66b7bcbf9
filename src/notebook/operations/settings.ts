import type { NotebookDefinitions, NotebookDocument, Scope, Segment } from '../document.ts';

/** Sets the title. */
export function setTitle(document: NotebookDocument, title: string): NotebookDocument {
  return title === document.title ? document : { ...document, title };
}

/** Changes some of the definitions; a known revenue that is undefined is taken out. */
export function setDefinitions(document: NotebookDocument, change: Partial<NotebookDefinitions>): NotebookDocument {
  const { knownRevenue, ...definitions } = { ...document.definitions, ...change };
  return { ...document, definitions: knownRevenue === undefined ? definitions : { ...definitions, knownRevenue } };
}

/** Changes some of the scope. */
export function setScope(document: NotebookDocument, change: Partial<Scope>): NotebookDocument {
  return { ...document, scope: { ...document.scope, ...change } };
}

/** Saves a segment under a free id and puts it in force. */
export function addSegment(document: NotebookDocument, segment: Omit<Segment, 'id'>): NotebookDocument {
  const taken = new Set(document.scope.segments.map(({ id }) => id));
  let n = taken.size + 1;
  while (taken.has(`s${n}`)) n += 1;
  return setScope(document, { segments: [...document.scope.segments, { id: `s${n}`, ...segment }], active: `s${n}` });
}

/** Takes a segment out; where it was in force, the notebook is about all customers again. */
export function removeSegment(document: NotebookDocument, segmentId: string): NotebookDocument {
  const segments = document.scope.segments.filter(({ id }) => id !== segmentId);
  if (segments.length === document.scope.segments.length) return document;
  return setScope(document, { segments, active: document.scope.active === segmentId ? null : document.scope.active });
}
