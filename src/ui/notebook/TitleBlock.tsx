import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { setTitle } from '../store/edits.ts';
import classes from './title-block.module.css';

/** The title over the column, as the head of an article; written in place. */
export function TitleBlock() {
  const { t } = useI18n();
  const title = useApp((state) => state.history?.present.title ?? '');
  const reader = useApp((state) => state.role === 'reader');
  return (
    <h1 className={classes.title} data-value={`${title || t('bar.untitled')}\u200b`}>
      <textarea
        className={classes.input}
        aria-label={t('bar.title')}
        rows={1}
        value={title}
        readOnly={reader}
        placeholder={t('bar.untitled')}
        maxLength={200}
        spellCheck={false}
        onChange={(event) => setTitle(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          event.currentTarget.blur();
        }}
      />
    </h1>
  );
}
