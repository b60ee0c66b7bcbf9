import type { View } from '../../cell/index.ts';
import type { CellState } from '../../runtime/index.ts';

interface Part {
  views: readonly View[];
  previous: readonly View[];
  order: readonly string[];
}

/** A cell's state as two results to draw: the findings (headline and figures), and the evidence below the checks. */
export interface ResultParts {
  top: Part | null;
  rest: Part | null;
  /** Whether more views may come. */
  pending: boolean;
  /** Whether what is shown no longer holds. */
  stale: boolean;
}

/**
 * What to draw of a cell. `preparing` is true while the engine starts or reads data: room is kept then, too. Null
 * where there is nothing to draw and nothing to come.
 */
export function resultProps({ status, shown }: CellState, order: readonly string[], preparing: boolean): ResultParts | null {
  const working = status.kind === 'running' || status.kind === 'queued' || status.kind === 'waiting';
  const pending = working || (status.kind === 'idle' && preparing && shown === null);
  if (!shown && !pending) return null;
  const fresh = new Set(shown?.fresh ?? []);
  const isOld = (view: View) => (shown?.stale ?? false) && pending && !fresh.has(view.id);
  const views = (shown?.views ?? []).filter((view) => !isOld(view));
  const previous = (shown?.views ?? []).filter(isOld);
  const kinds = new Map((shown?.views ?? []).map((view) => [view.id, view.kind]));
  const isTop = (id: string) => {
    const kind = kinds.get(id);
    return kind ? kind === 'headline' || kind === 'tiles' : /headline|tiles/.test(id);
  };
  const part = (wanted: boolean): Part | null => {
    const of = (list: readonly View[]) => list.filter((view) => isTop(view.id) === wanted);
    const made = { views: of(views), previous: of(previous), order: order.filter((id) => isTop(id) === wanted) };
    const empty = made.views.length === 0 && made.previous.length === 0 && (!pending || made.order.length === 0);
    return empty ? null : made;
  };
  return { top: part(true), rest: part(false), pending, stale: (shown?.stale ?? false) && !pending };
}
