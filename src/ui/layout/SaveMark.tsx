import { Tooltip } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './save-mark.module.css';

/** Whether what is seen is also kept; quiet while it is. */
export function SaveMark() {
  const { t } = useI18n();
  const kind = useApp((state) => state.save.kind);
  const failed = kind === 'failed';
  const text = failed ? t('save.failed') : kind === 'saved' ? t('save.saved') : t('save.saving');
  return (
    <Tooltip label={failed ? t('save.failed.help') : t('save.saved.help')} multiline maw={260}>
      <span className={classes.mark} data-failed={failed || undefined} data-save={kind}>
        {failed && <Icon name="alert" size={14} />}
        {text}
      </span>
    </Tooltip>
  );
}
