import { describe, expect, it } from 'vitest';
import { compileStrictly } from '../../src/charts/compile.ts';
import { completeSpec } from '../../src/charts/complete-spec.ts';
import { renderSvg } from '../support/render-svg.ts';

const bars = {
  mark: 'bar',
  encoding: {
    x: { field: 'n', type: 'quantitative', axis: { formatType: 'clientele', format: 'money|zh|CNY' } },
    y: { field: 'name', type: 'nominal' },
  },
};
const rows = [
  { name: 'a', n: 0 },
  { name: 'b', n: 230_000 },
];
const options = { width: 600, scheme: 'light' } as const;

describe('completeSpec', () => {
  it('gives a spec that draws without a warning, with interpreted expressions and Chinese units on its axis', async () => {
    const svg = await renderSvg(completeSpec(bars, rows, options));
    expect(svg).toContain('¥20万');
    expect(svg).toMatch(/width="600"/);
  });

  it('keeps the size, title and config that the spec chose', () => {
    const spec = completeSpec({ ...bars, height: 100, config: { bar: { opacity: 0.5 } } }, rows, options);
    expect(spec).toMatchObject({ height: 100, config: { bar: { opacity: 0.5, color: '#2b5fad' }, view: { stroke: null } } });
  });

  it('leaves the size of composed charts to them', () => {
    const spec = completeSpec({ hconcat: [bars, bars] }, rows, options);
    expect(spec).not.toHaveProperty('width');
    expect(() => compileStrictly(spec)).not.toThrow();
  });

  it('throws at a warning of the compiler', () => {
    const spec = completeSpec(
      { mark: 'bar', encoding: { x: { field: 'n', type: 'quantitative', nonsense: true }, foo: { field: 'n' } } },
      rows,
      options,
    );
    expect(() => compileStrictly(spec)).toThrow(/vega-lite warning/);
  });

  it('refuses more rows than a chart may carry, and values that are not scalars', () => {
    const many = Array.from({ length: 5001 }, (_, i) => ({ name: `${i}`, n: i }));
    expect(() => completeSpec(bars, many, options)).toThrow('chart has too many rows: 5001');
    expect(() => completeSpec(bars, [{ name: { evil: 1 } } as never], options)).toThrow('table.name');
  });

  const refused: [string, object][] = [
    ['data from an address', { ...bars, data: { url: 'https://example.org/x.csv' } }],
    ['an address inside a lookup', { ...bars, transform: [{ lookup: 'a', from: { data: { url: '/x.json' }, key: 'a' } }] }],
    ['another data set', { ...bars, data: { name: 'secrets' } }],
    ['a generator of rows', { ...bars, data: { sequence: { start: 0, stop: 1e12 } } }],
    ['data sets of its own', { ...bars, datasets: { table: [] } }],
    ['links', { ...bars, encoding: { ...bars.encoding, href: { field: 'name' } } }],
    ['an image mark', { ...bars, mark: 'image' }],
    ['an image mark in long form', { layer: [{ mark: { type: 'image' } }] }],
    ['an image address', { ...bars, encoding: { url: { value: 'x.png' } } }],
    ['an address in a colour', { mark: { type: 'bar', fill: 'url(https://example.org/a.svg#b)' } }],
    ['an address as text', { mark: { type: 'bar', cursor: ' https://example.org' } }],
    ['options for the embedding page', { ...bars, usermeta: { embedOptions: { actions: true } } }],
    ['a form control anywhere on the page', { ...bars, params: [{ name: 'p', bind: { input: 'text', element: '#login' } }] }],
    ['a function with an effect', { ...bars, transform: [{ calculate: 'warn(datum.n)', as: 'x' }] }],
    ['a function that makes rows', { ...bars, transform: [{ calculate: "sequence (1e9) + 'abs('", as: 'x' }] }],
    ['a function inside a condition', { ...bars, encoding: { color: { condition: { test: 'setdata("a")', value: 'red' } } } }],
    ['a chart larger than a page', { ...bars, height: 1e7 }],
    ['bins without end', { ...bars, encoding: { x: { bin: { maxbins: 1e9 }, field: 'n' } } }],
    ['what is not finite', { ...bars, width: Number.NaN }],
    ['a prototype', JSON.parse('{"mark":"bar","__proto__":{"data":1}}')],
    ['code', { ...bars, transform: [() => 1] }],
  ];
  it.each(refused)('refuses %s', (_, spec) => {
    expect(() => completeSpec(spec as never, rows, options)).toThrow(/chart refused/);
  });

  it('refuses a spec that is not an object, or nested without end', () => {
    const deep: Record<string, unknown> = {};
    let inner = deep;
    for (let i = 0; i < 60; i++) inner = inner.layer = {} as Record<string, unknown>;
    for (const spec of [null, 'bar', [], deep]) expect(() => completeSpec(spec as never, rows, options)).toThrow(/chart refused/);
  });

  it('accepts what cells write: expressions, conditions, a few rows of their own', () => {
    const spec = {
      layer: [
        { ...bars, transform: [{ filter: "datum.n >= 0 && indexof('abs (x)', 'a(') < 0" }] },
        { data: { values: [{ y: 1 }] }, mark: 'rule', encoding: { x: { datum: 5 } } },
      ],
    };
    expect(() => compileStrictly(completeSpec(spec, rows, options))).not.toThrow();
  });
});
