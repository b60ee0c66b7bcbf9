import { Button } from '@mantine/core';
import { DataList } from '../data/DataList.tsx';
import { DefinitionsLine } from '../data/DefinitionsLine.tsx';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useApp } from '../store/app-store.ts';
import { Icon } from '../theme/icons.tsx';
import { Outline } from './Outline.tsx';
import classes from './rail.module.css';

/** At the left: the notebook's data and its outline. */
export function Rail() {
  const { t } = useI18n();
  const hasData = useApp((app) => (app.history?.present.sources.length ?? 0) > 0);
  return (
    <nav className={classes.rail} aria-label={t('rail.label')}>
      <section aria-labelledby="rail-data">
        <div className={classes.head}>
          <h2 id="rail-data">{t('rail.data')}</h2>
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            leftSection={<Icon name="add" size={12} />}
            onClick={() => openDialog({ kind: 'import' })}
          >
            {t('rail.data.add')}
          </Button>
        </div>
        <DataList />
      </section>
      {hasData && (
        <section aria-labelledby="rail-definitions">
          <div className={classes.head}>
            <h2 id="rail-definitions">{t('rail.definitions')}</h2>
          </div>
          <DefinitionsLine />
        </section>
      )}
      <section aria-labelledby="rail-outline">
        <div className={classes.head}>
          <h2 id="rail-outline">{t('rail.outline')}</h2>
        </div>
        <Outline />
      </section>
    </nav>
  );
}
