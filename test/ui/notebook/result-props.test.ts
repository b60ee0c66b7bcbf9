import { describe, expect, test } from 'vitest';
import type { View } from '../../../src/cell/index.ts';
import type { CellState, Shown, Status } from '../../../src/runtime/index.ts';
import { resultProps } from '../../../src/ui/notebook/result-props.ts';

const headline: View = { kind: 'headline', id: 'headline', text: { key: 'x' } };
const table = { kind: 'table', id: 'scores' } as View;
const order = ['headline', 'tiles', 'scores'];

function state(status: Status, shown: Partial<Shown> | null): CellState {
  const base: Shown = {
    runKey: 'k',
    stale: false,
    partial: false,
    fresh: [],
    views: [],
    facts: [],
    checks: [],
    tables: [],
    provenance: null,
  };
  return { status, shown: shown && { ...base, ...shown } };
}
const running: Status = { kind: 'running', done: null, since: 0 };

describe('what is drawn of a cell', () => {
  test('is nothing where there is nothing and nothing to come', () => {
    expect(resultProps(state({ kind: 'idle' }, null), order, false)).toBeNull();
    expect(resultProps(state({ kind: 'blocked', reason: { kind: 'upstream', cells: [] } }, null), order, true)).toBeNull();
  });

  test('is kept room while the engine starts and while it runs', () => {
    for (const given of [
      resultProps(state({ kind: 'idle' }, null), order, true),
      resultProps(state({ kind: 'queued' }, null), order, false),
      resultProps(state(running, null), order, false),
    ]) {
      expect(given).toMatchObject({ pending: true, stale: false });
      expect(given?.top?.order).toEqual(['headline', 'tiles']);
      expect(given?.rest?.order).toEqual(['scores']);
    }
  });

  test('is findings above, evidence below', () => {
    const given = resultProps(state({ kind: 'done' }, { views: [headline, table], fresh: ['headline', 'scores'] }), order, false);
    expect(given?.top?.views).toEqual([headline]);
    expect(given?.rest?.views).toEqual([table]);
    expect(given).toMatchObject({ pending: false, stale: false });
  });

  test('is the earlier result in its place until the new one is there', () => {
    const given = resultProps(state(running, { stale: true, partial: true, views: [headline, table], fresh: ['headline'] }), order, false);
    expect(given?.top).toMatchObject({ views: [headline], previous: [] });
    expect(given?.rest).toMatchObject({ views: [], previous: [table] });
    expect(given).toMatchObject({ pending: true, stale: false });
  });

  test('is dimmed as a whole where a run failed or was stopped', () => {
    const given = resultProps(state({ kind: 'cancelled' }, { stale: true, views: [headline] }), order, false);
    expect(given).toMatchObject({ pending: false, stale: true });
    expect(given?.top?.views).toEqual([headline]);
  });
});
