import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { openDialog } from '../store/app-store.ts';
import { addProse, addSql } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './add-bar.module.css';
import { isMac } from './platform.ts';

/** The way to go on, at the end of the notebook. */
export function AddBar() {
  const { t } = useI18n();
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('insert.label')}>
      <Button variant="default" leftSection={<Icon name="chart" />} onClick={() => openDialog({ kind: 'catalogue' })}>
        {t('insert.analysis')}
        <span className={classes.keys} aria-hidden="true">
          {isMac() ? '⌘K' : 'Ctrl K'}
        </span>
      </Button>
      <Button variant="default" leftSection={<Icon name="table" />} onClick={() => addSql()}>
        {t('insert.sql')}
      </Button>
      <Button variant="default" leftSection={<Icon name="text" />} onClick={() => addProse()}>
        {t('insert.prose')}
      </Button>
    </div>
  );
}
