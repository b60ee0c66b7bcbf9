/** Loads what charts are drawn with, ahead of the first result; a failure shows when a chart is drawn. */
export function prefetchCharts(): void {
  import('../result/chart/draw-chart.ts').catch(() => undefined);
}

/** Loads the dialogs that are asked for first, so that a key opens them at once. */
export function prefetchDialogs(): void {
  import('../catalogue/CatalogueDialog.tsx').catch(() => undefined);
  import('../data/ImportFlow.tsx').catch(() => undefined);
}
