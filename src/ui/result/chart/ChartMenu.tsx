import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ChartView } from '../../../cell/index.ts';
import { errorText } from '../../../i18n/translate.ts';
import { toDelimited } from '../../../util/delimited.ts';
import { Icon } from '../../theme/icons.tsx';
import { copyText } from '../copy-text.ts';
import { csvFile, saveFile } from '../save-file.ts';
import { useWords, type Words } from '../words.ts';
import styles from './chart.module.css';
import type { Drawing } from './draw-chart.ts';

export interface ChartMenuProps {
  view: ChartView;
  drawing: Drawing | undefined;
  fileName: string;
  asTable: boolean;
  onAsTable(asTable: boolean): void;
}

/** What can be done with a chart: see its data, take it along. */
export function ChartMenu({ view, drawing, fileName, asTable, onAsTable }: ChartMenuProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    document.addEventListener('keydown', onEscape);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
      document.removeEventListener('keydown', onEscape);
    };
  }, [open]);

  const picture = async (format: 'svg' | 'png') => {
    if (!drawing) return;
    const { exportChart } = await import('./draw-chart.ts');
    saveFile(await exportChart(drawing, format), `${fileName}.${format}`);
  };
  const item = (label: string, act: () => void | Promise<void>): ReactNode => (
    <li>
      <button
        type="button"
        onClick={() => {
          setOpen(false);
          button.current?.focus();
          Promise.resolve(act()).catch((error: unknown) => setMessage(errorText(error, words.language)));
        }}
      >
        {label}
      </button>
    </li>
  );

  return (
    <div ref={root} className={styles.menu}>
      <span role="status" className={styles.status}>
        {message}
      </span>
      <button
        ref={button}
        type="button"
        className={styles.opener}
        aria-expanded={open}
        aria-label={words.t('chart.menu')}
        title={words.t('chart.menu')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <ul className={styles.items}>
          {item(words.t(asTable ? 'chart.table.hide' : 'chart.table.show'), () => onAsTable(!asTable))}
          {drawing && item(words.t('chart.svg'), () => picture('svg'))}
          {drawing && item(words.t('chart.png'), () => picture('png'))}
          {item(words.t('chart.csv'), () => saveFile(csvFile(dataAs('csv', view, words)), `${fileName}.csv`))}
          {item(words.t('chart.copy'), async () => {
            const copied = await copyText(dataAs('tsv', view, words));
            setMessage(
              copied ? words.t('grid.copied', { rows: view.data.length, columns: view.columns.length }) : words.t('grid.copy.failed'),
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** The data of a chart with its headings. */
function dataAs(format: 'csv' | 'tsv', view: ChartView, words: Words): string {
  const rows = view.data.map((row) => view.columns.map((column) => words.name(column, row[column.name] ?? null)));
  return toDelimited([view.columns.map(words.label), ...rows], format);
}
