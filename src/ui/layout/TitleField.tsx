import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { setTitle } from '../store/edits.ts';
import classes from './title-field.module.css';

/** The notebook's title, editable in place. */
export function TitleField() {
  const { t } = useI18n();
  const title = useApp((state) => state.history?.present.title ?? '');
  const reader = useApp((state) => state.role === 'reader');
  return (
    <div className={classes.field} data-value={title || t('bar.untitled')}>
      <input
        className={classes.input}
        size={1}
        aria-label={t('bar.title')}
        value={title}
        readOnly={reader}
        placeholder={t('bar.untitled')}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </div>
  );
}
