import { Button } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import type { ProseCell } from '../../notebook/document.ts';
import { useI18n } from '../i18n/index.ts';
import { setText } from '../store/edits.ts';
import { FactList } from './FactList.tsx';
import classes from './prose.module.css';
import { openQuote, withQuote } from './quote-at.ts';
import { useDeclaredFacts } from './use-declared-facts.ts';

/** The text as it is written; every keystroke is kept, Escape and a click elsewhere end it. */
export function ProseEditor({ cell, onDone }: { cell: ProseCell; onDone: () => void }) {
  const { t } = useI18n();
  const area = useRef<HTMLTextAreaElement>(null);
  const helpId = useId();
  const [caret, setCaret] = useState<number | null>(null);
  const declared = useDeclaredFacts();
  const quote = caret === null ? null : openQuote(cell.text, caret);
  const offered = quote === null ? [] : [...declared].filter((name) => name.toLowerCase().includes(quote.toLowerCase())).slice(0, 8);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, []);

  const take = (name: string) => {
    const next = withQuote(cell.text, caret ?? cell.text.length, name);
    setText(cell.id, next.text);
    setCaret(null);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.caret, next.caret);
    });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the focus leave the fields within
    <div
      className={classes.editor}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onDone();
      }}
    >
      <div className={classes.grow} data-value={`${cell.text}\u200b`}>
        <textarea
          ref={area}
          className={classes.area}
          aria-label={t('prose.label')}
          aria-describedby={helpId}
          value={cell.text}
          maxLength={100_000}
          onChange={(event) => {
            setText(cell.id, event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
              event.preventDefault();
              onDone();
            }
            if (event.key === 'Tab' && !event.shiftKey && offered[0]) {
              event.preventDefault();
              take(offered[0]);
            }
          }}
        />
      </div>
      {offered.length > 0 && <FactList names={offered} onTake={take} />}
      <div className={classes.foot}>
        <span id={helpId}>{t('prose.help', { example: '{{rfm.champions_share}}' })}</span>
        <Button variant="subtle" size="compact-xs" onClick={onDone}>
          {t('prose.done')}
        </Button>
      </div>
    </div>
  );
}
