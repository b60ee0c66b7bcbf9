import { startTransition, useEffect, useState } from 'react';
import { takeFiles } from '../data/take-files.ts';
import { useI18n } from '../i18n/index.ts';
import { DropZone } from '../import/DropZone.tsx';
import { Details } from '../notebook/Details.tsx';
import { NotebookColumn } from '../notebook/NotebookColumn.tsx';
import { StartPage } from '../start/StartPage.tsx';
import { useApp } from '../store/app-store.ts';
import { Dialogs } from './Dialogs.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { Rail } from './Rail.tsx';
import { ReaderBanner } from './ReaderBanner.tsx';
import classes from './shell.module.css';
import { Toaster } from './Toaster.tsx';
import { TopBar } from './TopBar.tsx';
import { useKeys } from './use-keys.ts';
import { useRail } from './use-rail.ts';

/** Whether a notebook is shown; drawn as a transition, so that opening one never holds the page. */
function useOpen(): boolean {
  const open = useApp((state) => state.history !== null);
  const [shown, setShown] = useState(open);
  useEffect(() => startTransition(() => setShown(open)), [open]);
  return shown;
}

/** The frame of the page: bar, rail, column, details; the start page where no notebook is open. */
export function Shell() {
  const { t } = useI18n();
  const isOpen = useOpen();
  const dialogOpen = useApp((state) => state.dialog !== null);
  const details = useApp((state) => state.history !== null && state.details !== null);
  const title = useApp((state) => state.history?.present.title);
  const [rail, setRail] = useRail();
  useKeys();
  useEffect(() => {
    document.title = title ? `${title} · ${t('app.name')}` : t('app.name');
  }, [title, t]);

  return (
    <div
      className={classes.page}
      data-open={isOpen || undefined}
      data-rail={(isOpen && rail) || undefined}
      data-details={details || undefined}
    >
      <a className={classes.skip} href="#content">
        {t('app.skip')}
      </a>
      <TopBar isOpen={isOpen} />
      {isOpen && rail && (
        <>
          <div className={classes.veil} aria-hidden="true" onClick={() => setRail(false)} />
          <div className={classes.rail}>
            <ErrorBoundary>
              <Rail />
            </ErrorBoundary>
          </div>
        </>
      )}
      <main id="content" className={classes.content} tabIndex={-1}>
        <ErrorBoundary>
          {isOpen ? (
            <>
              <ReaderBanner />
              <NotebookColumn />
            </>
          ) : (
            <StartPage />
          )}
        </ErrorBoundary>
      </main>
      {isOpen && <Details />}
      <DropZone onFiles={takeFiles} disabled={dialogOpen} />
      <Dialogs />
      <Toaster />
      <LiveRegion />
    </div>
  );
}
