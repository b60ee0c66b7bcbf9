import { useCallback, useSyncExternalStore } from 'react';
import type { Quantity } from '../../cell/index.ts';
import type { CellState } from '../../runtime/index.ts';
import { useApp } from './app-store.ts';

const IDLE: CellState = { status: { kind: 'idle' }, shown: null };
const NO_FACTS: Readonly<Record<string, Quantity>> = {};
const NONE: ReadonlySet<string> = new Set();
const nothing = () => () => undefined;

/** How a cell stands; drawn again only when it changes. */
export function useCellState(cellId: string): CellState {
  const runtime = useApp((state) => state.runtime);
  const subscribe = useCallback(
    (changed: () => void) => runtime?.subscribe((ids) => ids.has(cellId) && changed()) ?? nothing(),
    [runtime, cellId],
  );
  return useSyncExternalStore(subscribe, () => runtime?.state(cellId) ?? IDLE);
}

/** The facts that prose can quote, by `alias.fact`, and which of them are about to be replaced. */
export function useFacts(): { facts: Readonly<Record<string, Quantity>>; stale: ReadonlySet<string> } {
  const runtime = useApp((state) => state.runtime);
  const subscribe = useCallback((changed: () => void) => runtime?.subscribe(changed) ?? nothing(), [runtime]);
  const facts = useSyncExternalStore(subscribe, () => runtime?.facts() ?? NO_FACTS);
  const stale = useSyncExternalStore(subscribe, () => runtime?.staleFacts() ?? NONE);
  return { facts, stale };
}
