import { useEffect, useState } from 'react';
import type { CellDefinition } from '../../cell/index.ts';
import { HTML_LANG, type Language } from '../../i18n/language.ts';
import { createTranslator, errorText } from '../../i18n/translate.ts';
import styles from './notes/notes.module.css';

/** The notes of an analysis: the question, the formula, what it assumes, how to act on it. */
export function NotesView({ notes, language }: { notes: CellDefinition['notes']; language: Language }) {
  const [state, setState] = useState<{ html?: string; error?: unknown }>({});
  useEffect(() => {
    let superseded = false;
    const set = (next: { html?: string; error?: unknown }) => {
      if (!superseded) setState(next);
    };
    Promise.all([notes[language](), import('./notes/render-notes.ts')]).then(
      ([{ default: markdown }, { renderNotes }]) => set({ html: renderNotes(markdown) }),
      (error: unknown) => set({ error }),
    );
    return () => {
      superseded = true;
    };
  }, [notes, language]);
  if (state.error !== undefined) return <p className={styles.failed}>{errorText(state.error, language)}</p>;
  if (state.html === undefined) return <p className={styles.failed}>{createTranslator(language).t('notes.loading')}</p>;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: made safe by renderNotes
  return <div className={styles.notes} lang={HTML_LANG[language]} dangerouslySetInnerHTML={{ __html: state.html }} />;
}
