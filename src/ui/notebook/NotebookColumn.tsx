import { memo } from 'react';
import type { Cell, NotebookDocument } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { ErrorBoundary } from '../layout/ErrorBoundary.tsx';
import { ProseCellView } from '../prose/ProseCellView.tsx';
import { SqlCellView } from '../sql/SqlCellView.tsx';
import { useDocument } from '../store/app-store.ts';
import { AbsentNotice } from './AbsentNotice.tsx';
import { AddBar } from './AddBar.tsx';
import { AnalysisCellView } from './AnalysisCellView.tsx';
import { EngineNotice } from './EngineNotice.tsx';
import { InsertGap } from './InsertGap.tsx';
import classes from './notebook-column.module.css';
import { Suggestions } from './Suggestions.tsx';
import { TitleBlock } from './TitleBlock.tsx';

/** The notebook itself: its cells in order, with room to insert between them. */
export function NotebookColumn() {
  const document = useDocument();
  return document && <Column key={document.id} document={document} />;
}

function Column({ document }: { document: NotebookDocument }) {
  const { t } = useI18n();
  const { cells } = document;
  return (
    <div className={classes.column}>
      <TitleBlock />
      <EngineNotice />
      <AbsentNotice />
      {document.cells.length === 0 && (
        <div className={classes.empty}>
          <h2>{t('column.empty.title')}</h2>
          <p>{t(document.sources.length > 0 ? 'column.empty.help' : 'column.empty.nodata')}</p>
          <Suggestions document={document} />
        </div>
      )}
      {cells.map((cell, index) => (
        <div key={cell.id} className={classes.place}>
          {index > 0 && <InsertGap at={index} />}
          <ErrorBoundary>
            <AnyCell cell={cell} index={index} total={cells.length} />
          </ErrorBoundary>
        </div>
      ))}
      <AddBar />
    </div>
  );
}

interface PlaceProps {
  cell: Cell;
  index: number;
  total: number;
}

const AnyCell = memo(function AnyCell({ cell, index, total }: PlaceProps) {
  if (cell.type === 'analysis') return <AnalysisCellView cell={cell} index={index} total={total} />;
  if (cell.type === 'sql') return <SqlCellView cell={cell} index={index} total={total} />;
  return <ProseCellView cell={cell} index={index} total={total} />;
});
