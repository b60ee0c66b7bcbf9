// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into sight are no <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus roves among the cells, rows have none
import type { PointerEvent } from 'react';
import type { Row } from '../../../cell/index.ts';
import styles from './grid.module.css';
import { holds, type Place, type Range } from './move.ts';
import type { ShownColumn } from './shown-column.ts';

export interface GridRowProps {
  index: number;
  /** Pixels from the first row; undefined where rows stand one after the other. */
  top: number | undefined;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: readonly ShownColumn[];
  stop: Place;
  selected: Range | undefined;
  onPointer(event: PointerEvent, place: Place): void;
}

/** One row of the grid. */
export function GridRow({ index, top, row, columns, stop, selected, onPointer }: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={styles.row}
      style={top === undefined ? undefined : { transform: `translateY(${top}px)` }}
    >
      {columns.map(({ column, numeric, write }, i) => {
        const place = { row: index, column: i };
        const text = write(row);
        return (
          <div
            key={column.name}
            role="gridcell"
            aria-colindex={i + 1}
            aria-selected={selected ? holds(selected, index, i) : false}
            className={styles.cell}
            data-numeric={numeric || undefined}
            data-figures={numeric || column.unit === 'date' || undefined}
            data-null={(row && (row[column.name] ?? null) === null) || undefined}
            data-place={`${index} ${i}`}
            tabIndex={stop.row === index && stop.column === i ? 0 : -1}
            title={text.length > 24 ? text : undefined}
            onPointerDown={(event) => onPointer(event, place)}
            onPointerEnter={(event) => onPointer(event, place)}
          >
            {text}
          </div>
        );
      })}
    </div>
  );
}
