/** What a cell's frame shows of a result. */

export { Checks, type ChecksProps } from './Checks.tsx';
export { NotesView } from './NotesView.tsx';
export { Progress, type ProgressProps } from './Progress.tsx';
export { Provenance, type ProvenanceProps } from './Provenance.tsx';
export { ResultView, type ResultViewProps } from './ResultView.tsx';
export { type CellParts, useCellParts } from './use-cell-parts.ts';
