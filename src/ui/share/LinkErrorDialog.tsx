import { Button, Modal } from '@mantine/core';
import { AppError } from '../../util/app-error.ts';
import { useI18n } from '../i18n/index.ts';
import classes from './share.module.css';

/** Why a link or a kept notebook could not be opened. */
export function LinkErrorDialog({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { t, errorText } = useI18n();
  const isLink = error instanceof AppError && error.code.startsWith('link.');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(isLink ? 'open.damaged.title' : 'open.failed.title')}
      size={460}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p className={classes.problem} role="alert">
        {errorText(error)}
      </p>
      <p className={classes.intro}>{t('open.kept')}</p>
      <div className={classes.actions}>
        <Button data-autofocus onClick={onClose}>
          {t('action.close')}
        </Button>
      </div>
    </Modal>
  );
}
