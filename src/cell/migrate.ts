import type { CellDefinition } from './define-cell.ts';

/**
 * Parameters that were set under an older version of a cell as this version takes them. Those of a newer version, or
 * of one that no migration starts from, are handed back as they are: `readParams` refuses what does not fit.
 */
export function migrateParams(
  cell: Pick<CellDefinition, 'version' | 'migrations'>,
  version: number,
  params: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  let migrated = params;
  for (let from = version; from < cell.version; from++) migrated = cell.migrations?.[from]?.(migrated) ?? migrated;
  return migrated;
}
