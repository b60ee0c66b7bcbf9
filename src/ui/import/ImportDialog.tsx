import { Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { TableId } from '../../cell/index.ts';
import { useI18n } from '../i18n/index.ts';
import { FileStep } from './FileStep.tsx';
import classes from './import.module.css';
import type { ImportApi, ImportResult } from './import-api.ts';

export interface ImportDialogProps {
  /** The files to import, one after the other; none keeps the dialog closed. */
  files: readonly File[];
  /** The engine, or the way to start it; it is asked for when the first file is looked at. */
  api: ImportApi | (() => Promise<ImportApi>);
  /** A free name in the engine for a file's rows: `[a-z][a-z0-9_]*`. */
  sourceId: (fileName: string) => string;
  /** The table that is asked for, where an analysis lacks it. */
  table?: TableId | undefined;
  /** A file is in the engine, its bindings confirmed. The next one follows when this has settled. */
  onImported: (result: ImportResult) => void | Promise<void>;
  onClose: () => void;
}

/** Takes files into the notebook: what is in each, how it is read, which column is what, and how far it has come. */
export function ImportDialog({ files, api, sourceId, table, onImported, onClose }: ImportDialogProps) {
  const { t } = useI18n();
  const [at, setAt] = useState(0);
  const [locked, setLocked] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of files starts from its first
  useEffect(() => setAt(0), [files]);
  const small = useMediaQuery('(max-width: 700px)', undefined, { getInitialValueInEffect: false });
  const file = files[at];
  const next = () => (at + 1 < files.length ? setAt(at + 1) : onClose());
  const title =
    file &&
    (files.length > 1 ? t('import.title.nth', { file: file.name, n: at + 1, of: files.length }) : t('import.title', { file: file.name }));

  return (
    <Modal
      opened={file !== undefined}
      onClose={onClose}
      title={title}
      size="72rem"
      fullScreen={small ?? false}
      closeOnClickOutside={false}
      closeOnEscape={!locked}
      withCloseButton={!locked}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      styles={{
        title: { fontWeight: 600, fontSize: 'var(--text-lg)', overflowWrap: 'anywhere' },
        header: { paddingInline: 'var(--space-4)' },
        body: { padding: 0 },
      }}
    >
      {/* the dialog itself takes the focus: its content changes as the file is looked at */}
      <div data-autofocus tabIndex={-1} className={classes.body}>
        {file && (
          <FileStep
            key={`${at} ${file.name} ${file.lastModified}`}
            file={file}
            api={api}
            sourceId={sourceId}
            table={table}
            onLock={setLocked}
            onImported={async (result) => {
              await onImported(result);
              next();
            }}
            onSkip={files.length > 1 ? next : undefined}
            onClose={onClose}
          />
        )}
      </div>
    </Modal>
  );
}
