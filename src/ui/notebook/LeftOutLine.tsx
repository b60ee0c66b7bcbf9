import { useMemo } from 'react';
import type { Provenance } from '../../cell/index.ts';
import { activeSegment } from '../../runtime/canonical-scope.ts';
import { buildGraph } from '../../runtime/graph.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { leftOutLine } from '../result/left-out.ts';
import { useDocument } from '../store/app-store.ts';
import classes from './cell-result.module.css';

/** Whom the result is about and what was left out of its data, in one quiet line. */
export function LeftOutLine({ cellId, provenance }: { cellId: string; provenance: Provenance | null }) {
  const i18n = useI18n();
  const document = useDocument();
  const feeds = useMemo(() => {
    const segment = document && activeSegment(document);
    return segment && buildGraph(document, cellLibrary).feeders.has(cellId) ? segment.name : null;
  }, [document, cellId]);
  if (!provenance) return null;
  const line = leftOutLine(provenance, i18n, feeds);
  return line === '' ? null : <p className={classes.left}>{line}</p>;
}
