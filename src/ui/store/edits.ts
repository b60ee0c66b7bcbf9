import { type CellDefinition, type Text, text } from '../../cell/index.ts';
import type { Binding, NotebookDefinitions, NotebookDocument, Scope, Source } from '../../notebook/document.ts';
import { commit, type History, redo as redoStep, undo as undoStep } from '../../notebook/history.ts';
import * as op from '../../notebook/operations.ts';
import { cellLibrary as library } from '../../workers/cells.ts';
import { getApp, setApp } from './app-store.ts';
import { documentChanged } from './document-changed.ts';
import { announce, toast } from './toasts.ts';

interface EditOptions {
  /** Edits with one key in quick succession are one step of undo. */
  key?: string;
  /** It comes from typing: wait for more before running. */
  typed?: boolean;
}

/** Changes the open notebook as one step that can be undone, saves it and re-runs what depends on it. */
export function edit(label: Text, change: (document: NotebookDocument) => NotebookDocument, options: EditOptions = {}): void {
  const { history, role } = getApp();
  if (!history) return;
  if (role === 'reader') return void toast(text('toast.reader'), { tone: 'bad' });
  const next = commit(history, change(history.present), { label, ...(options.key === undefined ? {} : { key: options.key }) });
  if (next === history) return;
  show(next, options.typed);
}

function show(history: History, typed = false): void {
  setApp({ history });
  documentChanged(history.present, { typed });
}

export function undo(): void {
  const { history, role } = getApp();
  if (history && role === 'owner') step(history, undoStep(history));
}
export function redo(): void {
  const { history, role } = getApp();
  if (history && role === 'owner') step(history, redoStep(history));
}
function step(before: History, after: History): void {
  if (before !== after) show(after);
}

export function addAnalysis(definition: CellDefinition, at?: number): void {
  add(text('edit.add'), (document) => op.addAnalysis(document, definition, where(at)));
}
export function addSql(at?: number, code = ''): void {
  add(text('edit.add.sql'), (document) => op.addSql(document, { ...where(at), code }));
}
export function addProse(at?: number): void {
  add(text('edit.add.prose'), (document) => op.addProse(document, where(at)));
}
export function duplicateCell(cellId: string): void {
  add(text('edit.duplicate'), (document) => op.duplicateCell(document, cellId));
}

function add(label: Text, change: (document: NotebookDocument) => op.Added): void {
  let arrived: string | null = null;
  edit(label, (document) => {
    const added = change(document);
    arrived = added.cellId;
    return added.document;
  });
  if (arrived && getApp().role === 'owner') setApp({ arrived });
}

/** Deletes at once and offers the way back. */
export function deleteCell(cellId: string): void {
  edit(text('edit.delete'), (document) => op.removeCell(document, cellId));
  if (getApp().details?.cellId === cellId) setApp({ details: null });
  if (getApp().role === 'owner') toast(text('cell.deleted'), { action: { label: text('action.undo'), run: undo } });
}

/** Moves a cell up (−1) or down (1). */
export function moveCell(cellId: string, by: number): void {
  const place = () => getApp().history?.present.cells.findIndex((cell) => cell.id === cellId) ?? -1;
  const before = place();
  edit(text('edit.move'), (document) => op.moveCell(document, cellId, before + by));
  const after = place();
  if (after !== before) announce(text('cell.moved', { n: String(after + 1), total: String(getApp().history?.present.cells.length ?? 0) }));
}

export function setTitle(title: string): void {
  edit(text('edit.title'), (document) => op.setTitle(document, title), { key: 'title', typed: true });
}
export function setParam(cellId: string, name: string, value: unknown, typed = false): void {
  edit(text('edit.param'), (document) => op.setParam(document, cellId, name, value), { key: `${cellId}.${name}`, typed });
}
export function resetParams(cellId: string): void {
  edit(text('edit.param.reset'), (document) => op.setParams(document, cellId, {}));
}
export function setText(cellId: string, value: string): void {
  edit(text('edit.text'), (document) => op.setText(document, cellId, value), { key: `${cellId}.text`, typed: true });
}
export function setCode(cellId: string, code: string): void {
  edit(text('edit.code'), (document) => op.setCode(document, cellId, code));
}
/** Throws `notebook.name` for what cannot be a name. */
export function renameOutput(cellId: string, name: string): void {
  edit(text('edit.rename'), (document) => {
    const cell = document.cells.find((each) => each.id === cellId);
    const tables = cell?.type === 'analysis' ? Object.keys(library.get(cell.cell)?.produces ?? {}) : [];
    return op.renameOutput(document, cellId, name, tables);
  });
}
export function setDefinitions(change: Partial<NotebookDefinitions>, typed = false): void {
  edit(text('edit.definitions'), (document) => op.setDefinitions(document, change), { key: `definitions.${Object.keys(change)}`, typed });
}
export function setScope(change: Partial<Scope>): void {
  edit(text('edit.scope'), (document) => op.setScope(document, change));
}
/** Saves a segment and puts it in force. */
export function addSegment(name: string, select: string): void {
  edit(text('edit.segment'), (document) => op.addSegment(document, { name, select }));
}
export function removeSegment(segmentId: string): void {
  edit(text('edit.segment'), (document) => op.removeSegment(document, segmentId));
}

/** Takes an imported file and the tables made of it into the notebook, which may get a title by it. */
export function takeSource(source: Source, bindings: readonly Binding[], title?: string): void {
  edit(text('edit.source', { name: source.name }), (document) => {
    const titled = title === undefined ? document : op.setTitle(document, title);
    return bindings.reduce((next, binding) => op.bindTable(next, binding), op.putSource(titled, source));
  });
}
/** Replaces the tables that are made of a file. */
export function rebindSource(source: Source, bindings: readonly Binding[]): void {
  edit(text('edit.source.bind', { name: source.name }), (document) => {
    const others: NotebookDocument = { ...document, bindings: document.bindings.filter((binding) => binding.source !== source.id) };
    return bindings.reduce((next, binding) => op.bindTable(next, binding), others);
  });
}
export function removeSource(source: Source): void {
  edit(text('edit.source.remove', { name: source.name }), (document) => op.removeSource(document, source.id));
  toast(text('toast.source.removed', { name: source.name }), { action: { label: text('action.undo'), run: undo } });
}

const where = (at: number | undefined) => (at === undefined ? {} : { at });
