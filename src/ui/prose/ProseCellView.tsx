import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ProseCell } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { CellArticle } from '../notebook/CellArticle.tsx';
import { CellMenu, Tool } from '../notebook/CellTools.tsx';
import { getApp, useApp } from '../store/app-store.ts';
import { firstWords } from './first-words.ts';
import { ProseEditor } from './ProseEditor.tsx';
import { ProseText } from './ProseText.tsx';
import classes from './prose.module.css';

export interface ProseCellViewProps {
  cell: ProseCell;
  index: number;
  total: number;
}

/** Text of one's own: read as it will be read, written on a click or Enter. */
export function ProseCellView({ cell, index, total }: ProseCellViewProps) {
  const { t } = useI18n();
  const [writing, setWriting] = useState(() => getApp().arrived === cell.id && cell.text === '');
  const reader = useApp((app) => app.role === 'reader');
  const title = firstWords(cell.text) || t('rail.cell.prose');
  const write = () => !reader && setWriting(true);
  return (
    <CellArticle
      cellId={cell.id}
      title={title}
      index={index}
      total={total}
      quiet
      onEnter={write}
      tools={
        <>
          {!writing && <Tool label={t('prose.edit')} icon="edit" onClick={write} />}
          <CellMenu cellId={cell.id} title={title} index={index} total={total} />
        </>
      }
    >
      {writing ? (
        <ProseEditor cell={cell} onDone={() => setWriting(false)} />
      ) : cell.text.trim() === '' ? (
        <Button className={classes.empty} variant="subtle" color="gray" onClick={write}>
          {t('prose.empty')}
        </Button>
      ) : (
        <ProseText text={cell.text} onWrite={write} />
      )}
    </CellArticle>
  );
}
