import { Button } from '@mantine/core';
import type { Imported } from '../../import/options.ts';
import { useI18n } from '../i18n/index.ts';
import { saveFile } from '../result/save-file.ts';
import classes from './import.module.css';

interface ImportSummaryProps {
  file: File;
  imported: Imported;
  rejected: () => Promise<Blob>;
  onUse: () => void;
  onBack: () => void;
}

const SHOWN = 20;

/** What an import could not read: how much, where, why, as a list to look at and to take away. */
export function ImportSummary({ file, imported, rejected, onUse, onBack }: ImportSummaryProps) {
  const { t, list } = useI18n();
  const { rows, values, count, first } = imported.rejected;
  const byColumn = Object.entries(values).sort(([, a], [, b]) => b - a);
  const emptied = byColumn.reduce((sum, [, n]) => sum + n, 0);
  const download = async () => saveFile(await rejected(), `${file.name.replace(/\.[^.]*$/, '')}-rejected.csv`);
  return (
    <div className={classes.step}>
      <section className={classes.summary} aria-labelledby="import-done">
        <h3 id="import-done">{t('import.done', { n: imported.rows })}</h3>
        <ul>
          {rows > 0 && <li>{t('import.done.left_out', { n: rows })}</li>}
          {emptied > 0 && (
            <li>
              {t('import.done.left_empty', { n: emptied })}
              <span className={classes.help}> {list(byColumn.slice(0, 6).map(([column, n]) => t('import.done.in', { n, column })))}</span>
            </li>
          )}
        </ul>
      </section>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.frame} aria-label={t('import.done.list')} tabIndex={0}>
        <table className={classes.rejects}>
          <thead>
            <tr>
              {(['line', 'column', 'reason', 'text'] as const).map((name) => (
                <th key={name} scope="col">
                  {t(`import.done.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...first]
              .sort((a, b) => a.line - b.line)
              .slice(0, SHOWN)
              .map(({ line, column, reason, text }) => (
                <tr key={`${line} ${column}`}>
                  <td data-number>{line}</td>
                  <td>{column || <span className={classes.missing}>{t('import.done.row')}</span>}</td>
                  <td>{t(`import.reason.${reason}`)}</td>
                  <td>
                    <code>{text}</code>
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      </section>
      <footer className={classes.footer}>
        <p className={classes.verdict}>
          {count > SHOWN && `${t('import.done.first', { n: Math.min(SHOWN, first.length), of: count })} `}
          <button type="button" className={classes.link} onClick={() => void download()}>
            {t('import.done.download')}
          </button>
        </p>
        <Button variant="default" onClick={onBack}>
          {t('import.done.back')}
        </Button>
        <Button onClick={onUse} data-autofocus>
          {t('import.done.use')}
        </Button>
      </footer>
    </div>
  );
}
