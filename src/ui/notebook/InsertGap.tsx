import { useI18n } from '../i18n/index.ts';
import { openDialog } from '../store/app-store.ts';
import { addProse, addSql } from '../store/edits.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './insert-gap.module.css';

/** The room between two cells, which offers to put one there when it is pointed at or focused. */
export function InsertGap({ at }: { at: number }) {
  const { t } = useI18n();
  return (
    <div className={classes.gap} role="toolbar" aria-label={t('insert.here')}>
      <div className={classes.buttons}>
        <button type="button" onClick={() => openDialog({ kind: 'catalogue', at })}>
          <Icon name="add" size={12} />
          {t('insert.analysis')}
        </button>
        <button type="button" onClick={() => addSql(at)}>
          {t('insert.sql')}
        </button>
        <button type="button" onClick={() => addProse(at)}>
          {t('insert.prose')}
        </button>
      </div>
    </div>
  );
}
