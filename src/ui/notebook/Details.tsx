import { ActionIcon, SegmentedControl } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { cellLibrary } from '../../workers/cells.ts';
import { useI18n } from '../i18n/index.ts';
import { NotesView, Provenance, useCellParts } from '../result/index.ts';
import { setApp, useApp, useDocument } from '../store/app-store.ts';
import { useCellState } from '../store/use-cell-state.ts';
import { Icon } from '../theme/icons.tsx';
import classes from './details.module.css';
import { focusCell } from './focus-cell.ts';

/** At the right, on request: the notes of an analysis, or where its result comes from. */
export function Details() {
  const details = useApp((app) => app.details);
  const cell = useDocument()?.cells.find((each) => each.id === details?.cellId);
  if (!details || !cell || cell.type === 'prose') return null;
  return (
    <Drawer
      key={cell.id}
      cellId={cell.id}
      analysis={cell.type === 'analysis' ? cell.cell : null}
      name={cell.type === 'sql' ? cell.name : ''}
      tab={details.tab}
    />
  );
}

interface DrawerProps {
  cellId: string;
  analysis: string | null;
  name: string;
  tab: 'notes' | 'sql';
}

function Drawer({ cellId, analysis, name, tab }: DrawerProps) {
  const { t, pick, language } = useI18n();
  const definition = analysis ? cellLibrary.get(analysis) : undefined;
  const { messages } = useCellParts(definition);
  const { shown } = useCellState(cellId);
  const panel = useRef<HTMLElement>(null);
  const title = definition ? pick(definition.title) : name;
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  const close = () => {
    setApp({ details: null });
    focusCell(cellId);
  };
  return (
    <aside
      ref={panel}
      className={classes.drawer}
      tabIndex={-1}
      aria-label={`${title}: ${t(tab === 'notes' ? 'details.notes' : 'details.title')}`}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
        </div>
        <ActionIcon aria-label={t('details.close')} onClick={close}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      {definition && (
        <SegmentedControl
          className={classes.tabs}
          aria-label={t('details.which')}
          data={[
            { value: 'notes', label: t('details.notes') },
            { value: 'sql', label: t('details.title') },
          ]}
          value={tab}
          onChange={(next) => setApp({ details: { cellId, tab: next as 'notes' | 'sql' } })}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, by keys too */}
      <div className={classes.body} tabIndex={0}>
        {tab === 'notes' && definition && <NotesView notes={definition.notes} language={language} />}
        {tab === 'sql' &&
          (shown?.provenance ? (
            <Provenance provenance={shown.provenance} messages={messages} language={language} />
          ) : (
            <p className={classes.none}>{t('details.none')}</p>
          ))}
      </div>
    </aside>
  );
}
