import type { Config } from 'vega-lite';
import { PALETTES, type Scheme } from './palette.ts';

/** Latin in the app's own face, Chinese in the system's. */
export const CHART_FONT =
  '"Inter Variable", Inter, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

/**
 * How charts look: no frame, a quiet grid under the marks, labels in grey, what is measured in the colour of text.
 * The page is expected to draw SVG with `font-variant-numeric: tabular-nums`.
 */
export function chartTheme(scheme: Scheme): Config {
  const c = PALETTES[scheme];
  return {
    background: 'transparent',
    customFormatTypes: true,
    font: CHART_FONT,
    padding: 0,
    view: { stroke: null, step: 22 },
    title: {
      anchor: 'start',
      frame: 'group',
      color: c.text,
      fontSize: 14,
      fontWeight: 600,
      subtitleColor: c.muted,
      subtitleFontSize: 12,
      offset: 12,
    },
    axis: {
      domain: false,
      ticks: false,
      gridColor: c.grid,
      gridWidth: 1,
      labelColor: c.muted,
      labelFontSize: 12,
      labelPadding: 6,
      titleColor: c.muted,
      titleFontSize: 12,
      titleFontWeight: 400,
      titlePadding: 8,
    },
    axisX: { grid: false, labelFlush: false },
    axisXQuantitative: { domain: true, domainColor: c.grid, labelOverlap: 'greedy', tickCount: 6 },
    axisYQuantitative: {
      titleAngle: 0,
      titleAlign: 'left',
      titleAnchor: 'end',
      titleBaseline: 'bottom',
      titleX: 0,
      titleY: -10,
      tickCount: 5,
    },
    axisDiscrete: { grid: false, labelLimit: 220 },
    header: { labelColor: c.text, labelFontSize: 12, labelFontWeight: 600, labelAnchor: 'start', title: null },
    legend: {
      orient: 'top',
      direction: 'horizontal',
      labelColor: c.muted,
      labelFontSize: 12,
      titleColor: c.muted,
      titleFontSize: 12,
      titleFontWeight: 400,
      symbolSize: 80,
      symbolStrokeWidth: 0,
      offset: 8,
    },
    range: {
      category: [...c.categorical],
      ramp: [...c.sequential],
      heatmap: [...c.sequential],
      ordinal: [...c.sequential],
      diverging: [...c.diverging],
    },
    mark: { color: c.accent, tooltip: false },
    text: { color: c.text, fontSize: 12, font: CHART_FONT },
    bar: { color: c.accent },
    line: { color: c.accent, strokeWidth: 2, strokeCap: 'round', strokeJoin: 'round' },
    point: { color: c.accent, filled: true, size: 36 },
    rect: { color: c.accent },
    area: { color: c.accent, opacity: 0.18, line: false },
    rule: { color: c.muted, strokeWidth: 1 },
  };
}
