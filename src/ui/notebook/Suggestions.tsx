import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { resolveNeeds } from '../../cell/index.ts';
import { boundRoles, type NotebookDocument } from '../../notebook/document.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog } from '../store/app-store.ts';
import { addAnalysis } from '../store/edits.ts';
import { newFromSample } from '../store/navigation.ts';
import { samples } from '../store/samples.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './suggestions.module.css';

const MOST = 6;

/** In an empty notebook: the analyses that its data can answer now, or the ways to data. */
export function Suggestions({ document }: { document: NotebookDocument }) {
  const { t, pick } = useI18n();
  const ready = useMemo(() => {
    const available = boundRoles(document);
    return cellLibrary.list().filter(({ needs }) => resolveNeeds(needs, available).missing.length === 0);
  }, [document]);
  const sample = samples[0];
  if (document.sources.length === 0) {
    return (
      <div className={classes.ways}>
        <Button leftSection={<Icon name="upload" />} onClick={() => openDialog({ kind: 'import' })}>
          {t('rail.data.add')}
        </Button>
        {sample && (
          <Button variant="default" onClick={() => void newFromSample(sample)}>
            {t('start.sample')}
          </Button>
        )}
      </div>
    );
  }
  if (ready.length === 0) return null;
  return (
    <section className={classes.ready} aria-label={t('column.suggest')}>
      <h3>{t('column.suggest')}</h3>
      <ul>
        {ready.slice(0, MOST).map((definition) => (
          <li key={definition.id}>
            <button type="button" onClick={() => addAnalysis(definition)}>
              <span className={classes.title}>{pick(definition.title)}</span>
              <span className={classes.question}>{pick(definition.question)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
