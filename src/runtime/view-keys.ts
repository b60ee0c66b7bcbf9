import type { TableId } from '../cell/index.ts';
import { stableJson } from '../notebook/serialize.ts';
import { tableReferences } from '../notebook/sql-names.ts';
import { hash64 } from '../util/hash.ts';
import { activeSegment, wholeEnvironment } from './canonical-scope.ts';
import { canonicalViews } from './canonical-views.ts';
import type { Environment } from './executor.ts';
import { sourceKey } from './source-key.ts';

/**
 * A hash for each canonical table that changes exactly when its rows may: it covers the text of the view and of the
 * views behind it (so definitions and scope as far as they bear on it), and of each raw table the file's fingerprint
 * and how it was read. A segment
 * is chosen out of all customers: what it reads counts by the keys of that. Throws what `canonicalViews` throws.
 */
export function viewKeys(environment: Environment): Map<TableId, string> {
  const statements = new Map<string, string>();
  for (const { text } of canonicalViews(environment)) {
    const made = /^CREATE (?:OR REPLACE VIEW|TABLE IF NOT EXISTS) "(\w+)"\."(\w+)"/.exec(text);
    if (made) statements.set(`${made[1]}.${made[2]}`, text);
  }
  const sources = new Map(environment.sources.map((source) => [`raw.${source.id}`, sourceKey(source)]));
  const keys = new Map<string, string>();
  const whole = activeSegment(environment) ? viewKeys(wholeEnvironment(environment)) : null;

  const keyOf = (name: string): string => {
    const known = keys.get(name) ?? sources.get(name);
    if (known !== undefined) return known;
    const text = statements.get(name);
    if (text === undefined) return name;
    const behind = new Set(tableReferences(text).map((reference) => `${reference.schema ?? 'main'}.${reference.name}`));
    behind.delete(name);
    const inSet = (each: string): string => whole?.get(each.slice('main.'.length).toLowerCase() as TableId) ?? each;
    const isSet = name.startsWith('run.');
    const parts = [...behind].map((each) => (isSet && each.startsWith('main.') ? inSet(each) : keyOf(each)));
    const key = hash64(stableJson([text, ...parts]));
    keys.set(name, key);
    return key;
  };

  const tables = [...statements.keys()].filter((name) => name.startsWith('main.'));
  return new Map(tables.map((name) => [name.slice('main.'.length) as TableId, keyOf(name)]));
}
