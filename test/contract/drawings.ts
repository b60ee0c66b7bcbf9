import { expect } from 'vitest';
import type { CellDefinition } from '../../src/cell/index.ts';
import { chartKit } from '../../src/charts/chart-kit.ts';
import { completeSpec } from '../../src/charts/complete-spec.ts';
import { renderSvg } from '../support/render-svg.ts';
import type { Snapshot } from './snapshot.ts';
import type { Words } from './words.ts';

export interface Place {
  language: 'en' | 'zh';
  width: number;
  scheme: 'light' | 'dark';
}

/** On the desk, in daylight and in English. */
export const DESK: Place = { language: 'en', width: 1100, scheme: 'light' };
/** On a phone, in the dark and in Chinese. */
export const PHONE: Place = { language: 'zh', width: 350, scheme: 'dark' };

/** Every chart draws without a warning, wide and narrow, in both languages, and says something. */
export async function expectDrawn(
  cell: CellDefinition,
  words: Words,
  { result }: Snapshot,
  places: readonly Place[] = [DESK, PHONE],
): Promise<void> {
  const { charts } = await cell.charts();
  for (const view of result.views) {
    if (view.kind !== 'chart') continue;
    const draw = charts[view.chart];
    expect(draw, `chart ${view.chart}`).toBeDefined();
    for (const { language, width, scheme } of places) {
      const kit = chartKit({ language, width, scheme, messages: words, currency: 'CNY' });
      const svg = await renderSvg(completeSpec(draw?.(view, kit) ?? {}, view.data, { width, scheme }));
      expect(svg, `${view.id} (${language})`).toMatch(/<path|<text/);
      expect(svg, `${view.id} (${language})`).not.toMatch(/NaN|undefined|⟨/);
    }
  }
}

/** Every drawing that charts.ts offers is used by a view of the sample's results. */
export async function expectNoUnusedCharts(cell: CellDefinition, snapshots: readonly Snapshot[]): Promise<void> {
  const used = new Set(snapshots.flatMap(({ result }) => result.views).flatMap((view) => (view.kind === 'chart' ? [view.chart] : [])));
  expect(Object.keys((await cell.charts()).charts).filter((name) => !used.has(name))).toEqual([]);
}
