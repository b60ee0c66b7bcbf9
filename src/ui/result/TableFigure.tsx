import { useCallback, useId, useMemo } from 'react';
import type { TableView } from '../../cell/index.ts';
import type { Page, PageRequest } from '../../workers/compute-api.ts';
import { DataGrid } from './grid/DataGrid.tsx';
import styles from './result.module.css';
import { useWords } from './words.ts';

export interface TableFigureProps {
  view: TableView;
  fileName: string;
  dataKey: string;
  onPage?: ((view: TableView, request: PageRequest) => Promise<Page>) | undefined;
  onCsv?: ((view: TableView) => Promise<Blob>) | undefined;
  /** Makes a segment out of a table of customers; without it no button is shown. */
  onSegment?: ((view: TableView) => void) | undefined;
}

/** A table of a result with its title. */
export function TableFigure({ view, fileName, dataKey, onPage, onCsv, onSegment }: TableFigureProps) {
  const title = useId();
  const words = useWords();
  const isOfCustomers = view.grain === 'customer' && view.table !== null && view.columns.some(({ name }) => name === 'customer');
  const paged = view.table !== null && view.total > view.rows.length;
  // The rows that a result carries are all there is of a small table; only a bigger one is read from the engine.
  const fetchPage = useCallback((request: PageRequest) => onPage?.(view, request) ?? Promise.reject(), [onPage, view]);
  const fetchCsv = useMemo(() => (onCsv && view.table !== null ? () => onCsv(view) : undefined), [onCsv, view]);
  return (
    <figure className={styles.view}>
      <figcaption>
        <h3 className={styles.title} id={title}>
          {words.text(view.title)}
        </h3>
        {onSegment && isOfCustomers && (
          <button type="button" className={styles.segment} onClick={() => onSegment(view)}>
            {words.t('segment.save')}
          </button>
        )}
      </figcaption>
      <DataGrid
        labelledBy={title}
        columns={view.columns}
        rows={view.rows}
        total={view.total}
        dataKey={dataKey}
        fileName={fileName}
        fetchPage={onPage && paged ? fetchPage : undefined}
        fetchCsv={fetchCsv}
      />
    </figure>
  );
}
