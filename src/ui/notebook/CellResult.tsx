import { useCallback, useMemo } from 'react';
import type { Mend, TableId, TableView } from '../../cell/index.ts';
import type { CellState } from '../../runtime/index.ts';
import type { PageRequest } from '../../workers/compute-api.ts';
import { useI18n } from '../i18n/index.ts';
import { type CellParts, Checks, ResultView } from '../result/index.ts';
import { openDialog, useApp } from '../store/app-store.ts';
import { setParam } from '../store/edits.ts';
import { startEngine } from '../store/engine.ts';
import { useScheme } from '../theme/ThemeProvider.tsx';
import classes from './cell-result.module.css';
import { LeftOutLine } from './LeftOutLine.tsx';
import { resultProps } from './result-props.ts';

export interface CellResultProps {
  cellId: string;
  alias: string;
  /** Ids of its views in reading order. */
  order: readonly string[];
  parts: CellParts;
  state: CellState;
  /** The name in the engine of one of its tables; `<alias>_<table>` unless given. */
  tableName?: (table: string) => string;
}

/** A cell's result as far as it is there: what it found, then what to be careful about, then the evidence. */
export function CellResult({ cellId, alias, order, parts, state, tableName }: CellResultProps) {
  const { language } = useI18n();
  const scheme = useScheme();
  const currency = useApp((app) => app.history?.present.definitions.currency ?? '');
  const preparing = useApp((app) => app.engine.kind === 'booting' || Object.keys(app.loading).length > 0);
  const reader = useApp((app) => app.role === 'reader');
  const name = useCallback((table: string) => tableName?.(table) ?? `${alias}_${table}`, [tableName, alias]);
  const onPage = useCallback(
    async (view: TableView, request: PageRequest) => (await startEngine()).page(name(view.table ?? ''), request),
    [name],
  );
  const onCsv = useCallback(async (view: TableView) => (await startEngine()).csv(name(view.table ?? '')), [name]);
  const onSegment = useCallback(
    (view: TableView) => openDialog({ kind: 'segment', table: name(view.table ?? ''), columns: view.columns, messages: parts.messages }),
    [name, parts.messages],
  );
  const given = useMemo(() => resultProps(state, order, preparing), [state, order, preparing]);
  const mend = (way: Mend) => {
    if (way.kind === 'param') setParam(cellId, way.param, way.value);
    else if (way.kind === 'bind') openDialog({ kind: 'import', table: way.table as TableId });
    else openDialog({ kind: 'definitions' });
  };

  if (!given) return null;
  const shared = {
    pending: given.pending,
    stale: given.stale,
    messages: parts.messages,
    charts: parts.charts,
    language,
    currency,
    scheme,
    alias,
    runKey: state.shown?.runKey ?? '',
    onPage,
    onCsv,
    onSegment: reader ? undefined : onSegment,
  };
  const checks = state.shown?.checks ?? [];
  return (
    <div className={classes.result}>
      {given.top && <ResultView {...shared} {...given.top} />}
      {checks.length > 0 && (
        <div className={classes.checks} data-stale={given.stale || undefined}>
          <Checks checks={checks} messages={parts.messages} language={language} currency={currency} onMend={mend} />
        </div>
      )}
      <LeftOutLine cellId={cellId} provenance={state.shown?.provenance ?? null} />
      {given.rest && <ResultView {...shared} {...given.rest} />}
    </div>
  );
}
