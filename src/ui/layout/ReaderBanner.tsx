import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { takeOver } from '../store/session.ts';
import classes from './reader-banner.module.css';

/** Says that another tab has the notebook, and offers to have it here. */
export function ReaderBanner() {
  const { t } = useI18n();
  const reader = useApp((state) => state.role === 'reader');
  if (!reader) return null;
  return (
    <div className={classes.banner} role="status">
      <span>{t('reader.text')}</span>
      <Button variant="default" onClick={() => void takeOver()}>
        {t('reader.take')}
      </Button>
    </div>
  );
}
