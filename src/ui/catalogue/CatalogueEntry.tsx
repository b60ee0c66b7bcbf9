import { Button } from '@mantine/core';
import { useId } from 'react';
import { type CellDefinition, type RoleId, resolveNeeds, type TableId } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog } from '../store/app-store.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './catalogue.module.css';
import { roleLabel } from './role-label.ts';

export interface CatalogueEntryProps {
  definition: CellDefinition;
  available: ReadonlySet<RoleId>;
  onAdd: () => void;
}

/** One analysis: its question, and whether the notebook has what it needs. */
export function CatalogueEntry({ definition, available, onAdd }: CatalogueEntryProps) {
  const { t, pick, list, language } = useI18n();
  const noteId = useId();
  const { missing } = resolveNeeds(definition.needs, available);
  const table = missing[0]?.[0]?.split('.')[0] as TableId | undefined;
  const roles = missing.map((group) => list(group.map((role) => roleLabel(role, language)))).join(` ${t('catalogue.or')} `);
  return (
    <div className={classes.entry}>
      <button type="button" data-entry className={classes.add} aria-describedby={noteId} onClick={onAdd}>
        <span className={classes.title}>{pick(definition.title)}</span>
        <span className={classes.question}>{pick(definition.question)}</span>
      </button>
      <div className={classes.needs} id={noteId} data-ready={missing.length === 0 || undefined}>
        {missing.length === 0 ? (
          <>
            <Icon name="check" size={12} /> {t('catalogue.ready')}
          </>
        ) : (
          <>
            {t('catalogue.missing', { roles })}
            <Button variant="subtle" size="compact-xs" onClick={() => openDialog({ kind: 'import', ...(table ? { table } : {}) })}>
              {t('catalogue.bind')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
