import { type RefObject, useEffect, useState } from 'react';
import type { Drawing, Drawn } from './draw-chart.ts';
import { hideTooltip } from './tooltip.ts';

/**
 * Keeps a chart drawn inside of an element. The one before stays until the next is ready, so that nothing flickers.
 * Draws nothing while `drawing` is undefined. Returns whether it is there, and what it failed with.
 */
export function useDrawing(host: RefObject<HTMLElement | null>, drawing: Drawing | undefined): { drawn: boolean; error: unknown } {
  const [state, setState] = useState<{ drawn: boolean; error: unknown }>({ drawn: false, error: undefined });
  useEffect(() => {
    if (!drawing) return undefined;
    let superseded = false;
    let mine: Drawn | undefined;
    const show = async () => {
      const { drawChart } = await import('./draw-chart.ts');
      if (superseded) return;
      const start = performance.now();
      mine = await drawChart(drawing);
      performance.measure('draw-chart', { start });
      if (superseded) return mine.finalize();
      host.current?.replaceChildren(mine.element);
      setState({ drawn: true, error: undefined });
    };
    show().catch((error: unknown) => {
      if (superseded) return;
      host.current?.replaceChildren();
      setState({ drawn: false, error });
    });
    return () => {
      superseded = true;
      hideTooltip();
      mine?.finalize();
    };
  }, [host, drawing]);
  return state;
}
