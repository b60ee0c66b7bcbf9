import type { Text } from '../../cell/index.ts';
import { getApp, setApp, type Toast } from './app-store.ts';

let last = 0;
const SECONDS = 6;

/** Shows a short message at the foot of the page; one with an action stays longer. Returns its id. */
export function toast(text: Text, options: { tone?: Toast['tone']; action?: Toast['action'] } = {}): number {
  const id = ++last;
  const one: Toast = { id, text, tone: options.tone ?? 'plain', ...(options.action ? { action: options.action } : {}) };
  setApp({ toasts: [...getApp().toasts, one].slice(-3) });
  setTimeout(() => dismiss(id), (options.action || options.tone === 'bad' ? 2 : 1) * SECONDS * 1000);
  return id;
}

/** Takes a message away. */
export function dismiss(id: number): void {
  const { toasts } = getApp();
  if (toasts.some((each) => each.id === id)) setApp({ toasts: toasts.filter((each) => each.id !== id) });
}

/** Says something to screen readers alone. */
export const announce = (announcement: Text): void => setApp({ announcement });
