import type { CellDefinition } from '../../src/cell/index.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Parameters one step away from the defaults: each choice, each flag turned, each number at its limits. One that is
 * shown only under a condition is tried together with the choice that shows it.
 */
export function variants(cell: CellDefinition): Values[] {
  const plain = Object.fromEntries(Object.entries(cell.params).map(([name, p]) => [name, p.default]));
  const single = Object.entries(cell.params).flatMap(([name, p]) => valuesOf(p).map((value) => ({ [name]: value })));
  return single.map((change) => {
    const [name = ''] = Object.keys(change);
    const when = cell.params[name]?.when;
    if (!when || when({ ...plain, ...change })) return change;
    const opening = single.find((other) => !(name in other) && when({ ...plain, ...other, ...change }));
    return { ...opening, ...change };
  });
}

function valuesOf(p: CellDefinition['params'][string]): unknown[] {
  if (p.kind === 'choice') return (p.choices ?? []).filter((choice) => choice !== p.default);
  if (p.kind === 'flag') return [!p.default];
  if (p.kind === 'number') return [p.min, p.max].filter((value) => value !== p.default);
  if (p.kind === 'numbers' || p.kind === 'rules') return [p.default];
  return [];
}
