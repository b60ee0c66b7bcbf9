import type { Quantity } from '../cell/index.ts';
import { outputName } from '../notebook/names.ts';
import type { Entry } from './entry.ts';
import type { Graph } from './graph.ts';

/** The facts of a notebook by `alias.fact`, and which of them are about to be replaced. */
export interface Facts {
  readonly values: Readonly<Record<string, Quantity>>;
  readonly stale: ReadonlySet<string>;
}

/** Collects facts from what is shown. A cell whose name clashes has none: its names would not say whose they are. */
export function collectFacts(graph: Graph, entries: ReadonlyMap<string, Entry>): Facts {
  const values: Record<string, Quantity> = {};
  const stale = new Set<string>();
  for (const [id, node] of graph.nodes) {
    const shown = entries.get(id)?.state.shown;
    const alias = outputName(node.cell);
    if (!shown || alias === null || node.problem?.kind === 'duplicate') continue;
    for (const fact of shown.facts) {
      const name = `${alias}.${fact.name}`;
      values[name] = fact.value;
      if (shown.stale) stale.add(name);
    }
  }
  return { values, stale };
}
