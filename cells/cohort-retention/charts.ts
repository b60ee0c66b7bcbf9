import type { ChartFunction } from '../../src/cell/index.ts';
import { comparison } from './chart-comparison.ts';
import { curves } from './chart-curves.ts';
import { triangle } from './chart-triangle.ts';

/** The drawings of this cell, by the name that its views give. */
export const charts = { triangle, curves, comparison } satisfies Record<string, ChartFunction>;
