import type { CellResult, Check, Fact, View } from '../cell/index.ts';
import type { Shown } from './cell-state.ts';
import type { JobEvent } from './executor.ts';

/** What a run has shown so far. */
export interface Partial {
  readonly views: readonly View[];
  readonly facts: readonly Fact[];
  readonly checks: readonly Check[];
}

export const NOTHING: Partial = { views: [], facts: [], checks: [] };

/** Takes an event in; a view, fact or check that comes again replaces the one before. */
export function withEvent(partial: Partial, event: JobEvent): Partial {
  if (event.type === 'view') return { ...partial, views: put(partial.views, event.view, (view) => view.id) };
  if (event.type === 'fact') return { ...partial, facts: put(partial.facts, event.fact, (fact) => fact.name) };
  if (event.type === 'check') return { ...partial, checks: put(partial.checks, event.check, (check) => check.id) };
  return partial;
}

/** A finished result as it is shown. */
export function shownResult(runKey: string, result: CellResult): Shown {
  const { views, facts, checks, tables, provenance } = result;
  return { runKey, stale: false, partial: false, fresh: views.map((view) => view.id), views, facts, checks, tables, provenance };
}

const staleCopies = new WeakMap<Shown, Shown>();

/** The same result while a newer one is due; always the same object for the same result. */
export function stale(shown: Shown | null): Shown | null {
  if (!shown) return null;
  const copy = staleCopies.get(shown) ?? { ...shown, stale: true, fresh: [] };
  staleCopies.set(shown, copy);
  return copy;
}

/**
 * A run's first views over the result that they replace, view by view, so that the page stands still while they
 * arrive. `order` are the ids of views in reading order; views that it does not name follow as they came.
 */
export function shownPartial(runKey: string, before: Shown | null, partial: Partial, order: readonly string[] | null): Shown {
  const views = partial.views.reduce<readonly View[]>((all, view) => put(all, view, (each) => each.id), before?.views ?? []);
  const rank = new Map(order?.map((id, i) => [id, i]));
  const place = (view: View): number => rank.get(view.id) ?? rank.size;
  return {
    runKey,
    stale: before !== null,
    partial: true,
    fresh: partial.views.map((view) => view.id),
    views: order ? [...views].sort((a, b) => place(a) - place(b)) : views,
    facts: partial.facts.reduce<readonly Fact[]>((all, fact) => put(all, fact, (each) => each.name), before?.facts ?? []),
    checks: partial.checks,
    tables: before?.tables ?? [],
    provenance: null,
  };
}

function put<T>(items: readonly T[], item: T, key: (item: T) => string): readonly T[] {
  const at = items.findIndex((each) => key(each) === key(item));
  return at < 0 ? [...items, item] : items.with(at, item);
}
