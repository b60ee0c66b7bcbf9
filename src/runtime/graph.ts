import { type CellLibrary, TABLE_IDS, type TableId } from '../cell/index.ts';
import type { Cell, NotebookDocument } from '../notebook/document.ts';
import { outputName } from '../notebook/names.ts';
import { tableReferences } from '../notebook/sql-names.ts';
import { activeSegment } from './canonical-scope.ts';
import type { Blocked } from './cell-state.ts';

/** How cells hang together: by the tables that they leave and read. */
export interface Graph {
  /** Ids of all cells, each after those that it reads from; otherwise in the document's order. */
  readonly order: readonly string[];
  readonly nodes: ReadonlyMap<string, GraphNode>;
  /**
   * Cells whose tables the segment in force reads, directly or not. They are about all customers, or the segment would
   * be made out of itself; every other cell that reads data comes after them.
   */
  readonly feeders: ReadonlySet<string>;
}

export interface GraphNode {
  readonly cell: Cell;
  /** Canonical tables that SQL reads; an analysis says so by its needs instead. */
  readonly tables: readonly TableId[];
  /** Sources that SQL reads directly, as `raw.<id>`. */
  readonly sources: readonly string[];
  /** Cells whose tables it reads. */
  readonly upstream: readonly string[];
  readonly problem: Extract<Blocked, { kind: 'cycle' | 'duplicate' }> | null;
}

/** The dependencies of a document. Duplicate names and cycles are put down on every cell that has part in them. */
export function buildGraph(document: NotebookDocument, library: CellLibrary): Graph {
  const makers = makersByName(document, library);
  const plain = document.cells.map((cell) => ({ cell, ...reads(cell, document, makers) }));
  const { direct, feeders } = feedersOf(document, makers, plain);
  const isScoped = ({ cell, tables }: (typeof plain)[number]): boolean =>
    !feeders.has(cell.id) && (cell.type === 'analysis' || tables.length > 0);
  const drafts = plain.map((draft) => (isScoped(draft) ? { ...draft, upstream: [...new Set([...draft.upstream, ...direct])] } : draft));
  const upstream = new Map(drafts.map((draft) => [draft.cell.id, draft.upstream]));
  const { order, circles } = sortCells(upstream);
  const duplicates = findDuplicates(makers);
  const nodes = drafts.map((draft): [string, GraphNode] => {
    const { id } = draft.cell;
    const circle = circles.get(id);
    return [id, { ...draft, problem: duplicates.get(id) ?? (circle ? { kind: 'cycle', cells: circle } : null) }];
  });
  return { order, nodes: new Map(nodes), feeders };
}

/** The cells that read from one of these, directly or not; without these themselves. */
export function downstreamOf(graph: Graph, ids: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const id of graph.order) {
    if (!ids.has(id) && graph.nodes.get(id)?.upstream.some((up) => ids.has(up) || found.has(up))) found.add(id);
  }
  return found;
}

/** The cells that the segment in force reads, and all that these read from. */
function feedersOf(
  document: NotebookDocument,
  makers: ReadonlyMap<string, Maker>,
  drafts: readonly { cell: Cell; upstream: readonly string[] }[],
): { direct: readonly string[]; feeders: Set<string> } {
  const segment = activeSegment(document);
  const references = segment ? tableReferences(segment.select) : [];
  const names = references.filter(({ schema }) => schema === null || schema.toLowerCase() === 'main').map(({ name }) => name.toLowerCase());
  const direct = [...new Set(names.flatMap((name) => (makers.get(name)?.isTable ? (makers.get(name)?.cells ?? []) : [])))];
  const upstream = new Map(drafts.map(({ cell, upstream: above }) => [cell.id, above]));
  return { direct, feeders: new Set([...direct, ...direct.flatMap((id) => [...reachable(id, upstream)])]) };
}

interface Maker {
  name: string;
  cells: string[];
  /** Whether it is a table; the alias of an analysis is the prefix of its tables and facts alone. */
  isTable: boolean;
}

/** Every name that a cell takes, in lower case. */
function makersByName(document: NotebookDocument, library: CellLibrary): Map<string, Maker> {
  const makers = new Map<string, Maker>();
  for (const cell of document.cells) {
    const own = outputName(cell);
    if (own === null) continue;
    const tables = cell.type === 'analysis' ? Object.keys(library.get(cell.cell)?.produces ?? {}) : [];
    for (const name of [own, ...tables.map((table) => `${own}_${table}`)]) {
      const maker = makers.get(name.toLowerCase());
      const isTable = cell.type === 'sql' || name !== own;
      if (!maker) makers.set(name.toLowerCase(), { name, cells: [cell.id], isTable });
      else {
        if (!maker.cells.includes(cell.id)) maker.cells.push(cell.id);
        maker.isTable ||= isTable;
      }
    }
  }
  return makers;
}

function findDuplicates(makers: ReadonlyMap<string, Maker>): Map<string, Extract<Blocked, { kind: 'duplicate' }>> {
  const canonical = new Set<string>(TABLE_IDS);
  const found = new Map<string, Extract<Blocked, { kind: 'duplicate' }>>();
  for (const [key, { name, cells }] of makers) {
    if (cells.length < 2 && !canonical.has(key)) continue;
    for (const id of cells) if (!found.has(id)) found.set(id, { kind: 'duplicate', name, cells });
  }
  return found;
}

const referencesOf = new WeakMap<Cell, ReturnType<typeof tableReferences>>();

function reads(
  cell: Cell,
  document: NotebookDocument,
  makers: ReadonlyMap<string, Maker>,
): Pick<GraphNode, 'tables' | 'sources' | 'upstream'> {
  if (cell.type !== 'sql') return { tables: [], sources: [], upstream: [] };
  const references = referencesOf.get(cell) ?? tableReferences(cell.code);
  referencesOf.set(cell, references);
  const tables = new Set<TableId>();
  const sources = new Set<string>();
  const upstream = new Set<string>();
  for (const { name, schema } of references) {
    const key = name.toLowerCase();
    if (schema?.toLowerCase() === 'raw') {
      if (document.sources.some((source) => source.id === key)) sources.add(key);
    } else if (schema === null || schema.toLowerCase() === 'main') {
      const maker = makers.get(key);
      if (maker?.isTable) for (const id of maker.cells) upstream.add(id);
      if (TABLE_IDS.includes(key as TableId)) tables.add(key as TableId);
    }
  }
  return { tables: [...tables], sources: [...sources], upstream: [...upstream] };
}

/**
 * Kahn's algorithm, always taking the first cell of the document that is ready. What is left over lies in a circle or
 * behind one; it follows in the document's order.
 */
function sortCells(upstream: ReadonlyMap<string, readonly string[]>): { order: string[]; circles: Map<string, readonly string[]> } {
  const ids = [...upstream.keys()];
  const rank = new Map(ids.map((id, i) => [id, i]));
  const open = new Map(ids.map((id) => [id, upstream.get(id)?.length ?? 0]));
  const downstream = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const [id, above] of upstream) for (const up of above) downstream.get(up)?.push(id);

  const ready = ids.filter((id) => open.get(id) === 0);
  const order: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    order.push(id);
    open.delete(id);
    for (const below of downstream.get(id) ?? []) {
      const left = (open.get(below) ?? 0) - 1;
      open.set(below, left);
      if (left === 0) insertByRank(ready, below, rank);
    }
  }

  const circles = new Map<string, readonly string[]>();
  for (const id of open.keys()) {
    if (circles.has(id)) continue;
    const reach = reachable(id, upstream);
    if (!reach.has(id)) continue;
    const circle = [...open.keys()].filter((other) => reach.has(other) && reachable(other, upstream).has(id));
    for (const member of circle) circles.set(member, circle);
  }
  return { order: [...order, ...open.keys()], circles };
}

function insertByRank(sorted: string[], id: string, rank: ReadonlyMap<string, number>): void {
  const at = sorted.findIndex((each) => (rank.get(each) ?? 0) > (rank.get(id) ?? 0));
  sorted.splice(at < 0 ? sorted.length : at, 0, id);
}

/** All cells that one reads from, directly or not; itself only where it reads itself. */
function reachable(from: string, upstream: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [...(upstream.get(from) ?? [])];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...(upstream.get(id) ?? []));
  }
  return found;
}
