import { Button } from '@mantine/core';
import type { ImportProgress } from '../../import/options.ts';
import { useI18n } from '../i18n/index.ts';
import { fileSize } from './file-size.ts';
import classes from './import.module.css';

/** How far the import is: rows, bytes, per cent, and the way to end it. */
export function ImportProgressView({ file, progress, onCancel }: { file: File; progress: ImportProgress | null; onCancel: () => void }) {
  const { t, language, formatQuantity } = useI18n();
  const share = progress && progress.ofBytes > 0 ? Math.min(1, progress.bytes / progress.ofBytes) : 0;
  const percent = formatQuantity({ value: Math.floor(share * 100) / 100, unit: 'share' });
  const finishing = progress?.phase === 'finishing';
  return (
    <div className={classes.progress}>
      <p className={classes.percent} aria-hidden="true">
        {percent}
      </p>
      <div
        role="progressbar"
        aria-label={t('import.progress', { file: file.name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(share * 100)}
        className={classes.track}
      >
        <div style={{ scale: `${share} 1` }} />
      </div>
      <p className={classes.counts}>
        <span>{finishing ? t('import.progress.finishing') : t('import.progress.rows', { n: progress?.rows ?? 0 })}</span>
        <span>{t('import.progress.bytes', { done: fileSize(progress?.bytes ?? 0, language), all: fileSize(file.size, language) })}</span>
      </p>
      <Button variant="default" onClick={onCancel} data-autofocus>
        {t('action.cancel')}
      </Button>
    </div>
  );
}
