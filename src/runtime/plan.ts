import { type CellLibrary, migrateParams, type RoleId, readParams, resolveNeeds, rolesOf, type TableId } from '../cell/index.ts';
import type { AnalysisCell, NotebookDocument, SqlCell } from '../notebook/document.ts';
import { AppError } from '../util/app-error.ts';
import { hash64 } from '../util/hash.ts';
import type { Blocked } from './cell-state.ts';
import type { Job } from './executor.ts';
import type { Graph, GraphNode } from './graph.ts';
import type { PlannedEnvironment } from './planned-environment.ts';
import { runKey } from './run-key.ts';

/** What is to become of a cell, as far as the document alone can tell. */
export type Plan =
  | { kind: 'idle' }
  /** Waits for a file to be read for the first time. */
  | { kind: 'unread' }
  | { kind: 'blocked'; reason: Blocked }
  | { kind: 'untrusted' }
  | { kind: 'failed'; error: AppError }
  /** `under` is the data that has to be prepared for it; null where it reads none of the canonical tables. */
  | { kind: 'run'; job: Job; views: readonly string[] | null; under: PlannedEnvironment | null };

export interface PlanContext {
  document: NotebookDocument;
  graph: Graph;
  /** About all customers; for cells that the segment in force is made from. */
  whole: PlannedEnvironment;
  /** About the customers in scope, given the run keys of the cells that the segment reads. */
  scoped: (basis: string) => PlannedEnvironment;
  library: CellLibrary;
  engine: string;
  app: string;
}

/** A plan for every cell, in the graph's order, and the data that cells in scope read. */
export function planCells(context: PlanContext): { plans: Map<string, Plan>; scoped: PlannedEnvironment } {
  const { graph } = context;
  const plans = new Map<string, Plan>();
  const planAll = (ids: readonly string[], data: PlannedEnvironment): void => {
    for (const id of ids) plans.set(id, planCell(graph.nodes.get(id) as GraphNode, plans, { ...context, data }));
  };
  planAll(
    graph.order.filter((id) => graph.feeders.has(id)),
    context.whole,
  );
  const keys = [...plans.values()].map((plan) => (plan.kind === 'run' ? plan.job.runKey : ''));
  const scoped = context.scoped(keys.sort().join());
  planAll(
    graph.order.filter((id) => !graph.feeders.has(id)),
    scoped,
  );
  return { plans: new Map(graph.order.map((id) => [id, plans.get(id) as Plan])), scoped };
}

interface CellContext extends PlanContext {
  data: PlannedEnvironment;
}

function planCell(node: GraphNode, plans: ReadonlyMap<string, Plan>, context: CellContext): Plan {
  const { cell } = node;
  if (cell.type === 'prose') return { kind: 'idle' };
  if (node.problem) return { kind: 'blocked', reason: node.problem };
  return cell.type === 'analysis' ? planAnalysis(cell, node, plans, context) : planSql(cell, node, plans, context);
}

function planAnalysis(
  cell: AnalysisCell,
  node: GraphNode,
  plans: ReadonlyMap<string, Plan>,
  { document, data, library, engine, app }: CellContext,
): Plan {
  const definition = library.get(cell.cell);
  if (!definition) return failed('cell.unknown', `unknown analysis: ${cell.cell}`, { cell: cell.cell });
  if (cell.version > definition.version) return failed('cell.newer', `analysis of a newer version: ${cell.cell}`, { cell: cell.cell });
  let params: Readonly<Record<string, unknown>>;
  try {
    params = migrateParams(definition, cell.version, cell.params);
  } catch (cause) {
    return failed('cell.params', `parameters cannot be brought up to date: ${cell.alias}`, { alias: cell.alias }, cause);
  }
  const { values } = readParams(definition.params, params);

  const needs = resolveNeeds(definition.needs, data.roles);
  if (needs.missing.length > 0) {
    const all = resolveNeeds(definition.needs, data.allRoles);
    if (all.missing.length > 0) return { kind: 'blocked', reason: { kind: 'needs', missing: all.missing } };
    return blockedBySource(tablesOf(all.bound), [], document, data);
  }
  const tables = tablesOf(needs.bound);
  if (tables.some((table) => data.untrusted.has(table))) return { kind: 'untrusted' };
  if (data.isUnread) return { kind: 'unread' };
  const stuck = node.upstream.filter((id) => plans.get(id)?.kind !== 'run');
  if (stuck.length > 0) return { kind: 'blocked', reason: { kind: 'upstream', cells: stuck } };
  if (data.error) return { kind: 'failed', error: data.error };
  const key = runKey({
    code: { cell: cell.cell, version: definition.version },
    params: values,
    bound: needs.bound,
    inputs: Object.fromEntries(tables.map((table) => [table, data.viewKeys.get(table) ?? ''])),
    definitions: data.environment.definitions,
    engine,
    app,
  });
  const job: Job = { kind: 'analysis', id: cell.id, runKey: key, alias: cell.alias, cell: cell.cell, params: values, bound: needs.bound };
  return { kind: 'run', job, views: definition.views, under: data };
}

function planSql(
  cell: SqlCell,
  node: GraphNode,
  plans: ReadonlyMap<string, Plan>,
  { document, data, engine, app, graph }: CellContext,
): Plan {
  if (cell.code.trim() === '') return { kind: 'idle' };
  if (!data.trusted) return { kind: 'untrusted' };
  const unbound = node.tables.filter((table) => !isAny(table, data.roles));
  const missing = unbound.filter((table) => !isAny(table, data.allRoles)).flatMap(requiredRoles);
  if (missing.length > 0) return { kind: 'blocked', reason: { kind: 'needs', missing: [missing] } };
  const away = node.sources.filter((source) => !data.sourceKeys.has(source));
  if (unbound.length > 0 || away.length > 0) return blockedBySource(unbound, away, document, data);
  const readsData = node.tables.length > 0 || node.sources.length > 0;
  if ((data.isUnread && readsData) || node.upstream.some((id) => plans.get(id)?.kind === 'unread')) return { kind: 'unread' };
  const stuck = node.upstream.filter((id) => plans.get(id)?.kind !== 'run');
  if (stuck.length > 0) return { kind: 'blocked', reason: { kind: 'upstream', cells: stuck } };
  if (data.error && node.tables.length > 0) return { kind: 'failed', error: data.error };

  const inputs: Record<string, string> = {};
  for (const table of node.tables) inputs[table] = data.viewKeys.get(table) ?? '';
  for (const source of node.sources) inputs[`raw.${source}`] = data.sourceKeys.get(source) ?? '';
  for (const id of node.upstream) {
    const plan = plans.get(id) as Extract<Plan, { kind: 'run' }>;
    inputs[`cell.${(graph.nodes.get(id)?.cell.type === 'analysis' ? `${plan.job.alias}_*` : plan.job.alias).toLowerCase()}`] =
      plan.job.runKey;
  }
  const key = runKey({ code: { sql: codeKey(cell) }, params: {}, bound: [], inputs, definitions: null, engine, app });
  return {
    kind: 'run',
    job: { kind: 'sql', id: cell.id, runKey: key, alias: cell.name, code: cell.code },
    views: null,
    under: node.tables.length > 0 ? data : null,
  };
}

const codeKeys = new WeakMap<SqlCell, string>();

/** Hashed once for each text: all cells are planned at every key stroke. */
function codeKey(cell: SqlCell): string {
  const key = codeKeys.get(cell) ?? hash64(cell.code);
  codeKeys.set(cell, key);
  return key;
}

function blockedBySource(
  tables: readonly TableId[],
  sources: readonly string[],
  document: NotebookDocument,
  data: PlannedEnvironment,
): Plan {
  const ids = new Set([...sources, ...tables.flatMap((table) => data.absent.get(table) ?? [])]);
  const away = document.sources.filter((source) => ids.has(source.id)).map(({ id, name }) => ({ id, name }));
  return { kind: 'blocked', reason: { kind: 'source', sources: away } };
}

function failed(code: string, message: string, fields: Record<string, string>, cause?: unknown): Plan {
  return { kind: 'failed', error: new AppError(code, message, fields, { cause }) };
}

function tablesOf(roles: readonly RoleId[]): TableId[] {
  return [...new Set(roles.map((role) => role.slice(0, role.indexOf('.')) as TableId))];
}

function isAny(table: TableId, roles: ReadonlySet<RoleId>): boolean {
  return Object.keys(rolesOf(table)).some((role) => roles.has(`${table}.${role}` as RoleId));
}

function requiredRoles(table: TableId): RoleId[] {
  const roles = Object.entries(rolesOf(table)).filter(([, role]) => role.required);
  return roles.map(([name]) => `${table}.${name}` as RoleId);
}
