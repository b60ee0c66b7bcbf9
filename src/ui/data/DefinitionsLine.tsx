import { formatDate } from '../../i18n/format-date.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useDocument } from '../store/app-store.ts';
import classes from './data-list.module.css';

/** The definitions and the scope in force in a few words; pressed, they can be changed. */
export function DefinitionsLine() {
  const { t, language } = useI18n();
  const document = useDocument();
  if (!document) return null;
  const { definitions, scope } = document;
  const segment = scope.segments.find(({ id }) => id === scope.active);
  const { currency, asOf, returns } = definitions;
  const parts = [
    ...(segment ? [t('scope.segment.short', { name: segment.name })] : []),
    ...(scope.consent ? [t('scope.consent.short')] : []),
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
