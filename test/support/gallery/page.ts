import { parse, type Spec, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { registerFormats } from '../../../src/charts/register-formats.ts';

/** Runs in the browser: draws compiled specs one under the other, as the page does. */
export async function draw(charts: readonly { title: string; subtitle: string; spec: Spec }[]): Promise<void> {
  registerFormats();
  for (const { title, subtitle, spec } of charts) {
    const figure = document.body.appendChild(document.createElement('figure'));
    figure.appendChild(document.createElement('h4')).textContent = title;
    figure.appendChild(document.createElement('p')).textContent = subtitle;
    const host = figure.appendChild(document.createElement('div'));
    await new View(parse(spec, {}, { ast: true }), { renderer: 'svg', container: host, expr: expressionInterpreter }).runAsync();
  }
}
Object.assign(globalThis, { draw });
