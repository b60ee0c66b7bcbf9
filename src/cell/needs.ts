import type { RoleId } from './roles.ts';

/**
 * What a cell asks of the data: `all` of these roles, `oneOf` each group (the first group whose roles are all bound
 * is used), and `optional` roles that it can make something of.
 */
export interface Needs {
  all: readonly RoleId[];
  oneOf?: readonly (readonly RoleId[])[];
  optional?: readonly RoleId[];
}

/** What is there of it. `missing` are alternatives: bind every role of one of them and the cell can run. */
export interface ResolvedNeeds {
  bound: readonly RoleId[];
  missing: readonly (readonly RoleId[])[];
}

/** Holds needs against the roles that the notebook has bound. */
export function resolveNeeds(needs: Needs, available: ReadonlySet<RoleId>): ResolvedNeeds {
  const lacking = needs.all.filter((role) => !available.has(role));
  const group = needs.oneOf?.find((roles) => roles.every((role) => available.has(role)));
  const bound = [
    ...needs.all.filter((role) => available.has(role)),
    ...(group ?? []),
    ...(needs.optional ?? []).filter((role) => available.has(role)),
  ];
  if (!needs.oneOf || group) return { bound: unique(bound), missing: lacking.length > 0 ? [lacking] : [] };
  return {
    bound: unique(bound),
    missing: needs.oneOf.map((roles) => unique([...lacking, ...roles.filter((role) => !available.has(role))])),
  };
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
