import { Button } from '@mantine/core';
import { useRef } from 'react';
import { FILE_TYPES } from '../data/file-types.ts';
import { takeFiles } from '../data/take-files.ts';
import { useI18n } from '../i18n/index.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './start.module.css';

/** Where a file is dropped or chosen; a drop anywhere on the page works as well. */
export function FileTarget() {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className={classes.drop} aria-labelledby="start-drop">
      <span className={classes.dropIcon}>
        <Icon name="upload" size={24} />
      </span>
      <h2 id="start-drop">{t('start.drop')}</h2>
      <p>{t('start.drop.help')}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={FILE_TYPES}
        aria-label={t('start.choose')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          takeFiles(files);
        }}
      />
      <Button size="sm" onClick={() => input.current?.click()}>
        {t('start.choose')}
      </Button>
    </section>
  );
}
