import type { Source } from '../notebook/document.ts';
import { stableJson } from '../notebook/serialize.ts';
import { hash64 } from '../util/hash.ts';

const sourceKeys = new WeakMap<Source, string>();

/** What a raw table depends on: the file and how it was read. */
export function sourceKey(source: Source): string {
  const key = sourceKeys.get(source) ?? hash64(stableJson([source.fingerprint, source.options, source.columns]));
  sourceKeys.set(source, key);
  return key;
}
