import { Button, Modal } from '@mantine/core';
import { useRef } from 'react';
import { TABLES, type TableId } from '../../cell/index.ts';
import type { Source } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { openDialog, useApp, useDocument } from '../store/app-store.ts';
import { Icon } from '../theme/icons.tsx';
import { FILE_TYPES } from './file-types.ts';
import classes from './pick-file.module.css';

export interface Picked {
  files: readonly File[];
  /** The source that the file takes the place of. */
  replaces?: string | undefined;
}

export interface PickFileProps {
  source?: string | undefined;
  table?: TableId | undefined;
  onPick: (picked: Picked) => void;
  onClose: () => void;
}

/** Which file: one of the notebook's own, whose columns are bound anew, or another one. */
export function PickFile({ source, table, onPick, onClose }: PickFileProps) {
  const { t, pick } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const sources = useDocument()?.sources ?? [];
  const wanted = sources.find(({ id }) => id === source);
  const offered = wanted ? [] : sources;
  const absent = useApp((app) => app.absent);
  const rebind = ({ id }: Source) =>
    openDialog(absent.includes(id) ? { kind: 'import', source: id } : { kind: 'bind', source: id, ...(table ? { table } : {}) });
  const title = wanted
    ? t('pick.again', { name: wanted.name })
    : table
      ? t('pick.for', { table: pick(TABLES[table].label) })
      : t('rail.data.add');
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {wanted && <p className={classes.help}>{t('cell.blocked.source.help')}</p>}
      <input
        ref={input}
        type="file"
        hidden
        multiple={!wanted}
        accept={FILE_TYPES}
        aria-label={t('start.choose')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) onPick({ files, replaces: wanted?.id });
        }}
      />
      <Button data-autofocus fullWidth size="sm" leftSection={<Icon name="upload" />} onClick={() => input.current?.click()}>
        {t('start.choose')}
      </Button>
      <p className={classes.note}>{t('start.drop.help')}</p>
      {offered.length > 0 && (
        <>
          <h3 className={classes.head}>{t('pick.own')}</h3>
          <ul className={classes.list}>
            {offered.map((one) => (
              <li key={one.id}>
                <button type="button" onClick={() => rebind(one)}>
                  <Icon name="file" size={14} />
                  <span>{one.name}</span>
                  <span className={classes.columns}>{t('pick.columns', { n: one.columns.length })}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}
