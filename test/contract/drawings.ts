import { expect } from 'vitest';
import type { CellDefinition, Messages } from '../../src/cell/index.ts';
import { chartKit } from '../../src/charts/chart-kit.ts';
import { completeSpec } from '../../src/charts/complete-spec.ts';
import { renderSvg } from '../support/render-svg.ts';
import type { Snapshot } from './snapshot.ts';

/** On the desk in daylight and in English; on a phone, in the dark and in Chinese. */
const PLACES = [
  { language: 'en', width: 1100, scheme: 'light' },
  { language: 'zh', width: 350, scheme: 'dark' },
] as const;

/** Every chart draws without a warning, wide and narrow, in both languages, and says something. */
export async function expectDrawn(cell: CellDefinition, words: { en: Messages; zh: Messages }, { result }: Snapshot): Promise<void> {
  const { charts } = await cell.charts();
  for (const view of result.views) {
    if (view.kind !== 'chart') continue;
    const draw = charts[view.chart];
    expect(draw, `chart ${view.chart}`).toBeDefined();
    for (const { language, width, scheme } of PLACES) {
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
