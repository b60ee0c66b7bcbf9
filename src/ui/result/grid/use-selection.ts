import { type KeyboardEvent, type PointerEvent, useCallback, useState } from 'react';
import { type Extent, move, type Place, type Range, range } from './move.ts';

export interface Selection {
  active: Place;
  selected: Range | undefined;
  /** Moves and selects by keys; true if the key was one of them. */
  onKey(event: KeyboardEvent, extent: Extent): boolean;
  onPointer(event: PointerEvent, place: Place): void;
  select(anchor: Place, active: Place): void;
}

/** The cell that has the focus and the cells that are selected. */
export function useSelection(): Selection {
  const [active, setActive] = useState<Place>({ row: -1, column: 0 });
  const [anchor, setAnchor] = useState<Place>();
  const select = useCallback((from: Place, to: Place) => {
    setAnchor(from.row < 0 ? undefined : from);
    setActive(to);
  }, []);
  return {
    active,
    selected: anchor && active.row >= 0 ? range(anchor, active) : undefined,
    select,
    onKey(event, extent) {
      const all = event.key === 'a' && (event.ctrlKey || event.metaKey);
      if (all) {
        select({ row: 0, column: 0 }, { row: extent.rows - 1, column: extent.columns - 1 });
        return true;
      }
      const to = move(active, event.key, event.ctrlKey || event.metaKey, extent);
      if (to) select(event.shiftKey && anchor ? anchor : to, to);
      return to !== undefined;
    },
    onPointer(event, place) {
      if (event.type === 'pointerdown' && event.button === 0) select(event.shiftKey && anchor ? anchor : place, place);
      else if (event.type === 'pointerenter' && event.buttons === 1 && event.pointerType === 'mouse' && anchor) setActive(place);
    },
  };
}
