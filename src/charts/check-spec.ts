import { AppError } from '../util/app-error.ts';

/** Keys that reach outside of the chart, run at a distance, or steer the embedding page. */
const REFUSED_KEYS = new Set(['url', 'href', 'usermeta', 'datasets', 'loader', 'element', '__proto__', 'constructor', 'prototype']);
/** Generators, that can make more rows than a page holds. */
const REFUSED_DATA = ['url', 'sequence', 'sphere', 'graticule'];
/** Keys whose text is a Vega expression. */
const EXPRESSION_KEYS = new Set(['expr', 'calculate', 'filter', 'labelExpr', 'test', 'update', 'signal', 'joinaggregate']);
/** The largest number that these keys may carry: each costs that many bins, steps or pixels. */
const CAPS: Readonly<Record<string, number>> = {
  maxbins: 500,
  steps: 2000,
  maxsteps: 2000,
  minsteps: 2000,
  width: 4000,
  height: 8000,
  tickCount: 200,
};
const MAX_DEPTH = 40;
const MAX_NODES = 20_000;

/** What an expression may call: arithmetic, text and dates, all without an effect. `clientele` writes numbers. */
const FUNCTIONS = new Set(
  `isArray isBoolean isDate isDefined isNumber isObject isRegExp isString isValid toBoolean toDate toNumber toString if
  isNaN isFinite abs acos asin atan atan2 ceil clamp cos exp floor hypot log max min pow round sin sqrt tan
  utc utcyear utcquarter utcmonth utcdate utcday utcdayofyear utchours utcminutes year quarter month date day time datetime
  monthFormat monthAbbrevFormat dayFormat dayAbbrevFormat utcFormat utcParse timeFormat
  extent clampRange indexof inrange join lastindexof length lerp peek pluck reverse slice sort span
  lower upper padSlice pad parseFloat parseInt replace split substring trim truncate format
  rgb hsl lab hcl luminance contrast scale invert bandwidth domain range merge
  vlSelectionTest vlSelectionResolve clientele`.split(/\s+/),
);

/**
 * Refuses a Vega-Lite spec that could load something, link somewhere, read another data set than `table`, call a
 * function with an effect, or cost the page out of proportion. Throws an AppError `chart.refused`.
 */
export function checkSpec(spec: unknown): void {
  let nodes = 0;
  const visit = (node: unknown, key: string, path: string, depth: number): void => {
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) refuse('size', path);
    if (typeof node === 'string') checkText(node, key, path);
    else if (typeof node === 'number') checkNumber(node, key, path);
    else if (typeof node === 'function' || typeof node === 'symbol' || typeof node === 'bigint') refuse('value', path);
    else if (Array.isArray(node)) visitList(node, key, path, depth);
    else if (node !== null && typeof node === 'object') visitObject(node, key, path, depth);
  };
  const visitList = (node: readonly unknown[], key: string, path: string, depth: number): void => {
    for (const [i, item] of node.entries()) visit(item, key, `${path}[${i}]`, depth + 1);
  };
  const visitObject = (node: object, key: string, path: string, depth: number): void => {
    if (key === 'data') checkData(node as Readonly<Record<string, unknown>>, path);
    if (key === 'bind') refuse('bind', path);
    for (const name of Object.getOwnPropertyNames(node)) {
      const place = path ? `${path}.${name}` : name;
      if (REFUSED_KEYS.has(name)) refuse(name, place);
      visit((node as Readonly<Record<string, unknown>>)[name], name, place, depth + 1);
    }
  };
  if (spec === null || typeof spec !== 'object' || Array.isArray(spec)) refuse('value', '');
  visit(spec, '', '', 0);
}

function checkText(value: string, key: string, path: string): void {
  if ((key === 'mark' || key === 'type') && value === 'image') refuse('image', path);
  if (/url\s*\(|^\s*(?:javascript|data|https?|file|blob):/i.test(value) && key !== '$schema') refuse('url', path);
  if (EXPRESSION_KEYS.has(key)) checkExpression(value, path);
}

function checkExpression(value: string, path: string): void {
  const code = value.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/g, '""');
  for (const [, name] of code.matchAll(/([A-Za-z_$][\w$]*)\s*\(/g)) if (!FUNCTIONS.has(name ?? '')) refuse(`${name}()`, path);
}

function checkNumber(value: number, key: string, path: string): void {
  const cap = CAPS[key];
  if (!Number.isFinite(value) || (cap !== undefined && Math.abs(value) > cap)) refuse('size', path);
}

/** A part of a chart may bring a few rows of its own (a rule at a value), or read the rows that the result carries. */
function checkData(data: Readonly<Record<string, unknown>>, path: string): void {
  const foreign = REFUSED_DATA.find((kind) => kind in data) ?? (data.name !== undefined && data.name !== 'table' ? 'name' : undefined);
  if (foreign) refuse('data', `${path}.${foreign}`);
  const values = data.values;
  if (values !== undefined && (!Array.isArray(values) || values.length > 200)) refuse('data', `${path}.values`);
}

function refuse(reason: string, path: string): never {
  throw new AppError('chart.refused', `chart refused for ${reason}: ${path || 'spec'}`, { reason, path: path || 'spec' });
}
