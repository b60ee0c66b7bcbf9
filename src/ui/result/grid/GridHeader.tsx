// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into sight are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among the cells, rows have none
import styles from './grid.module.css';
import type { Sort } from './local-sort.ts';
import type { Place } from './move.ts';
import type { ShownColumn } from './shown-column.ts';

export interface GridHeaderProps {
  columns: readonly ShownColumn[];
  sort: Sort | undefined;
  /** The cell that the Tab key reaches. */
  stop: Place;
  onSort(column: number): void;
  onFocus(column: number): void;
}

/** The headings; a press sorts. */
export function GridHeader({ columns, sort, stop, onSort, onFocus }: GridHeaderProps) {
  const order = (name: string) => (sort?.column !== name ? 'none' : sort.descending ? 'descending' : 'ascending');
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {columns.map(({ column, label, unit, numeric }, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the grid
          <div
            key={column.name}
            role="columnheader"
            aria-colindex={i + 1}
            aria-sort={order(column.name)}
            className={styles.heading}
            data-numeric={numeric || undefined}
            data-place={`-1 ${i}`}
            tabIndex={stop.row === -1 && stop.column === i ? 0 : -1}
            title={label}
            onClick={() => {
              onFocus(i);
              onSort(i);
            }}
          >
            <span className={styles.label}>{label}</span>
            {unit && <span className={styles.unit}>{unit}</span>}
            <span className={styles.arrow} aria-hidden="true" />
          </div>
        ))}
      </div>
    </div>
  );
}
