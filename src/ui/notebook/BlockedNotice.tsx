import { Button } from '@mantine/core';
import type { CellDefinition, RoleId, TableId } from '../../cell/index.ts';
import { outputName } from '../../notebook/names.ts';
import type { Blocked } from '../../runtime/index.ts';
import { roleLabel } from '../catalogue/role-label.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useDocument } from '../store/app-store.ts';
import { newFromSample } from '../store/navigation.ts';
import { findSample } from '../store/samples.ts';
import { focusCell } from './focus-cell.ts';
import { Notice } from './Notice.tsx';

/** What a cell lacks, and the ways to give it that. */
export function BlockedNotice({ reason, definition }: { reason: Blocked; definition?: CellDefinition | undefined }) {
  const { t, list, pick, language } = useI18n();
  const document = useDocument();
  const dataset = definition && findSample(definition.sample);
  const nameOf = (id: string) => {
    const cell = document?.cells.find((each) => each.id === id);
    return (cell && outputName(cell)) ?? id;
  };
  switch (reason.kind) {
    case 'needs': {
      const roles = reason.missing.map((group) => list(group.map((role) => roleLabel(role, language)))).join(` ${t('catalogue.or')} `);
      const table = reason.missing[0]?.[0] && tableOf(reason.missing[0][0]);
      return (
        <Notice tone="plain" title={t('cell.blocked')} text={t('cell.blocked.missing', { roles })}>
          <Button onClick={() => openDialog({ kind: 'import', ...(table ? { table } : {}) })}>
            {t(document?.sources.length ? 'cell.blocked.bind' : 'rail.data.add')}
          </Button>
          {definition && dataset && (
            <Button variant="default" onClick={() => void newFromSample(dataset, [definition])}>
              {t('cell.blocked.sample', { name: pick(dataset.title) })}
            </Button>
          )}
        </Notice>
      );
    }
    // The notebook asks for the files once, above all cells.
    case 'source':
      return <Notice tone="plain" title={t('cell.blocked.file', { names: list(reason.sources.map(({ name }) => name)) })} />;
    case 'upstream':
      return (
        <Notice tone="plain" title={t('cell.blocked.above', { names: list(reason.cells.map(nameOf)) })}>
          {reason.cells.map((id) => (
            <Button key={id} variant="default" onClick={() => focusCell(id)}>
              {t('cell.goto', { name: nameOf(id) })}
            </Button>
          ))}
        </Notice>
      );
    case 'cycle':
      return <Notice tone="bad" title={t('cell.cycle')} text={t('cell.cycle.help', { names: reason.cells.map(nameOf).join(' → ') })} />;
    case 'duplicate':
      return <Notice tone="bad" title={t('sql.taken', { name: reason.name })} text={t('cell.duplicate.help')} />;
  }
}

const tableOf = (role: RoleId) => role.split('.')[0] as TableId;
