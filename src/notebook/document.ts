import type { Definitions, RoleId, TableId } from '../cell/index.ts';

/** The schema of this version; older documents are migrated, newer ones refused with a clear error. */
export const SCHEMA_VERSION = 1;

/** A notebook as it is stored, shared and compared: plain JSON, stable in key order, without results. */
export interface NotebookDocument {
  schema: typeof SCHEMA_VERSION;
  id: string;
  title: string;
  sources: readonly Source[];
  bindings: readonly Binding[];
  definitions: NotebookDefinitions;
  scope: Scope;
  cells: readonly Cell[];
}

/** What the notebook decides for all of its cells, and what only the person looks at. */
export interface NotebookDefinitions extends Definitions {
  /** The revenue that the person knows from elsewhere, to tie the data out against; no cell sees it. */
  knownRevenue?: number | undefined;
}

/** A file that was imported, by reference: its rows are in the engine (`raw.<id>`) and its bytes in storage. */
export interface Source {
  /** A name in the engine's `raw` schema: `[a-z][a-z0-9_]*`, unique in the notebook. */
  id: string;
  /** The file's name, as a person knows it. */
  name: string;
  /** A sample reopens anywhere; a file is asked for where the browser does not have it. */
  origin: { kind: 'sample'; dataset: string; file: string } | { kind: 'file' };
  /** SHA-256 of the file's bytes, hex. */
  fingerprint: string;
  bytes: number;
  rows: number;
  columns: readonly { name: string; type: string }[];
  /** How the file was read: the decided form of import/options.ts, kept so that it can be read again. */
  options: Readonly<Record<string, unknown>>;
}

/** A canonical table, or a part of one, made out of one source; several files may feed one table. */
export interface Binding {
  table: TableId;
  source: string;
  columns: Readonly<Partial<Record<string, BoundTo>>>;
}
export type BoundTo = { column: string } | { constant: string | number | boolean } | { row: true } | { expression: string };

/** The set of customers that the notebook is about. */
export interface Scope {
  /** Only customers who said yes; unknown is no. */
  consent: boolean;
  /** Saved segments: a canonical table of customers by a condition over a cell's table. */
  segments: readonly Segment[];
  /** The segment in force, or null for all customers. */
  active: string | null;
}
export interface Segment {
  id: string;
  name: string;
  /** A select with one column, `customer`. */
  select: string;
}

export type Cell = AnalysisCell | SqlCell | ProseCell;
interface CellBase {
  /** Unique in the notebook, never shown. */
  id: string;
}
export interface AnalysisCell extends CellBase {
  type: 'analysis';
  /** The id of the analysis in the catalogue. */
  cell: string;
  version: number;
  alias: string;
  /** Only what differs from the defaults. */
  params: Readonly<Record<string, unknown>>;
}
export interface SqlCell extends CellBase {
  type: 'sql';
  /** The table that it makes for later cells. */
  name: string;
  code: string;
}
export interface ProseCell extends CellBase {
  type: 'prose';
  text: string;
}

/** The roles that a notebook has bound, of their own or, for customer and time of an order line, through its order. */
export function boundRoles(document: NotebookDocument): Set<RoleId> {
  const roles = document.bindings.flatMap((binding) => Object.keys(binding.columns).map((role) => `${binding.table}.${role}` as RoleId));
  const bound = new Set(roles);
  if (bound.has('order_lines.order_id') && bound.has('orders.order_id')) {
    for (const role of ['customer', 'time'] as const) if (bound.has(`orders.${role}`)) bound.add(`order_lines.${role}`);
  }
  return bound;
}
