import { useEffect } from 'react';
import { focusedCell, focusNeighbour } from '../notebook/focus-cell.ts';
import { getApp, openDialog, setApp } from '../store/app-store.ts';
import { moveCell, redo, undo } from '../store/edits.ts';

/** Keys that work anywhere on the page, unless a person is writing. */
export function useKeys(): void {
  useEffect(() => {
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

function onKey(event: KeyboardEvent): void {
  const { history, runtime, dialog, narrowRail } = getApp();
  if (event.key === 'Escape' && narrowRail) {
    setApp({ narrowRail: false });
    return;
  }
  if (!history || dialog || event.defaultPrevented) return;
  const action = actionOf(event, isWriting(event.target));
  if (!action) return;
  event.preventDefault();
  const cellId = focusedCell();
  const withCell = (run: (id: string) => void) => {
    if (cellId) run(cellId);
  };
  const actions: Record<Action, () => void> = {
    undo,
    redo,
    catalogue: () => openDialog({ kind: 'catalogue' }),
    run: () => withCell((id) => runtime?.rerun(id)),
    previous: () => focusNeighbour(-1),
    next: () => focusNeighbour(1),
    up: () => withCell((id) => moveCell(id, -1)),
    down: () => withCell((id) => moveCell(id, 1)),
  };
  actions[action]();
}

type Action = 'undo' | 'redo' | 'catalogue' | 'run' | 'previous' | 'next' | 'up' | 'down';
type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What a key asks for; `writing` leaves a text field its own keys. */
export function actionOf(event: Key, writing: boolean): Action | null {
  const mod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  if (mod && !event.altKey && key === 'k') return 'catalogue';
  if (writing) return null;
  if (mod && !event.altKey && key === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (mod && !event.altKey && key === 'y') return 'redo';
  if (mod && key === 'enter') return 'run';
  if (event.altKey && !mod && key === 'arrowup') return event.shiftKey ? 'up' : 'previous';
  if (event.altKey && !mod && key === 'arrowdown') return event.shiftKey ? 'down' : 'next';
  return null;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type);
}
