import { useCallback, useMemo, useState } from 'react';
import type { TableId } from '../../cell/index.ts';
import { freeSourceId } from '../../notebook/names.ts';
import { ImportDialog } from '../import/ImportDialog.tsx';
import type { ImportResult } from '../import/import-api.ts';
import { getApp } from '../store/app-store.ts';
import { startEngine } from '../store/engine.ts';
import { type Picked, PickFile } from './PickFile.tsx';
import { takeImported } from './take-imported.ts';

export interface ImportFlowProps {
  files?: readonly File[] | undefined;
  /** A source whose file is to be given again, or whose columns are to be bound anew. */
  source?: string | undefined;
  /** A table that something lacks. */
  table?: TableId | undefined;
  onClose: () => void;
}

/** From a file to tables of the notebook: which file, if none was given, and then what is in it. */
export function ImportFlow({ files, source, table, onClose }: ImportFlowProps) {
  const [picked, setPicked] = useState<Picked | null>(() => (files?.length ? { files, replaces: source } : null));
  const replaces = picked?.replaces;
  const given = useMemo(() => picked?.files ?? [], [picked]);
  const sourceId = useCallback(
    (fileName: string) => {
      const document = getApp().history?.present;
      return replaces ?? (document ? freeSourceId(document, fileName) : 'data');
    },
    [replaces],
  );
  const onImported = useCallback((result: ImportResult) => takeImported(result), []);
  if (!picked) return <PickFile source={source} table={table} onPick={setPicked} onClose={onClose} />;
  return <ImportDialog files={given} api={startEngine} sourceId={sourceId} onImported={onImported} onClose={onClose} />;
}
