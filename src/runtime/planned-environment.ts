import type { RoleId, TableId } from '../cell/index.ts';
import { type Binding, boundRoles, type NotebookDocument } from '../notebook/document.ts';
import { stableJson } from '../notebook/serialize.ts';
import { AppError } from '../util/app-error.ts';
import type { Environment } from './executor.ts';
import { sourceKey } from './source-key.ts';
import { viewKeys } from './view-keys.ts';

/** The part of a notebook's data that may be prepared now, and why the rest may not. */
export interface PlannedEnvironment {
  readonly environment: Environment;
  /** Equal for equal environments. */
  readonly key: string;
  readonly roles: ReadonlySet<RoleId>;
  /** Roles that would be bound if every file were here. */
  readonly allRoles: ReadonlySet<RoleId>;
  /** By canonical table: absent files behind it. */
  readonly absent: ReadonlyMap<TableId, readonly string[]>;
  /** A bound file's columns are not known yet, as of a sample that was never opened: nothing can be prepared. */
  readonly isUnread: boolean;
  /** Canonical tables that only a person's own SQL makes, on data of the reader's, without the reader's yes. */
  readonly untrusted: ReadonlySet<TableId>;
  /** False: SQL of this notebook waits for the reader's yes. */
  readonly trusted: boolean;
  readonly viewKeys: ReadonlyMap<TableId, string>;
  readonly sourceKeys: ReadonlyMap<string, string>;
  /** What is wrong with the bindings, if anything; nothing can be prepared then. */
  readonly error: AppError | null;
}

/**
 * Looks at a document's data. A notebook that is not trusted may still read samples: SQL from a link touches the
 * reader's own files only after a yes, be it in a cell, in a binding's expression or in the segment in force.
 */
export function planEnvironment(
  document: NotebookDocument,
  options: { trusted: boolean; absent: ReadonlySet<string>; basis?: string },
): PlannedEnvironment {
  const trusted = options.trusted || document.sources.every((source) => source.origin.kind === 'sample');
  const present = document.sources.filter((source) => !options.absent.has(source.id));
  const here = new Set(present.map((source) => source.id));

  // Views build on one another (lines on orders, all on consent), so that one expression holds all of them back.
  const hasSql = document.scope.active !== null || document.bindings.some(hasExpression);
  const untrusted = new Set(trusted || !hasSql ? [] : document.bindings.map((binding) => binding.table));

  const absent = new Map<TableId, string[]>();
  for (const { table, source } of document.bindings) {
    if (!here.has(source)) absent.set(table, [...(absent.get(table) ?? []), source]);
  }
  const consentAway = document.scope.consent ? absent.get('customers') : undefined;
  if (consentAway) for (const { table } of document.bindings) absent.set(table, [...(absent.get(table) ?? []), ...consentAway]);
  const bindings = document.bindings.filter((binding) => !absent.has(binding.table));
  const isUnread = present.some((source) => source.columns.length === 0 && bindings.some((binding) => binding.source === source.id));

  const { knownRevenue: _, ...definitions } = document.definitions;
  const environment: Environment = {
    sources: present,
    bindings: isUnread ? [] : bindings.filter((binding) => !untrusted.has(binding.table)),
    definitions,
    scope: trusted ? document.scope : { ...document.scope, active: null },
    ...(options.basis && { basis: options.basis }),
  };
  const checked = checkedKeys(environment);
  return {
    environment,
    key: stableJson(environment),
    roles: boundRoles({ ...document, bindings }),
    allRoles: boundRoles(document),
    absent,
    isUnread,
    untrusted,
    trusted,
    viewKeys: checked.keys,
    sourceKeys: new Map(present.map((source) => [source.id, sourceKey(source)])),
    error: checked.error,
  };
}

function checkedKeys(environment: Environment): { keys: Map<TableId, string>; error: AppError | null } {
  try {
    return { keys: viewKeys(environment), error: null };
  } catch (error) {
    if (error instanceof AppError) return { keys: new Map(), error };
    throw error;
  }
}

function hasExpression(binding: Binding): boolean {
  return Object.values(binding.columns).some((to) => to !== undefined && 'expression' in to);
}
