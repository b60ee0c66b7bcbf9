import { type RefObject, useEffect, useState } from 'react';

const SETTLES_MS = 120;
/** Charts are drawn anew at steps of this many pixels, not at each. */
const STEP = 4;

/** The width of an element in CSS pixels, once known; a resize counts when it has come to rest. */
export function useWidth(element: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>();
  useEffect(() => {
    const target = element.current;
    if (!target) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let known = false;
    const observer = new ResizeObserver(([entry]) => {
      const next = Math.floor((entry?.contentRect.width ?? 0) / STEP) * STEP;
      if (next === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => setWidth(next), known ? SETTLES_MS : 0);
      known = true;
    });
    observer.observe(target);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [element]);
  return width;
}
