import { type MouseEvent, useEffect, useMemo, useState } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useApp } from '../store/app-store.ts';
import { useFacts, useStaleFacts } from '../store/use-cell-state.ts';
import { factText } from './facts-in-text.ts';
import classes from './prose.module.css';
import { useDeclaredFacts } from './use-declared-facts.ts';

type Render = typeof import('./render-prose.ts').renderProse;
let loaded: Render | null = null;

/** Markdown as it is read, its quoted facts filled in. A click writes, unless it selects or follows a link. */
export function ProseText({ text, onWrite }: { text: string; onWrite: () => void }) {
  const { t, formatQuantity } = useI18n();
  const [render, setRender] = useState<Render | null>(() => loaded);
  const currency = useApp((app) => app.history?.present.definitions.currency ?? '');
  const facts = useFacts();
  const stale = useStaleFacts();
  const declared = useDeclaredFacts();
  useEffect(() => {
    if (!loaded)
      void import('./render-prose.ts').then(({ renderProse }) => {
        loaded = renderProse;
        setRender(() => renderProse);
      });
  }, []);

  const html = useMemo(
    () =>
      render?.(text, (name) =>
        factText(name, {
          facts,
          stale,
          declared,
          write: (value) => formatQuantity(value, currency),
          pending: t('prose.fact.pending'),
          unknown: (missing) => t('prose.fact.unknown', { name: missing }),
        }),
      ),
    [render, text, facts, stale, declared, formatQuantity, currency, t],
  );
  const click = (event: MouseEvent) => {
    const selecting = (getSelection()?.toString() ?? '') !== '';
    if (!selecting && !(event.target as HTMLElement).closest('a')) onWrite();
  };
  if (html === undefined) return <div className={classes.prose}>{text}</div>;
  return (
    // Keys have the button among the cell's tools, and Enter on the cell.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by renderProse
    <div className={classes.prose} onClick={click} dangerouslySetInnerHTML={{ __html: html }} />
  );
}
