const cells = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-cell-id]')];

/** The id of the cell that has the focus, or that holds what has it. */
export function focusedCell(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-cell-id]')?.dataset.cellId ?? null;
}

/** Moves the focus to the cell before (−1) or after (1); to the first where none has it. */
export function focusNeighbour(by: -1 | 1): void {
  const all = cells();
  const at = all.findIndex((cell) => cell.dataset.cellId === focusedCell());
  focus(all[at < 0 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]);
}

/** Brings a cell into view and gives it the focus. */
export function focusCell(cellId: string): void {
  focus(cells().find((cell) => cell.dataset.cellId === cellId));
}

function focus(cell: HTMLElement | undefined): void {
  if (!cell) return;
  cell.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  cell.scrollIntoView({ block: cell.offsetHeight > innerHeight * 0.8 ? 'start' : 'nearest', behavior: calm ? 'auto' : 'smooth' });
}
