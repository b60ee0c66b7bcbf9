import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import { useI18n } from '../i18n/index.ts';
import { ColumnHead } from './ColumnHead.tsx';
import classes from './import.module.css';
import { type ImportModel, retypeColumn } from './model.ts';

const ROWS = 10;
const LEAST = 132;
const MOST = 240;

/** The first ten rows under their columns' types; columns out of sight are not drawn, so that ten thousand can be. */
export function PreviewTable({ model, onChange }: { model: ImportModel; onChange: (model: ImportModel) => void }) {
  const { t } = useI18n();
  const frame = useRef<HTMLElement>(null);
  const { columns, options, preview } = model;
  const widths = useMemo(() => columns.map(({ name }, c) => widthOf(name, preview.rows, c)), [columns, preview.rows]);
  const virtual = useVirtualizer({
    horizontal: true,
    count: columns.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => widths[index] ?? LEAST,
    overscan: 4,
    initialRect: { width: 1100, height: 400 },
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const numeric = (index: number): boolean => ['integer', 'number'].includes(columns[index]?.type ?? '');

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={frame} className={classes.frame} aria-label={t('import.preview.label', { file: preview.name })} tabIndex={0}>
      <table className={classes.table} style={{ width: virtual.getTotalSize() }} aria-colcount={columns.length}>
        <thead>
          <tr>
            {before > 0 && <td style={{ width: before }} />}
            {shown.map(({ index, key }) => {
              const column = columns[index];
              return (
                column && (
                  <th key={key} scope="col" aria-colindex={index + 1} style={{ width: widths[index] }}>
                    <ColumnHead
                      column={column}
                      read={options.format === 'text' ? options.columns[index] : undefined}
                      onChange={(change) => onChange(retypeColumn(model, column.name, change))}
                    />
                  </th>
                )
              );
            })}
            {after > 0 && <td style={{ width: after }} />}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, ROWS).map((row, r) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and do not move
            <tr key={r}>
              {before > 0 && <td />}
              {shown.map(({ index, key }) => (
                <td key={key} aria-colindex={index + 1} data-number={numeric(index) || undefined} title={row[index]}>
                  {row[index] || <span className={classes.missing}>{t('import.preview.missing')}</span>}
                </td>
              ))}
              {after > 0 && <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Room for a name and the values below it, in CSS pixels; a Chinese character takes as much as two letters. */
function widthOf(name: string, rows: ImportModel['preview']['rows'], column: number): number {
  const letters = (text: string) => [...text.slice(0, 60)].reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0);
  const longest = Math.max(letters(name) * 1.15, ...rows.slice(0, ROWS).map((row) => letters(row[column] ?? '')));
  return Math.round(Math.min(MOST, Math.max(LEAST, longest * 6.8 + 20)));
}
