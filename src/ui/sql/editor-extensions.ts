import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { PostgreSQL, sql } from '@codemirror/lang-sql';
import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { Compartment, EditorState, type Extension, Prec, type StateEffect } from '@codemirror/state';
import { drawSelection, EditorView, highlightSpecialChars, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { SqlSchema } from './sql-schema.ts';

export interface EditorOptions {
  label: string;
  placeholder: string;
  onChange: (code: string) => void;
  onRun: () => void;
}

/** The extensions of one editor, and the effects that change it later. */
export interface EditorParts {
  extensions: Extension;
  setSchema(schema: SqlSchema): StateEffect<unknown>;
  setReadOnly(readOnly: boolean): StateEffect<unknown>;
}

/** All that an editor for SQL is made of, in the page's own colours. */
export function editorParts(options: EditorOptions): EditorParts {
  const language = new Compartment();
  const writing = new Compartment();
  const run = () => {
    options.onRun();
    return true;
  };
  return {
    extensions: [
      highlightSpecialChars(),
      history(),
      drawSelection(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      language.of(languageFor({})),
      writing.of([]),
      syntaxHighlighting(colours),
      look,
      placeholder(options.placeholder),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': options.label, spellcheck: 'false', autocapitalize: 'off' }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) options.onChange(update.state.doc.toString());
      }),
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run }])),
      // Tab stays the way out of the editor.
      keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
    ],
    setSchema: (schema) => language.reconfigure(languageFor(schema)),
    setReadOnly: (readOnly) => writing.reconfigure(readOnly ? [EditorState.readOnly.of(true), EditorView.editable.of(false)] : []),
  };
}

function languageFor(schema: SqlSchema): Extension {
  return sql({ dialect: PostgreSQL, schema: Object.fromEntries(Object.entries(schema).map(([table, columns]) => [table, [...columns]])) });
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: 'var(--color-accent)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--color-good)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--color-bad)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--color-faint)', fontStyle: 'italic' },
  { tag: [tags.typeName, tags.standard(tags.name)], color: 'var(--color-warn)' },
]);

const look = EditorView.theme({
  '&': { fontSize: 'var(--text-sm)', color: 'var(--color-text)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.6' },
  '.cm-content': { padding: 'var(--space-3) 0', caretColor: 'var(--color-accent)', minHeight: '60px' },
  '.cm-line': { padding: '0 var(--space-4)' },
  '.cm-cursor': { borderLeftColor: 'var(--color-accent)' },
  '.cm-placeholder': { color: 'var(--color-faint)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--color-accent-soft)',
  },
  '.cm-matchingBracket': { backgroundColor: 'var(--color-hover)', outline: '1px solid var(--color-line-strong)' },
  '.cm-tooltip': {
    border: '1px solid var(--color-line)',
    borderRadius: 'var(--radius)',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-text)',
    boxShadow: 'var(--shadow)',
    overflow: 'hidden',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: 'var(--text-sm)' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '3px 10px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--color-accent)', color: 'var(--color-on-accent)' },
  '.cm-completionDetail': { color: 'inherit', opacity: '0.7' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeftColor: 'var(--color-bad)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--color-bad)',
    textUnderlineOffset: '3px',
  },
});
