import { useEffect, useState } from 'react';
import type { CellDefinition, ChartFunction } from '../../cell/index.ts';
import type { BilingualMessages } from '../../i18n/format-message.ts';

/** Words and charts of an analysis, which are loaded apart from its run. */
export interface CellParts {
  messages?: BilingualMessages;
  charts?: Readonly<Record<string, ChartFunction>>;
  /** Why they could not be loaded. */
  error?: unknown;
}

/** Loads the words and charts of an analysis; empty until they are there, and for cells of other kinds. */
export function useCellParts(definition: CellDefinition | undefined): CellParts {
  const [parts, setParts] = useState<{ of: CellDefinition; parts: CellParts }>();
  useEffect(() => {
    if (!definition) return undefined;
    let superseded = false;
    const set = (loaded: CellParts) => {
      if (!superseded) setParts({ of: definition, parts: loaded });
    };
    Promise.all([definition.text(), definition.charts()]).then(
      ([{ messages }, { charts }]) => set({ messages, charts }),
      (error: unknown) => set({ error }),
    );
    return () => {
      superseded = true;
    };
  }, [definition]);
  return parts && parts.of === definition ? parts.parts : {};
}
