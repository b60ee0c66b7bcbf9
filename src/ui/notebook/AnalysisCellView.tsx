import { Menu } from '@mantine/core';
import { useState } from 'react';
import type { AnalysisCell } from '../../notebook/document.ts';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { ParamsForm } from '../params/ParamsForm.tsx';
import { useCellParts } from '../result/index.ts';
import { setApp, useApp } from '../store/app-store.ts';
import { useCellState } from '../store/use-cell-state.ts';
import { Icon } from '../theme/icons.tsx';
import { AliasField } from './AliasField.tsx';
import classes from './analysis-cell.module.css';
import { CellArticle } from './CellArticle.tsx';
import { CellResult } from './CellResult.tsx';
import { CellStatus } from './CellStatus.tsx';
import { CellMenu, Tool } from './CellTools.tsx';
import { Notice } from './Notice.tsx';
import { useAnnounced } from './use-announced.ts';

export interface AnalysisCellViewProps {
  cell: AnalysisCell;
  index: number;
  total: number;
}

/** An analysis: what it asks, how it is set, what it found and what to be careful about. */
export function AnalysisCellView({ cell, index, total }: AnalysisCellViewProps) {
  const { t, pick } = useI18n();
  const definition = cellLibrary.get(cell.cell);
  const parts = useCellParts(definition);
  const state = useCellState(cell.id);
  const details = useApp((app) => (app.details?.cellId === cell.id ? app.details.tab : null));
  const runtime = useApp((app) => app.runtime);
  const [open, setOpen] = useState(false);
  const title = definition ? pick(definition.title) : cell.cell;
  useAnnounced(state.status.kind, title);
  const show = (tab: 'notes' | 'sql') => setApp({ details: details === tab ? null : { cellId: cell.id, tab } });

  const tools = (
    <>
      {definition && (
        <>
          <Tool label={t('cell.params')} icon="params" pressed={open} onClick={() => setOpen(!open)} />
          <Tool label={t('cell.notes')} icon="notes" pressed={details === 'notes'} onClick={() => show('notes')} />
          <Tool label={t('cell.details')} icon="code" pressed={details === 'sql'} onClick={() => show('sql')} />
        </>
      )}
      <CellMenu cellId={cell.id} title={title} index={index} total={total}>
        <Menu.Item leftSection={<Icon name="play" />} onClick={() => runtime?.rerun(cell.id)}>
          {t('cell.rerun')}
        </Menu.Item>
      </CellMenu>
    </>
  );

  return (
    <CellArticle cellId={cell.id} title={title} index={index} total={total} status={state.status.kind} tools={tools}>
      <header className={classes.header}>
        <h2 className={classes.title}>
          {title}
          <AliasField cellId={cell.id} name={cell.alias} />
        </h2>
        {definition && <p className={classes.question}>{pick(definition.question)}</p>}
      </header>
      {!definition && <Notice tone="warn" title={t('cell.unknown', { id: cell.cell })} text={t('cell.unknown.help')} />}
      {definition && open && (
        <ParamsForm cell={cell} definition={definition} messages={parts.messages} provenance={state.shown?.provenance ?? null} />
      )}
      {definition && (
        <>
          <div className={classes.status}>
            <CellStatus cellId={cell.id} state={state} definition={definition} messages={parts.messages} />
          </div>
          <CellResult cellId={cell.id} alias={cell.alias} order={definition.views} parts={parts} state={state} />
        </>
      )}
    </CellArticle>
  );
}
