import type { ChartSpec } from '../cell/index.ts';

/**
 * A spec whose temporal positions are on UTC scales, and the fields that are to be read as UTC days. A day is a day
 * wherever the reader is: on local scales 1 July would be drawn and labelled as 30 June east of Greenwich.
 */
export function onUtc(spec: ChartSpec): { spec: ChartSpec; days: readonly string[] } {
  const days = new Set<string>();
  const walk = (node: unknown, key: string): unknown => {
    if (Array.isArray(node)) return node.map((item) => walk(item, key));
    if (node === null || typeof node !== 'object') return node;
    const made = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, walk(value, name)]));
    if (made.type !== 'temporal' || typeof made.field !== 'string') return made;
    days.add(made.field);
    return key === 'x' || key === 'y' ? { ...made, scale: { type: 'utc', ...(made.scale as object | undefined) } } : made;
  };
  return { spec: walk(spec, '') as ChartSpec, days: [...days] };
}

/** How Vega is to read such fields; undefined for none. */
export function dayFormat(days: readonly string[]): { parse: Record<string, string> } | undefined {
  return days.length > 0 ? { parse: Object.fromEntries(days.map((field) => [field, "utc:'%Y-%m-%d'"])) } : undefined;
}
