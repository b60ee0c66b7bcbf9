import embed from 'vega-embed';
import { expressionInterpreter } from 'vega-interpreter';
import type { TopLevelSpec } from 'vega-lite';
import type { ChartFunction, ChartView } from '../../../cell/index.ts';
import { chartKit } from '../../../charts/chart-kit.ts';
import { completeSpec } from '../../../charts/complete-spec.ts';
import { PALETTES, type Scheme } from '../../../charts/palette.ts';
import { registerFormats } from '../../../charts/register-formats.ts';
import type { Words } from '../words.ts';
import { refusingLoader } from './refusing-loader.ts';
import { showTooltip } from './tooltip.ts';

/** All that a drawing depends on. */
export interface Drawing {
  view: ChartView;
  draw: ChartFunction;
  words: Words;
  scheme: Scheme;
  /** CSS pixels. */
  width: number;
}

/** A chart that stands on the page. */
export interface Drawn {
  element: HTMLElement;
  finalize(): void;
}

/** Above this many rows a chart is painted as pixels: SVG takes the browser an element for each mark. */
const MOST_SVG_ROWS = 2000;

/** Draws a chart into an element of its own. Throws an AppError where the spec is refused. */
export async function drawChart(drawing: Drawing): Promise<Drawn> {
  const element = document.createElement('div');
  // The figure has a text alternative and a table; read mark by mark a chart is noise.
  element.setAttribute('aria-hidden', 'true');
  const renderer = drawing.view.data.length > MOST_SVG_ROWS ? 'canvas' : 'svg';
  const result = await embed(element, specOf(drawing), { ...options(), renderer, tooltip: showTooltip });
  return { element, finalize: () => result.finalize() };
}

/** The chart as a file, with its title, on the page's ground. PNG has two pixels for each of CSS. */
export async function exportChart(drawing: Drawing, format: 'svg' | 'png'): Promise<Blob> {
  const { view, words, scheme } = drawing;
  const title = { text: words.text(view.title), ...(view.subtitle ? { subtitle: words.text(view.subtitle) } : {}) };
  const spec = { ...specOf(drawing), title, background: PALETTES[scheme].background, padding: 16 } as TopLevelSpec;
  const result = await embed(document.createElement('div'), spec, { ...options(), renderer: 'svg', tooltip: false });
  try {
    if (format === 'svg') return new Blob([await result.view.toSVG()], { type: 'image/svg+xml' });
    const canvas = (await result.view.toCanvas(2)) as unknown as HTMLCanvasElement;
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
    );
  } finally {
    result.finalize();
  }
}

function specOf({ view, draw, words, scheme, width }: Drawing): TopLevelSpec {
  registerFormats();
  const { language, currency, messages } = words;
  const kit = chartKit({ language, currency, messages, scheme, width });
  return completeSpec(draw(view, kit), view.data, { width, scheme });
}

/** No `eval`, nothing loaded, no style of the library's own. */
const options = () =>
  ({
    mode: 'vega-lite',
    ast: true,
    expr: expressionInterpreter,
    actions: false,
    defaultStyle: false,
    loader: refusingLoader,
    logLevel: 0,
  }) as const;
