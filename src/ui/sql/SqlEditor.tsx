import { setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { type EditorParts, editorParts } from './editor-extensions.ts';
import type { Range } from './error-range.ts';
import type { SqlSchema } from './sql-schema.ts';

export interface SqlEditorProps {
  code: string;
  label: string;
  schema: SqlSchema;
  error: { range: Range | null; message: string } | null;
  readOnly: boolean;
  autoFocus: boolean;
  placeholder: string;
  onChange: (code: string) => void;
  onRun: () => void;
}

/** An editor for SQL that knows the notebook's tables; loaded apart from the page. */
export function SqlEditor(props: SqlEditorProps) {
  const { code, schema, error, readOnly, autoFocus } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const parts = useRef<EditorParts>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    if (!host.current) return;
    parts.current = editorParts({
      label: latest.current.label,
      placeholder: latest.current.placeholder,
      onChange: (text) => latest.current.onChange(text),
      onRun: () => latest.current.onRun(),
    });
    view.current = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc: latest.current.code, extensions: parts.current.extensions }),
    });
    if (latest.current.autoFocus) view.current.focus();
    return () => view.current?.destroy();
  }, []);

  useEffect(() => {
    const editor = view.current;
    const before = editor?.state.doc.toString();
    if (editor && before !== code) editor.dispatch({ changes: { from: 0, to: before?.length ?? 0, insert: code } });
  }, [code]);
  useEffect(() => {
    if (parts.current) view.current?.dispatch({ effects: parts.current.setSchema(schema) });
  }, [schema]);
  useEffect(() => {
    if (parts.current) view.current?.dispatch({ effects: parts.current.setReadOnly(readOnly) });
  }, [readOnly]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const length = editor.state.doc.length;
    const marks = error?.range
      ? [
          {
            from: Math.min(error.range.from, length),
            to: Math.min(error.range.to, length),
            severity: 'error' as const,
            message: error.message,
          },
        ]
      : [];
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [error]);

  return <div ref={host} data-autofocus={autoFocus || undefined} />;
}
