import type { View } from '../../cell/index.ts';

/** A place in a result: a view of this run, one of an earlier run that stands in for it, or room for one to come. */
export type Slot =
  | { id: string; state: 'fresh' | 'old'; view: View }
  /** What is kept free, guessed by the id: a line, a row of figures, or a chart. */
  | { id: string; state: 'awaited'; room: 'line' | 'tiles' | 'block' };

export interface SlotInput {
  /** Ids of views in reading order, as the cell declares them. */
  order: readonly string[];
  /** Views of the current run, as far as they are there. */
  views: readonly View[];
  /** Views of the run before. */
  previous: readonly View[];
  /** Whether more views may come. */
  pending: boolean;
}

/** The places of a result in reading order. While a run is under way every declared place is kept, so that nothing jumps. */
export function slots({ order, views, previous, pending }: SlotInput): Slot[] {
  const found: Slot[] = [];
  for (const id of readingOrder(order, views, pending ? previous : [])) {
    const fresh = views.find((view) => view.id === id);
    const old = previous.find((view) => view.id === id);
    if (fresh) found.push({ id, state: 'fresh', view: fresh });
    else if (pending && old) found.push({ id, state: 'old', view: old });
    else if (pending && previous.length === 0) found.push({ id, state: 'awaited', room: room(id) });
  }
  return found;
}

/** The declared ids, then those that only the views know. */
function readingOrder(order: readonly string[], ...lists: readonly (readonly View[])[]): string[] {
  return [...new Set([...order, ...lists.flatMap((views) => views.map((view) => view.id))])];
}

const room = (id: string) => (id.includes('headline') ? 'line' : id.includes('tiles') ? 'tiles' : 'block');
