import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyDocument } from '../../src/notebook/empty-document.ts';
import {
  COALESCE_MS,
  commit,
  createHistory,
  type History,
  MAX_STEPS,
  redo,
  redoLabel,
  undo,
  undoLabel,
} from '../../src/notebook/history.ts';
import { setTitle } from '../../src/notebook/operations.ts';

const start = () => createHistory(emptyDocument({ id: 'x' }));
const type = (history: History, title: string, at: number, key: string | null = 'title') =>
  commit(history, setTitle(history.present, title), { label: { key: `edit.${title}` }, at, ...(key === null ? {} : { key }) });

test('typing is one step, until a pause or another place', () => {
  let history = start();
  history = type(history, 'a', 0);
  history = type(history, 'ab', COALESCE_MS);
  history = type(history, 'abc', 2 * COALESCE_MS);
  expect(history.past).toHaveLength(1);
  expect(undo(history).present.title).toBe('');
  history = type(history, 'abcd', 3 * COALESCE_MS + 1);
  expect(history.past).toHaveLength(2);
  history = type(history, 'abcde', 3 * COALESCE_MS + 2, 'elsewhere');
  expect(history.past).toHaveLength(3);
});

test('typing goes on as a new step after an undo', () => {
  let history = type(type(start(), 'a', 0), 'ab', 10, 'other');
  history = undo(history);
  history = type(history, 'ac', 20);
  expect(undo(history).present.title).toBe('a');
  expect(redo(history)).toBe(history);
});

test('a commit of the same document is no step', () => {
  const history = start();
  expect(commit(history, history.present, { label: { key: 'x' } })).toBe(history);
});

test('steps say what they take back and bring again', () => {
  const history = type(start(), 'a', 0);
  expect(undoLabel(history)).toEqual({ key: 'edit.a' });
  expect(redoLabel(history)).toBeNull();
  expect(redoLabel(undo(history))).toEqual({ key: 'edit.a' });
  expect(undoLabel(undo(history))).toBeNull();
});

test('the number of steps is bounded and the latest are kept', () => {
  let history = start();
  for (let i = 0; i <= MAX_STEPS + 20; i += 1) history = type(history, `${i}`, i, null);
  expect(history.past).toHaveLength(MAX_STEPS);
  expect(undo(history).present.title).toBe(`${MAX_STEPS + 19}`);
});

test('undo and redo walk the same documents, whatever the walk', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('edit', 'undo', 'redo')), (steps) => {
      let history = start();
      const line = [history.present];
      let at = 0;
      steps.forEach((step, i) => {
        if (step === 'edit') {
          history = type(history, `${i}`, i, null);
          at += 1;
          line.splice(at, line.length, history.present);
        } else if (step === 'undo') {
          history = undo(history);
          at = Math.max(0, at - 1);
        } else {
          history = redo(history);
          at = Math.min(line.length - 1, at + 1);
        }
        expect(history.present).toBe(line[at]);
      });
    }),
  );
});
