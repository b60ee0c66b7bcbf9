import { type ReactNode, useEffect, useRef } from 'react';
import { useI18n } from '../i18n/index.ts';
import { getApp, setApp } from '../store/app-store.ts';
import classes from './cell-article.module.css';
import { focusCell } from './focus-cell.ts';

export interface CellArticleProps {
  cellId: string;
  title: string;
  index: number;
  total: number;
  /** How it stands, for tests and styles. */
  status?: string;
  tools: ReactNode;
  /** Its tools are shown only while it has the focus, where a finger points. */
  quiet?: boolean;
  /** What Enter does on the cell itself. */
  onEnter?: () => void;
  children: ReactNode;
}

/** The frame that every cell has: a landmark with a name, tools that show on hover and focus. */
export function CellArticle({ cellId, title, index, total, status, tools, quiet, onEnter, children }: CellArticleProps) {
  const { t } = useI18n();
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    if (getApp().arrived !== cellId) return;
    setApp({ arrived: null });
    focusCell(cellId);
  }, [cellId]);
  return (
    <article
      ref={article}
      className={classes.cell}
      id={`cell-${cellId}`}
      data-cell-id={cellId}
      data-status={status}
      data-quiet={quiet || undefined}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onEnter?.();
      }}
      aria-label={t('cell.label', { title, n: index + 1, total })}
    >
      <div className={classes.tools} role="toolbar" aria-label={t('cell.tools', { title })}>
        {tools}
      </div>
      {children}
    </article>
  );
}
