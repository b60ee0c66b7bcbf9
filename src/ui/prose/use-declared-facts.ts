import { useMemo } from 'react';
import { cellLibrary } from '../../workers/cells.ts';
import { useDocument } from '../store/app-store.ts';

/** Names that prose may quote, `alias.fact`, whether they are known yet or not. */
export function useDeclaredFacts(): ReadonlySet<string> {
  const cells = useDocument()?.cells;
  return useMemo(() => {
    const names = (cells ?? []).flatMap((cell) => {
      if (cell.type !== 'analysis') return [];
      return Object.keys(cellLibrary.get(cell.cell)?.facts ?? {}).map((fact) => `${cell.alias}.${fact}`);
    });
    return new Set(names);
  }, [cells]);
}
