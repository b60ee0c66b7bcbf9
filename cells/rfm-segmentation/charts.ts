import type { ChartFunction } from '../../src/cell/index.ts';
import { heatmap } from './chart-heatmap.ts';
import { migration } from './chart-migration.ts';
import { distribution, shares } from './chart-shares.ts';
import { treemap } from './chart-treemap.ts';

/** The drawings of this cell, by the name that its views give. */
export const charts = { heatmap, shares, treemap, migration, distribution } satisfies Record<string, ChartFunction>;
