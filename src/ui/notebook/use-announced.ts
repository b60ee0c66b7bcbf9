import { useEffect, useRef } from 'react';
import { text } from '../../cell/index.ts';
import type { Status } from '../../runtime/index.ts';
import { announce } from '../store/toasts.ts';

/** Tells screen readers that a run of this cell has ended well. */
export function useAnnounced(status: Status['kind'], title: string): void {
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'running' && status === 'done') announce(text('cell.finished', { title }));
    before.current = status;
  }, [status, title]);
}
