import { useEffect, useState } from 'react';
import type { RoleId } from '../../cell/index.ts';
import { useApp } from './app-store.ts';
import { runningEngine } from './engine.ts';

const ROWS = 5000;
const MOST = 200;

/** Values that a role has in the data, the most frequent first, from a sample of rows; for suggestions only. */
export function useRoleValues(role: RoleId | undefined): readonly string[] {
  const bindings = useApp((app) => app.history?.present.bindings);
  const isReady = useApp((app) => app.engine.kind === 'ready');
  const [values, setValues] = useState<readonly string[]>([]);
  useEffect(() => {
    const [table, name = ''] = role?.split('.') ?? [];
    const binding = bindings?.find((each) => each.table === table);
    const to = binding?.columns[name];
    const engine = runningEngine();
    if (!binding || !to || !('column' in to) || !engine || !isReady) return setValues([]);
    let superseded = false;
    engine.columnSample(binding.source, to.column, ROWS).then(
      (sample) => !superseded && setValues(frequent(sample.values)),
      () => undefined,
    );
    return () => {
      superseded = true;
    };
  }, [role, bindings, isReady]);
  return values;
}

/** Distinct values, the most frequent first, ties in code-point order. */
export function frequent(values: readonly (string | null)[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([value]) => value);
}
