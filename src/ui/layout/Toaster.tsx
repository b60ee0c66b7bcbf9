import { ActionIcon, Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { dismiss } from '../store/toasts.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './toaster.module.css';

/** Short messages at the foot of the page, some with a way back. */
export function Toaster() {
  const { t } = useI18n();
  const toasts = useApp((state) => state.toasts);
  return (
    <section className={classes.list} aria-label={t('toast.label')} role="log" aria-live="polite">
      {toasts.map(({ id, text, tone, action }) => (
        <div key={id} className={classes.toast} data-tone={tone}>
          <span className={classes.text}>{t(text.key, text.args)}</span>
          {action && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {t(action.label.key, action.label.args)}
            </Button>
          )}
          <ActionIcon size={22} aria-label={t('toast.close')} onClick={() => dismiss(id)}>
            <Icon name="close" size={12} />
          </ActionIcon>
        </div>
      ))}
    </section>
  );
}
