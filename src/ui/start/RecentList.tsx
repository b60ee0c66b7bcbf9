import { ActionIcon } from '@mantine/core';
import { text } from '../../cell/index.ts';
import { formatDate } from '../../i18n/format-date.ts';
import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { deleteKept, openKept } from '../store/navigation.ts';
import { toast } from '../store/toasts.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './start.module.css';

/** The notebooks that this browser keeps, the latest first. */
export function RecentList() {
  const { t, language } = useI18n();
  const recent = useApp((app) => app.recent);
  if (!recent || recent.length === 0) return null;
  const remove = async (id: string) => {
    const restore = await deleteKept(id);
    toast(text('toast.notebook.deleted'), { action: { label: text('action.undo'), run: () => void restore() } });
  };
  return (
    <section className={classes.recent} aria-labelledby="start-recent">
      <h2 id="start-recent">{t('start.recent')}</h2>
      <ul>
        {recent.map(({ id, title, cells, updatedAt }) => (
          <li key={id}>
            <a
              href={`#/${id}`}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                void openKept(id);
              }}
            >
              <span className={classes.recentTitle}>{title || t('bar.untitled')}</span>
              <span className={classes.recentNote}>
                {t('start.recent.cells', { n: cells })} · {formatDate(localStamp(updatedAt), language)}
              </span>
            </a>
            <ActionIcon aria-label={t('start.recent.delete', { title: title || t('bar.untitled') })} onClick={() => void remove(id)}>
              <Icon name="trash" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Milliseconds as the day and minute on the reader's own clock, in the form of our timestamps. */
function localStamp(ms: number): string {
  const offset = new Date(ms).getTimezoneOffset() * 60_000;
  return new Date(ms - offset).toISOString().slice(0, 16).replace('T', ' ');
}
