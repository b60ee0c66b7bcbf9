/** Loads what charts are drawn with, ahead of the first result; a failure shows when a chart is drawn. */
export function prefetchCharts(): void {
  import('../result/chart/draw-chart.ts').catch(() => undefined);
}
