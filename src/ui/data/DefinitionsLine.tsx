import { formatDate } from '../../i18n/format-date.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useDocument } from '../store/app-store.ts';
import classes from './data-list.module.css';

/** The definitions in force in a few words; pressed, they can be changed. */
export function DefinitionsLine() {
  const { t, language } = useI18n();
  const definitions = useDocument()?.definitions;
  if (!definitions) return null;
  const { currency, asOf, returns } = definitions;
  const parts = [
    currency || t('definitions.currency.none'),
    t('definitions.asOf.short', { day: asOf === 'auto' ? t('params.auto') : formatDate(asOf, language) }),
    `${t('definitions.returns')} ${t(`definitions.returns.${returns}`)}`,
  ];
  return (
    <button type="button" className={classes.definitions} onClick={() => openDialog({ kind: 'definitions' })}>
      {parts.join(' · ')}
    </button>
  );
}
