import { Button } from '@mantine/core';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useApp, useDocument } from '../store/app-store.ts';
import { Notice } from './Notice.tsx';

/** Asks, once for the whole notebook, for the files that this browser does not have. */
export function AbsentNotice() {
  const { t, list } = useI18n();
  const ids = useApp((app) => app.absent);
  const absent = (useDocument()?.sources ?? []).filter(({ id }) => ids.includes(id));
  if (absent.length === 0) return null;
  const names = list(absent.map(({ name }) => name));
  return (
    <Notice tone="plain" title={t('cell.blocked.source', { names })} text={t('cell.blocked.source.help')}>
      {absent.map(({ id, name }) => (
        <Button key={id} onClick={() => openDialog({ kind: 'import', source: id })}>
          {t('cell.blocked.source.choose', { name })}
        </Button>
      ))}
    </Notice>
  );
}
