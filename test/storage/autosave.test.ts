import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, flushOnHide, type SaveState } from '../../src/storage/autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setup(more: { fail?: () => boolean; slow?: number } = {}) {
  const saved: string[] = [];
  const states: string[] = [];
  const autosave = createAutosave<string>({
    delay: 100,
    retry: 1000,
    onState: (state: SaveState) => states.push(state.kind),
    save: async (value) => {
      if (more.slow) await new Promise((resolve) => setTimeout(resolve, more.slow));
      if (more.fail?.()) throw new Error('no');
      saved.push(value);
    },
  });
  return { autosave, saved, states };
}

test('it saves the latest, a moment after the last change', async () => {
  const { autosave, saved, states } = setup();
  for (const value of ['a', 'ab', 'abc']) {
    autosave.changed(value);
    await vi.advanceTimersByTimeAsync(60);
  }
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(60);
  expect(saved).toEqual(['abc']);
  expect(states).toEqual(['unsaved', 'saving', 'saved']);
});

test('a write that is slow is not overtaken by the next', async () => {
  const { autosave, saved } = setup({ slow: 500 });
  autosave.changed('first');
  await vi.advanceTimersByTimeAsync(150);
  autosave.changed('second');
  await vi.advanceTimersByTimeAsync(150);
  autosave.changed('third');
  expect(autosave.state().kind).not.toBe('saved');
  await vi.advanceTimersByTimeAsync(2000);
  expect(saved).toEqual(['first', 'third']);
  expect(autosave.state().kind).toBe('saved');
});

test('a failed write is said, kept and tried again', async () => {
  let broken = true;
  const { autosave, saved, states } = setup({ fail: () => broken });
  autosave.changed('a');
  await vi.advanceTimersByTimeAsync(100);
  expect(states).toEqual(['unsaved', 'saving', 'failed']);
  broken = false;
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(['a']);
  expect(autosave.state().kind).toBe('saved');
});

test('a change made while a write fails is what is tried again', async () => {
  let broken = true;
  const { autosave, saved } = setup({ fail: () => broken, slow: 50 });
  autosave.changed('a');
  await vi.advanceTimersByTimeAsync(120);
  autosave.changed('b');
  await vi.advanceTimersByTimeAsync(60);
  broken = false;
  await vi.advanceTimersByTimeAsync(3000);
  expect(saved).toEqual(['b']);
});

test('leaving the page saves at once', async () => {
  const page = Object.assign(new EventTarget(), { document: Object.assign(new EventTarget(), { visibilityState: 'visible' }) });
  const { autosave, saved } = setup();
  const stop = flushOnHide(autosave, page as unknown as Window);
  autosave.changed('a');
  page.dispatchEvent(new Event('pagehide'));
  expect(saved).toEqual(['a']);
  autosave.changed('b');
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(saved).toEqual(['a']);
  page.document.visibilityState = 'hidden';
  await vi.advanceTimersByTimeAsync(0);
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(saved).toEqual(['a', 'b']);
  stop();
  autosave.changed('c');
  page.dispatchEvent(new Event('pagehide'));
  expect(saved).toEqual(['a', 'b']);
});

test('closing saves what is left and takes nothing more', async () => {
  const { autosave, saved } = setup();
  autosave.changed('a');
  await autosave.close();
  autosave.changed('b');
  await vi.advanceTimersByTimeAsync(1000);
  expect(saved).toEqual(['a']);
});
