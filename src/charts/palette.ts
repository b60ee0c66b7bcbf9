import type { ChartColors } from '../cell/index.ts';

/** Light page or dark page. */
export type Scheme = 'light' | 'dark';

const INK = '#14181f';
const PAPER = '#ffffff';

/** The tokens of both schemes; `test/charts/palette.test.ts` measures what is promised above. */
export const PALETTES: Readonly<Record<Scheme, ChartColors>> = {
  light: {
    text: '#20262e',
    muted: '#626b77',
    grid: '#e6e8eb',
    background: '#ffffff',
    accent: '#2b5fad',
    categorical: ['#324886', '#df7320', '#017a77', '#78023f', '#9369d4', '#735803'],
    sequential: ['#ecf5fa', '#cae3f3', '#a3cce9', '#7cb0dd', '#5992cb', '#3e74b7', '#2d569a', '#243b73'],
    sequentialInk: [INK, INK, INK, INK, INK, PAPER, PAPER, PAPER],
    diverging: ['#934122', '#c67041', '#e7ad81', '#f1f1f1', '#93bde2', '#4f8ac6', '#2b599c'],
    good: '#0f7a5c',
    bad: '#b93a12',
  },
  dark: {
    text: '#e4e7eb',
    muted: '#9aa3af',
    grid: '#2e343d',
    background: '#16191e',
    accent: '#7fb0ff',
    categorical: ['#5972ca', '#eeb677', '#43ebe0', '#e77994', '#a7a4ff', '#948b0c'],
    sequential: ['#222a39', '#2c3e5e', '#365584', '#4172a8', '#5191c7', '#69b0e0', '#95ceef', '#caeafa'],
    sequentialInk: [PAPER, PAPER, PAPER, PAPER, INK, INK, INK, INK],
    diverging: ['#fdcba0', '#de8d59', '#a45936', '#393939', '#476ea7', '#69a5e2', '#a9dbfc'],
    good: '#41c7b6',
    bad: '#ff8a65',
  },
};
