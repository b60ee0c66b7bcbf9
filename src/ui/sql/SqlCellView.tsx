import { Button, Menu } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { SqlCell } from '../../notebook/document.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { AliasField } from '../notebook/AliasField.tsx';
import { CellArticle } from '../notebook/CellArticle.tsx';
import { CellResult } from '../notebook/CellResult.tsx';
import { CellStatus } from '../notebook/CellStatus.tsx';
import { CellMenu, Tool } from '../notebook/CellTools.tsx';
import { isMac } from '../notebook/platform.ts';
import { getApp, setApp, useApp, useDocument } from '../store/app-store.ts';
import { setCode } from '../store/edits.ts';
import { useCellState } from '../store/use-cell-state.ts';
import { Icon } from '../theme/icons.tsx';
import { errorRange } from './error-range.ts';
import { PlainCode } from './PlainCode.tsx';
import classes from './sql.module.css';
import { sqlSchema } from './sql-schema.ts';

const SqlEditor = lazy(() => import('./SqlEditor.tsx').then(({ SqlEditor: Editor }) => ({ default: Editor })));
/** Milliseconds without a key after which what stands there is run. */
const IDLE = 1500;
const ORDER = ['table'];
const NO_PARTS = {};

export interface SqlCellViewProps {
  cell: SqlCell;
  index: number;
  total: number;
}

/** A query and its result, which later cells read under the cell's name. */
export function SqlCellView({ cell, index, total }: SqlCellViewProps) {
  const { t, list } = useI18n();
  const state = useCellState(cell.id);
  const runtime = useApp((app) => app.runtime);
  const reader = useApp((app) => app.role === 'reader');
  const details = useApp((app) => (app.details?.cellId === cell.id ? app.details.tab : null));
  const [autoFocus] = useState(() => getApp().arrived === cell.id);
  const { draft, write, settle } = useDraft(cell);
  const schema = useSchema(cell.id);
  const failure = state.status.kind === 'failed' && draft === cell.code ? state.status.error : null;
  const error = useMemo(
    () =>
      failure && {
        range: errorRange(cell.code, failure.fields.line, failure.fields.column),
        message: String(failure.fields.message ?? failure.message),
      },
    [failure, cell.code],
  );

  const run = () => {
    if (draft === cell.code) runtime?.rerun(cell.id);
    else settle();
  };
  const editor = { code: draft, label: t('sql.code', { name: cell.name }), onChange: write };

  return (
    <CellArticle
      cellId={cell.id}
      title={cell.name}
      index={index}
      total={total}
      status={state.status.kind}
      tools={
        <>
          <Tool label={t('sql.run.help', { keys: isMac() ? '⌘ Enter' : 'Ctrl Enter' })} icon="play" onClick={run} />
          <Tool
            label={t('cell.details')}
            icon="code"
            pressed={details === 'sql'}
            onClick={() => setApp({ details: details ? null : { cellId: cell.id, tab: 'sql' } })}
          />
          <CellMenu cellId={cell.id} title={cell.name} index={index} total={total}>
            <Menu.Item leftSection={<Icon name="play" />} onClick={run}>
              {t('cell.rerun')}
            </Menu.Item>
          </CellMenu>
        </>
      }
    >
      <header className={classes.header}>
        <span className={classes.kind}>{t('insert.sql')}</span>
        <AliasField cellId={cell.id} name={cell.name} />
        {draft !== cell.code && <span className={classes.hint}>{t('sql.unrun')}</span>}
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the focus leave the editor within */}
      <div className={classes.editor} onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && settle()}>
        <Suspense fallback={<PlainCode {...editor} />}>
          <SqlEditor
            {...editor}
            schema={schema}
            error={error}
            readOnly={reader}
            autoFocus={autoFocus}
            placeholder={t('sql.placeholder')}
            onRun={run}
          />
        </Suspense>
      </div>
      {cell.code.trim() === '' && (
        <p className={classes.tables}>
          {Object.keys(schema).length > 0 ? t('sql.empty', { tables: list(Object.keys(schema)) }) : t('sql.empty.none')}
        </p>
      )}
      {cell.code.trim() !== '' && (
        <div>
          <div className={classes.status}>
            <CellStatus cellId={cell.id} state={state} />
          </div>
          <CellResult cellId={cell.id} alias={cell.name} order={ORDER} parts={NO_PARTS} state={state} tableName={sameName} />
        </div>
      )}
      {draft !== cell.code && cell.code.trim() === '' && (
        <Button variant="subtle" size="compact-xs" onClick={run}>
          {t('sql.run')}
        </Button>
      )}
    </CellArticle>
  );
}

const sameName = (table: string): string => table;

/** What is being written, before it is taken into the notebook: on a key, on leaving, after a pause, when the page goes. */
function useDraft(cell: SqlCell) {
  const [draft, setDraft] = useState(cell.code);
  const latest = useRef({ draft, code: cell.code, timer: 0 });
  latest.current.draft = draft;
  latest.current.code = cell.code;
  useEffect(() => setDraft(cell.code), [cell.code]);

  const settle = useCallback(() => {
    const { timer, code, draft: now } = latest.current;
    clearTimeout(timer);
    if (now !== code) setCode(cell.id, now);
  }, [cell.id]);
  const write = useCallback(
    (code: string) => {
      setDraft(code);
      clearTimeout(latest.current.timer);
      latest.current.timer = window.setTimeout(settle, IDLE);
    },
    [settle],
  );
  useEffect(() => {
    addEventListener('pagehide', settle);
    return () => {
      removeEventListener('pagehide', settle);
      settle();
    };
  }, [settle]);
  return { draft, write, settle };
}

/** Tables that the query can read; the runtime is asked for the columns of what has run. */
function useSchema(ownId: string) {
  const document = useDocument();
  const runtime = useApp((app) => app.runtime);
  const [, setRuns] = useState(0);
  useEffect(() => runtime?.subscribe(() => setRuns((n) => n + 1)), [runtime]);
  const schema = document ? sqlSchema(document, cellLibrary, (id) => runtime?.state(id).shown?.tables ?? [], ownId) : {};
  const key = JSON.stringify(schema);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same schema is the same object, however often cells run
  return useMemo(() => schema, [key]);
}
