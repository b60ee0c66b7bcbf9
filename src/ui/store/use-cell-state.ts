import { startTransition, useEffect, useState } from 'react';
import type { Quantity } from '../../cell/index.ts';
import type { CellState, Runtime } from '../../runtime/index.ts';
import { useApp } from './app-store.ts';

const IDLE: CellState = { status: { kind: 'idle' }, shown: null };
const NO_FACTS: Readonly<Record<string, Quantity>> = {};
const NONE: ReadonlySet<string> = new Set();

/** How a cell stands; drawn again only when it changes. */
export function useCellState(cellId: string): CellState {
  return useRuntime((runtime) => runtime?.state(cellId) ?? IDLE, cellId);
}

/** The facts that prose can quote, by `alias.fact`. */
export function useFacts(): Readonly<Record<string, Quantity>> {
  return useRuntime((runtime) => runtime?.facts() ?? NO_FACTS);
}

/** Names of the facts that are about to be replaced. */
export function useStaleFacts(): ReadonlySet<string> {
  return useRuntime((runtime) => runtime?.staleFacts() ?? NONE);
}

/**
 * Reads the runtime and reads it again when something changes (in one cell, if named). What comes of a run is drawn as
 * a transition: React then yields between components, so that a large result never holds the page.
 */
function useRuntime<T>(read: (runtime: Runtime | null) => T, cellId?: string): T {
  const runtime = useApp((state) => state.runtime);
  const [value, setValue] = useState(() => read(runtime));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `read` depends on nothing but the cell
  useEffect(() => {
    const show = () => startTransition(() => setValue(read(runtime)));
    show();
    return runtime?.subscribe((changed) => (cellId === undefined || changed.has(cellId)) && show());
  }, [runtime, cellId]);
  return value;
}
