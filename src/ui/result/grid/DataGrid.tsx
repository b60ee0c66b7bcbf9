// biome-ignore-all lint/a11y/useSemanticElements: rows that are drawn as they come into sight are no <table>
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Column, Row } from '../../../cell/index.ts';
import { useWords } from '../words.ts';
import { copyCells } from './copy-cells.ts';
import { GridBar } from './GridBar.tsx';
import { GridHeader } from './GridHeader.tsx';
import { GridRow } from './GridRow.tsx';
import styles from './grid.module.css';
import { nextSort, type Sort } from './local-sort.ts';
import type { FetchPage } from './page-cache.ts';
import { shownColumns } from './shown-column.ts';
import { usePages } from './use-pages.ts';
import { useSelection } from './use-selection.ts';

export interface DataGridProps {
  /** Id of the element that names the table, or its name. */
  labelledBy?: string;
  label?: string;
  columns: readonly Column[];
  /** The first rows; all of them where there is no `fetchPage`. */
  rows: readonly Row[];
  total: number;
  /** Names the state of the data: another key reads it anew. */
  dataKey: string;
  fileName: string;
  fetchPage?: FetchPage | undefined;
  fetchCsv?: (() => Promise<Blob>) | undefined;
}

/** A table of so few rows is drawn whole, its texts wrapped; of a bigger one only what is in sight, a line each. */
const WHOLE_ROWS = 40;
const ROW_HEIGHT = 30;
const HEADER_HEIGHT = 36;
/** A browser's longest element is about 17 million pixels. */
const MOST_ROWS = 500_000;
/** How much wider than it needs to be a table is drawn where there is room: further, and rows are hard to follow. */
const WIDENING = 1.6;
/** A first column up to this width, in pixels, stays in sight on a phone too. */
const WIDEST_PINNED = 160;

/** Rows of a table, drawn as they come into sight; sorted, walked through and copied by keys and pointer. */
export function DataGrid({ labelledBy, label, columns, rows, total, dataKey, fileName, fetchPage, fetchCsv }: DataGridProps) {
  const words = useWords();
  const [chosen, setSort] = useState<Sort>();
  const [message, setMessage] = useState('');
  const sort = columns.some((column) => column.name === chosen?.column) ? chosen : undefined;
  const pages = usePages({ rows, total, sort, dataKey, fetchPage });
  const selection = useSelection();
  const scroller = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const help = useId();

  const whole = !fetchPage && rows.length <= WHOLE_ROWS;
  const shown = useMemo(() => shownColumns(columns, rows, words, whole), [columns, rows, words, whole]);
  const width = shown.reduce((sum, column) => sum + column.width.least, 0);
  const wished = shown.reduce((sum, column) => sum + column.width.wished, 0);

  const count = Math.min(pages.total, MOST_ROWS);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: HEADER_HEIGHT,
    scrollPaddingStart: HEADER_HEIGHT,
    initialRect: { width: 0, height: 400 },
  });
  const items = virtual.getVirtualItems();
  const first = whole ? 0 : (items[0]?.index ?? 0);
  const last = whole ? count - 1 : (items.at(-1)?.index ?? 0);
  useEffect(() => void pages.need(first, last), [pages, first, last]);

  const { active, selected } = selection;
  // Only what is drawn can have the focus: while the active cell is out of sight its header stands in for it.
  const stop = active.row >= first && active.row <= last ? active : { row: -1, column: Math.min(active.column, columns.length - 1) };
  useLayoutEffect(() => {
    if (!takesFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(`[data-place="${active.row} ${active.column}"]`);
    if (!cell) return;
    takesFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const say = (key: string, args?: Parameters<typeof words.t>[1]) => setMessage(words.t(key, args));
  const source = { pages, columns: shown, words, say };
  const toggle = (column: number) => setSort(nextSort(sort, columns[column]?.name ?? ''));

  const onKeyDown = (event: KeyboardEvent) => {
    const extent = {
      rows: count,
      columns: columns.length,
      page: Math.floor(((scroller.current?.clientHeight ?? 400) - HEADER_HEIGHT) / ROW_HEIGHT),
    };
    if (event.key === 'c' && (event.ctrlKey || event.metaKey) && active.row >= 0) {
      void copyCells(source, selected ?? { top: active.row, bottom: active.row, left: active.column, right: active.column });
    } else if ((event.key === 'Enter' || event.key === ' ') && active.row < 0) toggle(active.column);
    else if (selection.onKey(event, extent)) takesFocus.current = true;
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    if (!whole && takesFocus.current && active.row >= 0) virtual.scrollToIndex(active.row);
  }, [active, virtual, whole]);

  return (
    <div className={styles.wrap} style={{ maxWidth: Math.max(width * WIDENING, wished) }}>
      <div
        ref={scroller}
        role="grid"
        className={styles.grid}
        aria-labelledby={labelledBy}
        aria-label={label}
        aria-describedby={help}
        aria-rowcount={pages.total + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        data-whole={whole || undefined}
        data-pinned={(shown[0]?.width.least ?? 0) <= WIDEST_PINNED || undefined}
        onKeyDown={onKeyDown}
        onScroll={({ currentTarget }) => currentTarget.toggleAttribute('data-scrolled', currentTarget.scrollLeft > 0)}
        style={{ '--columns': shown.map((c) => `minmax(${c.width.least}px, ${c.width.wished}fr)`).join(' ') } as React.CSSProperties}
      >
        <div className={styles.sheet} style={{ minWidth: width }}>
          <GridHeader
            columns={shown}
            sort={sort}
            stop={stop}
            onSort={toggle}
            onFocus={(column) => selection.select({ row: -1, column }, { row: -1, column })}
          />
          <div role="rowgroup" className={styles.body} style={whole ? undefined : { height: count * ROW_HEIGHT }}>
            {(whole ? rows.map((_, index) => ({ index, start: undefined })) : items).map(({ index, start }) => (
              <GridRow
                key={index}
                index={index}
                top={start === undefined ? undefined : start - HEADER_HEIGHT}
                row={pages.row(index)}
                columns={shown}
                stop={stop}
                selected={selected}
                onPointer={selection.onPointer}
              />
            ))}
          </div>
        </div>
      </div>
      <GridBar
        source={source}
        shown={count}
        total={fetchPage ? pages.total : total}
        message={message}
        help={help}
        fileName={fileName}
        fetchCsv={fetchCsv}
      />
    </div>
  );
}
