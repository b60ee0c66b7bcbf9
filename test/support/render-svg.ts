import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import type { TopLevelSpec } from 'vega-lite';
import { compileStrictly } from '../../src/charts/compile.ts';

/** Draws a completed spec as SVG just as the page does, with interpreted expressions; any warning of Vega throws. */
export async function renderSvg(spec: TopLevelSpec): Promise<string> {
  const view = new View(parse(compileStrictly(spec), {}, { ast: true }), { renderer: 'none', expr: expressionInterpreter });
  const fail = (...messages: readonly unknown[]) => {
    throw new Error(`vega: ${messages.join(' ')}`);
  };
  view.logger({ level: () => 0, error: fail, warn: fail, info: () => view, debug: () => view } as never);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
