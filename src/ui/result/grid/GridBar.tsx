import { errorText } from '../../../i18n/translate.ts';
import { type CopySource, copyTable, downloadTable } from './copy-cells.ts';
import styles from './grid.module.css';

export interface GridBarProps {
  source: CopySource;
  /** Rows that can be reached in the grid, of how many. */
  shown: number;
  total: number;
  /** What was last done. */
  message: string;
  /** Id of the line that tells which keys there are. */
  help: string;
  fileName: string;
  fetchCsv: (() => Promise<Blob>) | undefined;
}

/** The line under a grid: how many rows there are, what was copied, ways to take them along. */
export function GridBar({ source, shown, total, message, help, fileName, fetchCsv }: GridBarProps) {
  const { words, pages } = source;
  const rows =
    shown < total ? words.t('grid.rows.first', { shown, n: total }) : words.t(total === 0 ? 'grid.empty' : 'grid.rows', { n: total });
  return (
    <div className={styles.bar}>
      <span>{rows}</span>
      <span role="status" className={styles.message}>
        {pages.error === undefined ? message : words.t('grid.failed', { reason: errorText(pages.error, words.language) })}
      </span>
      <span id={help} className={styles.help}>
        {words.t('grid.help')}
      </span>
      <button type="button" className={styles.action} onClick={() => void copyTable(source)}>
        {words.t('grid.copy')}
      </button>
      <button type="button" className={styles.action} onClick={() => void downloadTable(source, fileName, fetchCsv)}>
        {words.t('grid.csv')}
      </button>
    </div>
  );
}
